/// A ``Report`` in one language as plain texts: every block has one part that is set, so that a template can ask for each.
public struct ReportPage: Hashable, Sendable {
  public struct Section: Hashable, Sendable {
    public var id: String
    public var heading: String
    public var blocks: [Block]
  }

  public struct Block: Hashable, Sendable {
    public var paragraph: String?
    public var heading: String?
    public var facts: [Fact]?
    public var list: [String]?
    public var table: PageTable?
    public var quotation: Quotation?
    public var chart: ReportChart?
  }

  public struct Fact: Hashable, Sendable {
    public var label: String
    public var value: String
  }

  public struct Quotation: Hashable, Sendable {
    public var text: String
    public var source: String
  }

  public struct PageTable: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
      public var text: String
      public var isNumber: Bool
    }

    public struct Row: Hashable, Sendable {
      public var heading: String
      public var cells: [Cell]
    }

    public var caption: String
    /// All, that of the rows' headings first.
    public var columns: [Cell]
    public var rows: [Row]
  }

  public var kind: String
  public var language: String
  public var title: String
  public var subtitle: String
  public var made: String
  public var hasPersonalData: Bool
  public var sections: [Section]

  public init(_ report: Report, language: Language) {
    kind = report.kind.rawValue
    self.language = language.rawValue
    title = report.title[language]
    subtitle = report.subtitle[language]
    made = report.madeText[language]
    hasPersonalData = report.hasPersonalData
    sections = report.sections.map { section in
      Section(
        id: section.id, heading: section.heading[language], blocks: section.blocks.map { Block($0, language: language) }
      )
    }
  }
}

extension ReportPage.Block {
  init(_ block: ReportBlock, language: Language) {
    switch block {
    case .paragraph(let text): paragraph = text[language]
    case .heading(let text): heading = text[language]
    case .facts(let facts):
      self.facts = facts.map { ReportPage.Fact(label: $0.label[language], value: $0.value[language]) }
    case .list(let texts): list = texts.map { $0[language] }
    case .table(let table): self.table = ReportPage.PageTable(table, language: language)
    case .quotation(let text, let source): quotation = ReportPage.Quotation(text: text, source: source[language])
    case .chart(let chart): self.chart = chart
    }
  }
}

extension ReportPage.PageTable {
  init(_ table: ReportTable, language: Language) {
    caption = table.caption[language]
    columns = table.columns.map { Cell(text: $0.heading[language], isNumber: $0.isNumber) }
    rows = table.rows.map { row in
      Row(
        heading: row.first?[language] ?? "",
        cells: zip(row, table.columns).dropFirst().map { Cell(text: $0[language], isNumber: $1.isNumber) })
    }
  }
}
