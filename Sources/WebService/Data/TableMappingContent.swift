import ForumDesk

/// What the template `table-mapping` shows: what each column of a table holds, to be chosen.
struct TableMappingContent: Sendable {
  struct Group: Sendable {
    var title: String
    var choices: [Choice]
  }

  struct Column: Sendable {
    var place: Int
    var heading: String
    var groups: [Group]
    /// How the choice came about.
    var reason: String
    var isUncertain: Bool
  }

  /// A page of more would be of no use to anybody.
  static let columnLimit = 200

  var file: String
  var headerRow: Int
  var kinds: [Choice]
  var columns: [Column]
  var isRemembered: Bool
  var isRead: Bool
  var problem: String?
  var address: String
  var uploadAddress: String
  var formToken: String

  /// - Parameters:
  ///   - records: what was chosen, where something was.
  ///   - fields: likewise, of each column.
  init(
    _ table: SourceTable, address: String, records: String? = nil, fields: [String]? = nil,
    problem: SourceTable.Problem? = nil, _ context: DeskRequestContext
  ) {
    let language = context.language
    file = table.file
    headerRow = table.headerRow
    isRemembered = table.isRemembered
    isRead = table.isRead
    self.problem = problem?.message[language]
    self.address = address
    uploadAddress = address.split(separator: "/tables/").first.map(String.init) ?? address
    formToken = context.formToken
    kinds = TableFieldChoice.recordKinds.map { kind in
      Choice(value: kind.name, label: kind.title[language], isChosen: kind.name == records ?? table.records)
    }
    let choices = TableFieldChoice.all(besides: table.columns.compactMap(\.field))
    columns = table.columns.enumerated().map { place, column in
      let chosen = fields?[place] ?? column.field ?? "ignored"
      return Column(
        place: place, heading: column.heading,
        groups: TableFieldChoice.Group.allCases.map { group in
          Group(
            title: group.title[language],
            choices: choices.filter { $0.group == group }.map {
              Choice(value: $0.name, label: $0.title[language], isChosen: $0.name == chosen)
            })
        },
        reason: table.isRemembered
          ? Bilingual("전에 고친 대로", "as it was corrected")[language]
          : column.field == nil
            ? Bilingual("알 수 없음", "unknown")[language] : Bilingual("제목과 내용으로 짐작", "guessed")[language],
        isUncertain: column.field == nil && !table.isRemembered)
    }
  }
}
