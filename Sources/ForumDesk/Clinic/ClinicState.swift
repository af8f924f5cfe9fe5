/// How a point of an application stands.
public enum ClinicState: String, CaseIterable, Hashable, Sendable, Codable {
  case good
  case improvable
  case missing

  public var name: Bilingual {
    switch self {
    case .good: Bilingual("좋음", "Good")
    case .improvable: Bilingual("보완하면 좋음", "Could be better")
    case .missing: Bilingual("없음", "Missing")
    }
  }
}
