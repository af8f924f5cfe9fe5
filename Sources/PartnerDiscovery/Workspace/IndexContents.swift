import ResearchProfiles
import SearchIndex

/// What the index of a workspace consists of: the names and numbers that its writer and its readers share.
enum IndexContents {
  /// Evidence, and the organisations' own statements.
  static let evidence = "evidence"
  /// Organisations by name: who they are, for look-up and display.
  static let organizations = "organizations"

  /// The attributes of a document, one combination for each organisation in it.
  enum Attribute: Int, CaseIterable {
    case kind
    case country
    case region
    case evidenceKind
  }

  /// The id of an organisation's own statement, which no source gives.
  static func statementID(of organization: OrganizationID) -> String { "statement:" + organization.rawValue }

  static func code(of role: ParticipationRole) -> UInt8 {
    switch role {
    case .coordinator: 0
    case .participant: 1
    case .subcontractor: 2
    case .associatedPartner: 3
    case .thirdParty: 4
    case .funder: 5
    case .owner: 6
    case .author: 7
    case .publisher: 8
    }
  }

  static func role(ofCode code: UInt8) -> ParticipationRole {
    ParticipationRole.allCases.first { Self.code(of: $0) == code } ?? .participant
  }
}
