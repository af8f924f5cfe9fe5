public import ResearchProfiles

/// What the rows of a table are.
public enum TableRecordKind: Hashable, Sendable, CustomStringConvertible {
  case organization
  /// - Parameter kind: what the evidence is where no column says so.
  case evidence(EvidenceKind)

  public var description: String {
    switch self {
    case .organization: "organization"
    case .evidence(let kind): kind.rawValue
    }
  }

  /// `organization`, or a kind of evidence.
  public init?(name: String) {
    if name == "organization" || name == "organisation" {
      self = .organization
    } else if let kind = EvidenceKind(rawValue: name) {
      self = .evidence(kind)
    } else {
      return nil
    }
  }
}
