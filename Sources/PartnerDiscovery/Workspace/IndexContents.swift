import ResearchProfiles
import SearchIndex

/// What the index of a workspace consists of: the names and numbers that its writer and its readers share.
enum IndexContents {
  /// Evidence, and the organisations' own statements.
  static let evidence = "evidence"
  /// Organisations by name: who they are, for look-up and display.
  static let organizations = "organizations"

  /// Ids of organisations that answer with another one's body, to which each has a link.
  static let aliases = "aliases"

  /// The attributes of a document, one combination for each organisation in it.
  enum Attribute: Int, CaseIterable {
    case kind
    case country
    case region
    /// Of evidence only.
    case evidenceKind
    /// Of organisations only.
    case city
    /// Of evidence only, in combinations of their own: a field of research, and the wider one it belongs to. A document of
    /// no field has one with an empty value, so that an index that knows fields can be told from an older one.
    case field
  }

  /// The id of an organisation's own statement, which no source gives.
  static func statementID(of organization: OrganizationID) -> String { "statement:" + organization.rawValue }

  private static let roles: [ParticipationRole] = [
    .coordinator, .participant, .subcontractor, .associatedPartner, .thirdParty, .funder, .owner, .author, .publisher,
  ]

  /// The number under which the index knows a role; never changes its meaning.
  static func code(of role: ParticipationRole) -> UInt8 { UInt8(roles.firstIndex(of: role) ?? 1) }

  static func role(ofCode code: UInt8) -> ParticipationRole {
    Int(code) < roles.count ? roles[Int(code)] : .participant
  }
}
