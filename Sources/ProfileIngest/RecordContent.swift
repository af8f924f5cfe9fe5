public import ResearchProfiles

/// What a record is about.
public enum RecordContent: Hashable, Sendable {
  case organization(OrganizationProfile)
  case evidence(Evidence)
  /// Accounted for, but neither an organisation nor evidence.
  case supporting(SupportingRecord)

  /// The record's id as its source gave it.
  public var id: String {
    switch self {
    case .organization(let profile): profile.id.rawValue
    case .evidence(let evidence): evidence.id.rawValue
    case .supporting(let record): record.id
    }
  }
}
