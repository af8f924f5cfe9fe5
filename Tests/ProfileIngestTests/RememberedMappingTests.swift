import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

/// What somebody once said of a table holds for tables with the same headings, and for no others.
@Suite struct RememberedMappingTests {
  private static let unknown = "갑,을,병\n가상퀀텀,극저온 제어,서울\n모의센서,NV 센서,대전\n"

  private func read(
    _ text: String, name: String = "table.csv", _ remembered: [TableHeader: TableMapping] = [:]
  ) throws -> (tables: [TableReading], ingestion: Ingestion) {
    let folder = try TemporaryFolder()
    return try readFile(folder.write(name, text), remembered)
  }

  private func readFile(
    _ path: String, _ remembered: [TableHeader: TableMapping]
  ) throws -> (tables: [TableReading], ingestion: Ingestion) {
    var options = IngestOptions()
    options.rememberedMappings = remembered
    var tables: [TableReading] = []
    try IngestReader(sources: [path], options: options).read(threadCount: 1) { tables += $0.tables }
    return (tables, try Ingestion([path], options))
  }

  @Test func `a table of which nothing is known is noted with its headings, to be corrected`() throws {
    let (tables, ingestion) = try read("회원 명부 2026\n\n" + Self.unknown, name: "특허.csv")
    #expect(ingestion.records.isEmpty && ingestion.rejections.count == 1)
    let table = try #require(tables.first)
    #expect(!table.isRead && table.records == .evidence(.patent) && table.headerRow == 3)
    #expect(table.namedColumns.map(\.heading) == ["갑", "을", "병"])
    // What --save-map writes names every column.
    guard case .table(let skeleton) = try MappingFile(content: Array(table.mapping.fileText.utf8), name: "m") else {
      Issue.record("it is no mapping of tables")
      return
    }
    #expect(skeleton.columns == [TableMapping.Column(field: .ignored, headings: ["갑", "을", "병"])])

    let mapping = try table.corrected(
      records: .organization, fields: [.name(language: nil), .summary(language: nil), .region])
    let again = try read("회원 명부 2026\n\n" + Self.unknown, [table.header: mapping])
    #expect(again.ingestion.rejections.isEmpty && again.ingestion.warnings.isEmpty)
    #expect(again.ingestion.organizations.map(\.names.primary) == ["가상퀀텀", "모의센서"])
    #expect(again.ingestion.organizations.map(\.region) == ["서울", "대전"])
    #expect(again.tables.first?.statedMapping == mapping)
  }

  @Test func `a wrong guess is corrected, also in a sheet, and other tables are guessed as before`() throws {
    let rows = [["기업명", "구분", "비고"], ["가상퀀텀", "극저온 제어", "1"], ["모의센서", "NV 센서", "2"]]
    let folder = try TemporaryFolder()
    let path = try folder.write("list.xlsx", TestWorkbook(rows: TestWorkbook.rows(rows)).bytes)
    let table = try #require(try readFile(path, [:]).tables.first)
    #expect(table.isRead && table.records == .organization)
    let mapping = try table.corrected(
      records: table.records, fields: [.name(language: nil), .keywords, .ignored])
    let corrected = try readFile(path, [table.header: mapping])
    #expect(corrected.ingestion.organizations.map(\.keywords) == [["극저온 제어"], ["NV 센서"]])
    #expect(corrected.ingestion.warnings.isEmpty)
    // The same headings in a file of text, in other case and with blanks; other headings beside them.
    let remembered = [table.header: mapping]
    let text = try read(" 기업명 ,구 분,비고\n가상소재,초전도,3\n", remembered)
    #expect(text.ingestion.organizations.map(\.keywords) == [["초전도"]])
    let more = try read("기업명,구분,비고,국가\n가상소재,초전도,3,KR\n", remembered)
    #expect(more.tables.first?.statedMapping == nil && more.ingestion.organizations.map(\.country) == ["KR"])
    let swapped = try read("구분,기업명,비고\n기업,가상소재,3\n", remembered)
    #expect(swapped.tables.first?.statedMapping == nil)
  }

  @Test func `a mapping that is stated goes before what is remembered`() throws {
    let table = try #require(try read(Self.unknown).tables.first)
    let name = TableField.name(language: nil)
    var options = IngestOptions()
    options.rememberedMappings = [
      table.header: try table.corrected(records: .organization, fields: [name, .ignored, .ignored])
    ]
    options.tableMappings = [
      TableMapping(records: .organization, columns: [.init(field: name, headings: ["을"])])
    ]
    let folder = try TemporaryFolder()
    let ingestion = try Ingestion([folder.write("a.csv", Self.unknown)], options)
    #expect(ingestion.organizations.map(\.names.primary) == ["극저온 제어", "NV 센서"])
  }

  @Test func `a correction that no table could be read by is refused with what is wrong`() throws {
    let table = try #require(try read(Self.unknown).tables.first)
    let name = TableField.name(language: nil)
    #expect(throws: TableReading.CorrectionProblem.noName) {
      try table.corrected(records: .organization, fields: [.alias, .ignored, .personal])
    }
    #expect(throws: TableReading.CorrectionProblem.noTitle) {
      try table.corrected(records: .evidence(.patent), fields: [.date, .ignored, .keywords])
    }
    #expect(throws: TableReading.CorrectionProblem.foreignField(heading: "을", field: .date)) {
      try table.corrected(records: .organization, fields: [name, .date, .ignored])
    }
  }

  @Test func `columns with the same heading are corrected together`() throws {
    let table = try #require(try read("기업명,비고, 비 고 ,\n가상퀀텀,극저온,저온,x\n").tables.first)
    #expect(table.namedColumns.map(\.heading) == ["기업명", "비고"])
    let mapping = try table.corrected(records: .organization, fields: [.name(language: nil), .keywords])
    let again = try read("기업명,비고, 비 고 ,\n가상퀀텀,극저온,저온,x\n", [table.header: mapping])
    #expect(again.ingestion.organizations.map(\.keywords) == [["극저온", "저온"]])
    #expect(TableHeader(["A b", "c", ""]) == TableHeader(["ab", " C"]))
    #expect(TableHeader(["a", "b"]) != TableHeader(["a", "", "b"]))
  }
}
