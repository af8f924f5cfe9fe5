/// What a user or a client may do; each may do all that the ones before it may.
public enum UserRole: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
  case viewer
  case counsellor
  case officer
  case administrator

  private var ordinal: Int {
    switch self {
    case .viewer: 0
    case .counsellor: 1
    case .officer: 2
    case .administrator: 3
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}
