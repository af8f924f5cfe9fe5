import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct SpreadsheetTests {
  private func read(_ workbook: TestWorkbook, _ limits: IngestLimits = IngestLimits()) throws -> ApplicationFile {
    let file = try ApplicationReader(limits: limits).read(workbook.bytes, name: "forum.xlsx")
    let rejected = file.issues.filter { $0.severity == .rejected }.reduce(0) { $0 + $1.occurrences }
    #expect(file.recordsRead == file.applications.count + rejected)
    return file
  }

  private func error(_ workbook: TestWorkbook, _ limits: IngestLimits = IngestLimits()) -> String {
    let error = #expect(throws: IngestError.self) {
      try ApplicationReader(limits: limits).read(workbook.bytes, name: "forum.xlsx")
    }
    return error?.description ?? ""
  }

  // MARK: Cells

  @Test func `a workbook says the same as the CSV file of its table`() throws {
    let table = [
      ["접수번호", "과제명", "연구 내용", "필요 기술", "기관명", "기관 유형", "국가", "키워드"],
      ["7", "양자 통신", "첫 줄\n둘째 줄", "극저온; 광원", "가상대학교", "대학", "대한민국", "QKD, PQC"],
      ["8", "센서", "", "NV", "KIST", "연구소", "", ""],
    ]
    let csv = table.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n")
    let expected = try ApplicationReader().read(Array(csv.utf8), name: "forum.csv")
    let file = try read(TestWorkbook(rows: TestWorkbook.rows(table)))
    #expect(file.applications == expected.applications)
    #expect(file.applications.count == 2)
    #expect(file.issues == [])
  }

  @Test func `shared texts join their runs and leave readings out`() throws {
    var workbook = TestWorkbook(
      rows: #"""
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
        <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row>
        """#)
    workbook.sharedStrings = #"""
      <si><t>id</t></si><si><t>title</t></si><si><t xml:space="preserve"> a </t></si>
      <si><r><rPr><b/></rPr><t>양자</t></r><r><t xml:space="preserve"> 센</t></r><r><t>서</t></r>\#
      <rPh sb="0" eb="2"><t>reading</t></rPh><phoneticPr fontId="1"/></si>
      """#
    let file = try read(workbook)
    #expect(file.applications == [Application(id: "a", title: "양자 센서")])
    #expect(file.issues == [])
  }

  @Test func `inline rich text, formula texts, booleans and escapes are read`() throws {
    let file = try read(
      TestWorkbook(
        rows: #"""
          <row><c t="inlineStr"><is><t>id</t></is></c><c t="inlineStr"><is><t>title</t></is></c>\#
          <c t="inlineStr"><is><t>summary</t></is></c><c t="str"><v>keywords</v></c></row>
          <row><c t="n"><v>1</v></c><c t="inlineStr"><is><r><t>A</t></r><r><t>B</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>\#
          <c t="str"><f>1+1</f><v>one_x000D_two _x005F_x0041_ a_b</v></c><c t="b"><v>1</v></c></row>
          """#))
    #expect(
      file.applications == [
        Application(id: "1", title: "AB", summary: "one\ntwo _x0041_ a_b", keywords: ["TRUE"])
      ])
  }

  @Test(arguments: [
    ("7", "7"), ("12345678901234567890", "12345678901234567890"), ("7.0", "7"), ("1E3", "1000"), ("-4", "-4"),
    ("0.10000000000000001", "0.1"), ("1.5", "1.5"), ("nonsense", "nonsense"),
  ])
  func `numbers are written as people would`(stored: String, id: String) throws {
    let file = try read(
      TestWorkbook(
        rows: TestWorkbook.rows([["id", "title"]])
          + "<row r=\"2\"><c r=\"A2\"><v>\(stored)</v></c><c r=\"B2\" t=\"str\"><v>t</v></c></row>"))
    #expect(file.applications.map(\.id) == [id])
  }

  private static let styles = #"""
    <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"/>\#
    <numFmt numFmtId="165" formatCode="[$-412]AM/PM h:mm:ss"/><numFmt numFmtId="166" formatCode="0.0&quot; days&quot;"/>\#
    <numFmt numFmtId="167" formatCode="00000"/><numFmt numFmtId="168" formatCode="mmm"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="31"/><xf numFmtId="164"/>\#
    <xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/></cellXfs>
    """#

  private func submitted(_ serial: String, style: Int, properties: String = "") throws -> ApplicationFile {
    var workbook = TestWorkbook(
      rows: TestWorkbook.rows([["id", "title", "submitted", "summary"]])
        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"str\"><v>t</v></c><c r=\"C2\" s=\"\(style)\"><v>\(serial)</v></c><c r=\"D2\" s=\"\(style)\"><v>\(serial)</v></c></row>"
    )
    workbook.styles = Self.styles
    workbook.properties = properties
    return try read(workbook)
  }

  @Test(arguments: [
    ("45251.60491898148", 1, "2023-11-21"), ("45251", 2, "2023-11-21"), ("45251", 3, "2023-11-21"),
    ("45251", 4, "2023-11-21"), ("1", 1, "1900-01-01"), ("59", 1, "1900-02-28"), ("60", 1, "1900-02-29"),
    ("61", 1, "1900-03-01"), ("2958465", 1, "9999-12-31"), ("2958466", 1, "2958466"), ("-1", 1, "-1"),
    ("45251.5", 0, "45251.5"), ("0.5", 5, "0.5"), ("45251", 6, "45251"), ("42", 7, "00042"), ("45251", 8, "2023-11-21"),
    ("45251", 99, "45251"),
  ])
  func `serial numbers are dates where their format is one`(serial: String, style: Int, text: String) throws {
    let file = try submitted(serial, style: style)
    #expect(file.applications.map(\.summary) == [text])
    #expect(file.applications.map(\.submitted) == [CalendarDate(text)])
  }

  @Test func `dates of strict workbooks are days`() throws {
    let file = try read(
      TestWorkbook(
        rows: TestWorkbook.rows([["id", "title", "submitted"]])
          + "<row><c t=\"d\"><v>2024-01-11T09:30:00</v></c><c t=\"str\"><v>t</v></c><c t=\"d\"><v>2024-01-11</v></c></row>"
      ))
    #expect(file.applications == [Application(id: "2024-01-11", submitted: CalendarDate("2024-01-11"), title: "t")])
  }

  @Test(arguments: [("0", "1904-01-01"), ("43789", "2023-11-21")])
  func `days count from 1904 where the workbook says so`(serial: String, text: String) throws {
    let file = try submitted(serial, style: 1, properties: "date1904=\"1\"")
    #expect(file.applications.map(\.summary) == [text])
  }

  @Test func `cells that hold no value are told`() throws {
    let file = try read(
      TestWorkbook(
        rows: TestWorkbook.rows([["id", "title", "summary", "needs", "offers"]])
          + #"""
          <row r="9"><c r="A9"><v>1</v></c><c r="B9" t="str"><v>t</v></c><c r="C9" t="e"><v>#N/A</v></c>\#
          <c r="D9" t="s"><v>5</v></c><c r="E9"><f>A1&amp;B1</f></c></row>
          """#))
    #expect(file.applications == [Application(id: "1", title: "t")])
    #expect(
      file.issues.map(\.reason) == [
        "a cell holds the error '#N/A' and is left out",
        "a cell refers to a text that the workbook lacks, and is left out",
        "a cell holds a formula without its value and is left out",
      ])
    #expect(file.issues.allSatisfy { $0.file == "forum.xlsx!/Sheet1" && $0.line == 9 })
  }

  // MARK: Rows

  @Test func `rows and cells stand where their references say, hidden ones too`() throws {
    let file = try read(
      TestWorkbook(
        rows: #"""
          <row r="3" spans="1:9"><c r="C3" t="str"><v>id</v></c><c r="AA3" t="str"><v>title</v></c></row>
          <row r="4"/><row r="5" hidden="1"><c r="AA5" t="str"><v>B</v></c><c r="C5" t="str"><v>2</v></c><c r="XFD5" s="1"/></row>
          <row r="1048576"><c r="C1048576" t="str"><v>3</v></c><c r="AA1048576" t="str"><v>C</v></c></row>
          """#))
    #expect(file.applications == [Application(id: "2", title: "B"), Application(id: "3", title: "C")])
    #expect(file.issues == [])
  }

  @Test func `issues name the sheet and its row`() throws {
    let file = try read(
      TestWorkbook([
        TestWorkbook.Sheet(
          name: "신청서",
          rows: TestWorkbook.rows([
            ["id", "title", "전화"], ["1", "t"], ["", "no id"], ["1", "again"], ["2", "u", "", "x"],
          ]))
      ]))
    #expect(file.applications.map(\.id) == ["1", "2"])
    #expect(
      file.issues.map { "\($0)".prefix { $0 != ";" } } == [
        "forum.xlsx!/신청서:3: an application is unusable: it has no id",
        "forum.xlsx!/신청서:4: record 1: an earlier application of the file has the same id, and stands",
        "forum.xlsx!/신청서:1: the column '전화' is unknown and ignored",
        "forum.xlsx!/신청서:5: cells stand in columns without a name and are ignored",
      ])
  }

  @Test func `applications without an id are named after their rows`() throws {
    let file = try read(TestWorkbook(rows: TestWorkbook.rows([["양자 포럼"], [], ["제목", "요약"], ["A", "b"]])))
    #expect(file.applications.map(\.id) == ["line-4"])
    #expect(file.issues.map(\.line) == [3])
  }

  @Test func `headings that are merged over columns and rows name what is below`() throws {
    let rows = #"""
      <row r="1"><c r="A1" t="str"><v>2026 신청 현황</v></c></row>
      <row r="2"><c r="A2" t="str"><v>번호</v></c><c r="B2" t="str"><v>과제명</v></c><c r="C2" t="str"><v>신청기관</v></c>\#
      <c r="E2" t="str"><v>필요 기술</v></c></row>
      <row r="3"><c r="C3" t="str"><v>기관명</v></c><c r="D3" t="str"><v>연락처</v></c></row>
      <row r="4"><c r="A4"><v>1</v></c><c r="B4" t="str"><v>t</v></c><c r="C4" t="str"><v>KIST</v></c>\#
      <c r="D4" t="str"><v>secret</v></c><c r="E4" t="str"><v>laser</v></c><c r="G4" t="str"><v>cryostat</v></c></row>
      """#
    let merges = ["A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:G3", "A9:A10"].map { "<mergeCell ref=\"\($0)\"/>" }
    let file = try read(TestWorkbook(rows: rows, rest: "<mergeCells count=\"6\">\(merges.joined())</mergeCells>"))
    #expect(
      file.applications == [
        Application(
          id: "1", title: "t", needs: [Need(statement: "laser"), Need(statement: "cryostat")],
          applicant: Applicant(name: "KIST"))
      ])
    #expect(file.issues.map(\.reason) == ["the column '신청기관 연락처' is unknown and ignored"])
  }

  // MARK: Sheets

  @Test func `the first visible sheet that names applications is read`() throws {
    func rows(_ title: String) -> String { TestWorkbook.rows([["id", "title"], ["1", title]]) }
    let file = try read(
      TestWorkbook([
        TestWorkbook.Sheet(name: "cover", rows: TestWorkbook.rows([["안내"], ["아래를 읽으세요"]])),
        TestWorkbook.Sheet(name: "empty", rows: ""),
        TestWorkbook.Sheet(name: "hidden", state: "hidden", rows: rows("hidden")),
        TestWorkbook.Sheet(name: "very", state: "veryHidden", rows: rows("very")),
        TestWorkbook.Sheet(name: "data", rows: rows("wanted")),
        TestWorkbook.Sheet(name: "later", rows: rows("later")),
      ]))
    #expect(file.applications.map(\.title) == ["wanted"])
  }

  @Test func `unknown columns are named with those expected`() throws {
    let message = error(TestWorkbook(rows: TestWorkbook.rows([["설문"], ["이름", "연락처"], ["a", "b"]])))
    #expect(
      message.hasPrefix(
        "forum.xlsx holds no applications but a workbook whose sheet 'Sheet1' has the columns '이름', '연락처';")
    )
    #expect(message.contains("id, title, summary, keywords, needs"))
  }

  @Test func `workbooks without rows or visible sheets are errors`() throws {
    #expect(error(TestWorkbook(rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>")).contains("without a visible sheet"))
    #expect(error(TestWorkbook([])).contains("without a visible sheet"))
  }
}
