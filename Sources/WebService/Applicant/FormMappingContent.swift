import ForumDesk

/// What the template `intake-mapping` shows: which column holds what, and what the import would do.
struct FormMappingContent: Sendable {
  struct Choice: Sendable {
    var value: String
    var label: String
    var isChosen: Bool
  }

  struct Column: Sendable {
    var place: Int
    var heading: String
    var certainty: String
    var certaintyClass: String
    var choices: [Choice]
  }

  var id: String
  var formToken: String
  var name: String
  var counts: String
  var isRemembered: Bool
  var columns: [Column]
  var issues: [FormImportReportContent.Issue]
  var hasIssues: Bool
  var moreText: String?
  var notes: [String]
  var canRun: Bool
  var readCount: Int

  init(
    id: String, export: FormServiceExport, mapping: HeadingMapping, isRemembered: Bool, preview: FormImportReport,
    _ context: DeskRequestContext
  ) {
    let language = context.language
    self.id = id
    formToken = context.formToken
    name = export.name + (export.sheet.map { " · " + $0 } ?? "")
    counts =
      Bilingual(
        "\(preview.readCount)건 가운데 \(preview.acceptedCount)건을 가져올 수 있고 \(preview.rejectedCount)건은 가져올 수 없습니다.",
        "Of \(preview.readCount) rows \(preview.acceptedCount) can be imported and \(preview.rejectedCount) cannot.")[
        language]
    self.isRemembered = isRemembered
    columns = mapping.columns.enumerated().map { place, column in
      let (certainty, style) = Self.words(column.certainty)
      return Column(
        place: place, heading: column.heading, certainty: certainty[language], certaintyClass: style,
        choices: FormColumn.all.map {
          Choice(value: $0.name, label: Self.name(of: $0)[language], isChosen: $0 == column.meaning)
        })
    }
    (issues, moreText) = FormImportReportContent.issues(of: preview, language)
    hasIssues = !issues.isEmpty
    notes = preview.notes.map { Bilingual($0)[language] }
    canRun = preview.acceptedCount > 0
    readCount = preview.readCount
  }

  private static func words(_ certainty: HeadingMapping.Certainty) -> (Bilingual, String) {
    switch certainty {
    case .stated: (Bilingual("지정함", "stated"), "good")
    case .known: (Bilingual("확실", "known"), "good")
    case .similar: (Bilingual("비슷함, 확인 필요", "similar: check it"), "fair")
    case .unknown: (Bilingual("알 수 없음", "unknown"), "bad")
    }
  }

  private static func name(of column: FormColumn) -> Bilingual {
    switch column {
    case .timestamp: Bilingual("보낸 시각", "When it was sent")
    case .ignored: Bilingual("가져오지 않음", "Not imported")
    case .field(let key): IntakeForm.standard[key]?.label ?? Bilingual(key.rawValue, key.rawValue)
    }
  }
}
