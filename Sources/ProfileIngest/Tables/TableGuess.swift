import ResearchProfiles

/// What a table is about, guessed from its headings, its first rows and its name.
enum TableGuess {
  case mapping(TableReading)
  /// A table of applications: those are matched, not imported.
  case applications
  /// What another file of the same export says as well: passed over with this note.
  case superfluous(reason: IngestText, remedy: IngestText)
  /// Nothing that is known.
  case unknown

  /// The columns of the table of links that `moim export` writes.
  static let linkHeadings = ["evidence_id", "organization_id", "role"]

  /// Rows by whose cells headings are judged.
  static let sampleRowCount = 200

  /// - Parameters:
  ///   - headings: of each column, empty where there is none.
  ///   - samples: cells of the first rows below.
  ///   - name: of the sheet or file, which may say what is in it.
  /// - Complexity: linear in the cells.
  init(headings: [String], samples: [[String]], name: String) {
    if headings == Self.linkHeadings {
      self = .superfluous(
        reason: "its links stand in the table of evidence as well", remedy: "import the evidence beside it")
      return
    }
    if headings.contains("names.types.ror_display") {
      self = .superfluous(
        reason: "it is ROR's table, of which the JSON file of the same dump says all and more",
        remedy: "import the JSON file")
      return
    }
    let headings = headings.map { (text: $0, forms: HeadingForms($0)) }
    if headings.contains(where: { HeadingVocabulary.isOfApplications($0.forms) }) || Self.isForm(headings) {
      self = .applications
      return
    }
    guard let kind = Self.kind(headings, name: name) else {
      self = .unknown
      return
    }
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: headings.count)
    for row in samples.prefix(Self.sampleRowCount) {
      for (column, cell) in row.prefix(headings.count).enumerated() { profiles[column].take(cell) }
    }
    var columns = headings.indices.map { column in
      Self.column(headings[column], number: column + 1, profiles[column], in: kind)
    }
    Self.settle(&columns, kind: kind)
    self = .mapping(TableReading(records: kind, columns: columns))
  }

  /// Whether the headings are those of a form's answers that name a project: its applicants' wish, not yet a project.
  private static func isForm(_ headings: [Heading]) -> Bool {
    headings.contains { ["타임스탬프", "timestamp"].contains($0.forms.keys.first ?? "") }
      && headings.contains { heading in
        if case .title = meaning(of: heading, in: .evidence(.statement))?.field { true } else { false }
      }
  }

  /// A heading and its forms, which are made once.
  private typealias Heading = (text: String, forms: HeadingForms)

  private static func meaning(of heading: Heading, in kind: TableRecordKind) -> HeadingVocabulary.Meaning? {
    HeadingVocabulary.meaning(of: heading.text, heading.forms, in: kind)
  }

  // MARK: Kind

  /// What the rows are, or `nil` where no column names an organisation or a title.
  private static func kind(_ headings: [Heading], name: String) -> TableRecordKind? {
    func fields(_ kind: TableRecordKind) -> [TableField] { headings.compactMap { meaning(of: $0, in: kind)?.field } }
    let hasName = fields(.organization).contains { if case .name = $0 { true } else { false } }
    let hasTitle = fields(.evidence(.statement)).contains { if case .title = $0 { true } else { false } }
    guard hasName || hasTitle else { return nil }

    var counts: [TableRecordKind: Int] = [:]
    for hint in headings.compactMap({ HeadingVocabulary.hint(of: $0.forms) }) { counts[hint, default: 0] += 1 }
    if let hint = hint(ofName: name) { counts[hint, default: 0] += 2 }
    let kinds: [TableRecordKind] = [
      .evidence(.project), .evidence(.patent), .evidence(.publication), .evidence(.equipment), .evidence(.product),
    ]
    let best = kinds.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? .evidence(.statement)
    let bestCount = counts[best, default: 0]
    if hasTitle, !hasName || bestCount > counts[.organization, default: 0] {
      // `max` takes the last of equals; where nothing was counted there is no best.
      return bestCount == 0 ? .evidence(.statement) : kinds.first { counts[$0, default: 0] == bestCount }
    }
    if hasName { return .organization }
    return .evidence(.statement)
  }

  private static let names: [(words: [String], kind: TableRecordKind)] = [
    (["특허", "patent", "출원"], .evidence(.patent)), (["논문", "paper", "publication", "article"], .evidence(.publication)),
    (["장비", "시설", "equipment", "facilit"], .evidence(.equipment)), (["제품", "product"], .evidence(.product)),
    (["과제", "project", "사업목록"], .evidence(.project)),
    (["기업", "기관", "회사", "업체", "대학", "compan", "organi", "institut"], .organization),
  ]

  static func hint(ofName name: String) -> TableRecordKind? {
    let file = name.lowercased().split(separator: "/").last.map(String.init) ?? ""
    return names.first { $0.words.contains { file.contains($0) } }?.kind
  }

  // MARK: Columns

  private static let rowNumbers: Set<String> = ["no", "연번", "순번", "일련번호", "rownum", "row", "index"]

  private static func column(
    _ heading: Heading, number: Int, _ profile: ColumnProfile, in kind: TableRecordKind
  ) -> TableReading.Column {
    var column = TableReading.Column(number: number, heading: FieldText.line(heading.text), field: nil, basis: "")
    if profile.filledCount > 0, profile.share(profile.contactCount) >= 0.5 {
      (column.field, column.basis) = (.personal, "its cells are addresses or numbers of persons")
      return column
    }
    if rowNumbers.contains(heading.forms.keys.first ?? "") {
      (column.field, column.basis) = (.ignored, "rows are numbered")
      return column
    }
    guard let meaning = meaning(of: heading, in: kind) else {
      column.field = heading.text.isEmpty ? nil : profile.field(in: kind)
      column.basis = column.field == nil ? "the heading is unknown" : "by its cells"
      return column
    }
    if meaning.field == .id, profile.isCounting {
      (column.field, column.basis) = (.ignored, "rows are numbered")
    } else if let objection = profile.objection(to: meaning.field) {
      column.basis = "the heading says \(meaning.field), but \(objection)"
    } else {
      column.field = meaning.field
      column.basis = meaning.isExact ? "by its heading" : "by a word of its heading"
    }
    return column
  }

  /// Lets one column have each field that has room for one, and gives organisations the roles that the kind of evidence has.
  private static func settle(_ columns: inout [TableReading.Column], kind: TableRecordKind) {
    if case .evidence(let evidence) = kind { settleRoles(&columns, evidence) }
    // A whole heading counts before a word of one, the first column before the second.
    var taken: [TableField: Int] = [:]
    let order = columns.indices.sorted {
      (columns[$0].basis == "by its heading" ? 0 : 1, $0) < (columns[$1].basis == "by its heading" ? 0 : 1, $1)
    }
    dropTranslations(&columns)
    for index in order {
      guard let field = columns[index].field, !field.takesSeveralColumns else { continue }
      if let other = taken[field] {
        columns[index].field = nil
        columns[index].basis = "column \(other) is read as \(field) already"
      } else {
        taken[field] = columns[index].number
      }
    }
  }

  /// Leaves out a column that names the organisations of another one in English.
  private static func dropTranslations(_ columns: inout [TableReading.Column]) {
    for index in columns.indices where HeadingForms(columns[index].heading).language == "en" {
      guard let field = columns[index].field, case .participant(_, .name) = field else { continue }
      guard let other = columns.first(where: { $0.field == field && $0.number != columns[index].number }) else {
        continue
      }
      columns[index].field = nil
      columns[index].basis = "column \(other.number) names the same organisations"
    }
  }

  private static func settleRoles(_ columns: inout [TableReading.Column], _ kind: EvidenceKind) {
    let own: ParticipationRole? =
      switch kind {
      case .patent, .product, .equipment: .owner
      case .publication: .author
      case .project, .statement: nil
      }
    let makers: Set<String> = ["제조사", "제조업체", "제작사", "공급사", "판매사", "manufacturer", "vendor"]
    for index in columns.indices {
      guard case .participant(let role, let part) = columns[index].field else { continue }
      if kind == .equipment, role == .owner, HeadingForms(columns[index].heading).keys.contains(where: makers.contains)
      {
        columns[index].field = .ignored
        columns[index].basis = "who made equipment is not who has it"
      } else if let own, role == .participant || role == .coordinator {
        columns[index].field = .participant(own, part)
      }
    }
    // What is said of participants without names belongs to those that have some.
    let named = columns.compactMap { column -> ParticipationRole? in
      if case .participant(let role, .name) = column.field { role } else { nil }
    }
    for index in columns.indices {
      guard case .participant(let role, let part) = columns[index].field, part != .name, part != .id,
        !named.contains(role)
      else { continue }
      columns[index].field = named.first.map { .participant($0, part) }
      if columns[index].field == nil { columns[index].basis = "no column names the organisations" }
    }
  }
}

extension TableField {
  /// Whether texts of several columns are put together in it.
  var takesSeveralColumns: Bool {
    switch self {
    case .alias, .summary, .text, .keywords, .classification, .personal, .ignored, .participant(_, .name): true
    default: false
    }
  }
}
