import ProfileIngest
import ResearchProfiles

/// Writes organisations and evidence as tables whose headings are the names of ``TableField``, which `moim import` reads back.
///
/// What tables cannot carry: several names or texts in one language (the first counts), several identifiers of one scheme
/// or codes of one classification beside each other in another order, names of codes with a comma beside a single code, values with `;`, `|` or line breaks inside lists, and for evidence the order of
/// organisations across roles.
struct TableExport {
  /// Languages, schemes and roles that occur: the columns depend on them.
  struct Columns: Equatable {
    var nameLanguages = LanguageOrder()
    var summaryLanguages = LanguageOrder()
    var titleLanguages = LanguageOrder()
    var textLanguages = LanguageOrder()
    var schemes: Set<String> = []
    var organizationClassifications: Set<String> = []
    var evidenceClassifications: Set<String> = []
    var roles: Set<ParticipationRole> = []

    mutating func note(_ profile: OrganizationProfile) {
      nameLanguages.note(profile.names)
      summaryLanguages.note(profile.summary)
      schemes.formUnion(profile.identifiers.map(\.scheme))
      organizationClassifications.formUnion(profile.classifications.map(\.scheme))
    }

    mutating func note(_ evidence: Evidence) {
      titleLanguages.note(evidence.title)
      textLanguages.note(evidence.text)
      evidenceClassifications.formUnion(evidence.classifications.map(\.scheme))
      roles.formUnion(evidence.participations.map(\.role))
    }
  }

  let organizationFields: [TableField]
  let evidenceFields: [TableField]

  init(_ columns: Columns) {
    func localized(_ order: LanguageOrder, _ make: (String?) -> TableField) -> [TableField] {
      [make(nil)] + order.languages.map { make($0) }
    }
    organizationFields =
      [.id, .kind] + localized(columns.nameLanguages) { .name(language: $0) } + [.alias]
      + columns.schemes.sorted().map { .identifier(scheme: $0) } + [.country, .region, .city, .sizeClass, .homepage]
      + localized(columns.summaryLanguages) { .summary(language: $0) } + [.keywords]
      + columns.organizationClassifications.sorted().map { .classification(scheme: $0) } + [.parent]
    evidenceFields =
      [.id, .kind] + localized(columns.titleLanguages) { .title(language: $0) }
      + localized(columns.textLanguages) { .text(language: $0) } + [.keywords]
      + columns.evidenceClassifications.sorted().map { .classification(scheme: $0) } + [.date]
      + ParticipationRole.allCases.filter(columns.roles.contains).map { .participant($0, .id) }
  }

  static let separator = "; "

  func cells(_ profile: OrganizationProfile) -> [String] {
    organizationFields.map { field in
      switch field {
      case .id: profile.id.rawValue
      case .kind: profile.kind?.rawValue ?? ""
      case .name(let language): Self.text(profile.names, language)
      case .alias: profile.aliases.joined(separator: Self.separator)
      case .identifier(let scheme):
        profile.identifiers.filter { $0.scheme == scheme }.map(\.value).joined(separator: Self.separator)
      case .country: profile.country ?? ""
      case .region: profile.region ?? ""
      case .city: profile.city ?? ""
      case .sizeClass: profile.sizeClass ?? ""
      case .homepage: profile.homepage ?? ""
      case .summary(let language): Self.text(profile.summary, language)
      case .keywords: profile.keywords.joined(separator: Self.separator)
      case .classification(let scheme): Self.cell(profile.classifications, scheme)
      case .parent: profile.parent?.rawValue ?? ""
      default: ""
      }
    }
  }

  func cells(_ evidence: Evidence) -> [String] {
    evidenceFields.map { field in
      switch field {
      case .id: evidence.id.rawValue
      case .kind: evidence.kind.rawValue
      case .title(let language): Self.text(evidence.title, language)
      case .text(let language): Self.text(evidence.text, language)
      case .keywords: evidence.keywords.joined(separator: Self.separator)
      case .classification(let scheme): Self.cell(evidence.classifications, scheme)
      case .date: evidence.date?.description ?? ""
      case .participant(let role, .id):
        evidence.participations.filter { $0.role == role }.map(\.organization.rawValue).joined(
          separator: Self.separator)
      default: ""
      }
    }
  }

  private static func cell(_ codes: [ClassificationCode], _ scheme: String) -> String {
    codes.lazy.filter { $0.scheme == scheme }.map { $0.code + ($0.name.map { "=" + $0 } ?? "") }
      .joined(separator: separator)
  }

  private static func text(_ text: LocalizedText, _ language: String?) -> String {
    text.entries.first { $0.language == language }?.text ?? ""
  }
}
