import ProfileIngest
import ResearchProfiles

/// What a column of a source's table may hold, as people choose it.
public struct TableFieldChoice: Hashable, Sendable {
  /// In which tables there is such a field.
  public enum Group: CaseIterable, Hashable, Sendable {
    case every
    case organizations
    case evidence

    public var title: Bilingual {
      switch self {
      case .every: Bilingual("모든 표", "Every table")
      case .organizations: Bilingual("기관 목록", "Lists of organisations")
      case .evidence: Bilingual("실적 목록", "Lists of evidence")
      }
    }

    init(of field: TableField) {
      let isOfOrganizations = field.belongs(to: .organization)
      let isOfEvidence = EvidenceKind.allCases.contains { field.belongs(to: .evidence($0)) }
      self = isOfOrganizations && isOfEvidence ? .every : isOfOrganizations ? .organizations : .evidence
    }
  }

  /// The field's name in mapping files.
  public let name: String
  public let title: Bilingual
  public let group: Group

  init(_ field: TableField) {
    name = field.description
    title = Bilingual(field)
    group = Group(of: field)
  }

  /// What rows may be, by its name in mapping files.
  public static let recordKinds: [(name: String, title: Bilingual)] =
    [(TableRecordKind.organization.description, Bilingual("기관", "Organisation"))]
    + EvidenceKind.allCases.map { (TableRecordKind.evidence($0).description, Bilingual($0)) }

  /// The choices for a table.
  ///
  /// - Parameter others: fields that the table has already, usual or not.
  public static func all(besides others: [String] = []) -> [TableFieldChoice] {
    let unusual = Set(others).subtracting(usual.map(\.name)).sorted()
    return usual + unusual.compactMap { TableField(name: $0) }.map { TableFieldChoice($0) }
  }

  private static let usual: [TableFieldChoice] = {
    let languages = [nil, "ko", "en"]
    let every: [TableField] =
      [.ignored, .personal, .id, .kind, .keywords] + ["KSTC", "IPC"].map { .classification(scheme: $0) }
    let organizations: [TableField] =
      languages.map { .name(language: $0) } + [.alias]
      + ["BRN", "CRN", "ROR", "PIC", "VAT", "DART"].map { .identifier(scheme: $0) }
      + [.country, .region, .city, .address, .sizeClass, .homepage] + languages.map { .summary(language: $0) }
      + [.parent]
    let evidence: [TableField] =
      languages.map { .title(language: $0) } + languages.map { .text(language: $0) } + [.date]
      + ParticipationRole.allCases.flatMap { role in parts(of: role).map { .participant(role, $0) } }
    return (every + organizations + evidence).map { TableFieldChoice($0) }
  }()

  /// What tables usually say of those who have a part.
  private static func parts(of role: ParticipationRole) -> [TableField.ParticipantPart] {
    switch role {
    case .coordinator, .participant, .owner: [.name, .id, .identifier("BRN"), .country]
    default: [.name]
    }
  }
}
