import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

struct WorkbookTableTests {
  private func read(
    _ workbook: TestWorkbook, _ options: IngestOptions = IngestOptions()
  ) throws -> (tables: [TableReading], ingestion: Ingestion) {
    let folder = try TemporaryFolder()
    let path = try folder.write("forum.xlsx", workbook.bytes)
    var tables: [TableReading] = []
    try IngestReader(sources: [path], options: options).read(threadCount: 1) { tables += $0.tables }
    return (tables, try Ingestion([path], options))
  }

  @Test func `each visible sheet is a table of its own kind`() throws {
    let companies = TestWorkbook.Sheet(
      name: "기업", rows: TestWorkbook.rows([["기업명", "사업자등록번호", "주소"], ["(주)가상퀀텀", "124-81-00998", "서울시 성북구"]]))
    let patents = TestWorkbook.Sheet(
      name: "특허", rows: TestWorkbook.rows([["출원번호", "발명의 명칭", "출원인"], ["10-2020-1", "극저온 스위치", "(주)가상퀀텀"]]))
    let notes = TestWorkbook.Sheet(name: "안내", rows: TestWorkbook.rows([["이 파일은", "안내문입니다"]]))
    let hidden = TestWorkbook.Sheet(
      name: "숨김", state: "hidden", rows: TestWorkbook.rows([["기업명", "국가"], ["X", "KR"]]))
    let (tables, ingestion) = try read(TestWorkbook([companies, patents, notes, hidden]))
    #expect(tables.map(\.sheet) == ["기업", "특허", "안내"] && tables.map(\.isRead) == [true, true, false])
    #expect(tables.filter(\.isRead).map(\.records) == [.organization, .evidence(.patent)])
    #expect(ingestion.ids == ["BRN:1248100998", "10-2020-1"])
    #expect(ingestion.records.map { $0.location.source.hasSuffix("forum.xlsx!/특허") } == [false, true])
    #expect(ingestion.rejections == [])
    #expect(ingestion.warnings.contains { $0.reason.contains("'숨김' is hidden") })
    #expect(ingestion.warnings.contains { $0.file.hasSuffix("!/안내") && $0.reason.contains("not read") })
  }

  @Test func `merged headings, dates by number and hidden rows`() throws {
    var workbook = TestWorkbook(
      rows: #"""
        <row r="1"><c r="A1" t="inlineStr"><is><t>2026 과제 목록</t></is></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>과제</t></is></c><c r="C3" t="inlineStr"><is><t>연구시작일</t></is></c>\#
        <c r="D3" t="inlineStr"><is><t>참여기관</t></is></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>과제번호</t></is></c><c r="B4" t="inlineStr"><is><t>과제명</t></is></c></row>
        <row r="5"><c r="A5" t="inlineStr"><is><t>P1</t></is></c><c r="B5" t="inlineStr"><is><t>양자</t></is></c>\#
        <c r="C5" s="1"><v>45352</v></c><c r="D5" t="inlineStr"><is><t>가상대학교</t></is></c><c r="E5" t="inlineStr"><is><t>모의연구원</t></is></c></row>
        <row r="6" hidden="1"><c r="A6" t="inlineStr"><is><t>P2</t></is></c><c r="B6" t="inlineStr"><is><t>센서</t></is></c></row>
        """#,
      rest: #"<mergeCells><mergeCell ref="A3:B3"/><mergeCell ref="C3:C4"/><mergeCell ref="D3:E4"/></mergeCells>"#)
    workbook.styles = #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#
    let (tables, ingestion) = try read(workbook)
    #expect(tables.first?.headerRow == 4)
    #expect(ingestion.ids == ["P1", "P2"])
    #expect(ingestion.evidence.first?.title.primary == "양자")
    #expect(ingestion.evidence.first?.date?.description == "2024-03-01")
    #expect(ingestion.evidence.first?.participations.map(\.organization.rawValue) == ["name:가상대학교", "name:모의연구원"])
    #expect(ingestion.warnings.contains { $0.reason == "hidden rows are read like others" })
    var options = IngestOptions()
    var mapping = try #require(tables.first?.mapping)
    mapping.readsHiddenRows = false
    options.tableMappings = [mapping]
    #expect(try read(workbook, options).ingestion.ids == ["P1"])
  }

  @Test func `rows whose numbers go back are read in the order of the file, and told`() throws {
    let workbook = TestWorkbook(
      rows: #"""
        <row r="7"><c r="A7" t="inlineStr"><is><t>기업명</t></is></c><c r="B7" t="inlineStr"><is><t>국가</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>가상</t></is></c><c r="B2" t="inlineStr"><is><t>대한민국</t></is></c></row>
        <row r="7"><c r="A7" t="inlineStr"><is><t>모의</t></is></c><c r="B7" t="inlineStr"><is><t>대한민국</t></is></c></row>
        <row><c t="inlineStr"><is><t>가나</t></is></c></row>
        """#)
    let (tables, ingestion) = try read(workbook)
    #expect(tables.first?.headerRow == 7)
    #expect(ingestion.organizations.map(\.names.primary) == ["가상", "모의", "가나"])
    #expect(ingestion.warnings.contains { $0.reason.contains("not numbered in ascending order") })
  }

  @Test func `a workbook without tables of ours is refused once`() throws {
    let (_, ingestion) = try read(TestWorkbook(rows: TestWorkbook.rows([["alpha", "beta"], ["1", "2"]])))
    #expect(ingestion.recordsRead == 1)
    #expect(ingestion.rejections.first?.reason.contains("'alpha', 'beta'") == true)
  }

  @Test func `a workbook of applications is refused with where to give it`() throws {
    let (_, ingestion) = try read(TestWorkbook(rows: TestWorkbook.rows([["과제명", "필요 기술"], ["양자", "극저온"]])))
    #expect(ingestion.rejections.map(\.remedy) == ["give the file to 'moim match'"])
  }

  @Test func `a workbook in an archive is read`() throws {
    let folder = try TemporaryFolder()
    let workbook = TestWorkbook(rows: TestWorkbook.rows([["기업명", "국가"], ["A", "대한민국"]])).bytes
    let archive = TestArchive.bytes([TestArchive.Entry("목록/a.xlsx", workbook)])
    let ingestion = try Ingestion([folder.write("lists.zip", archive)])
    #expect(ingestion.organizations.map(\.country) == ["KR"])
    #expect(ingestion.records.first?.location.source.hasSuffix("lists.zip!/목록/a.xlsx!/Sheet1") == true)
  }
}
