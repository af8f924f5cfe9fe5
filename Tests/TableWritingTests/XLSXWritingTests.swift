import Foundation
import TableWriting
import Testing

@Suite(.enabled(if: WorkbookParts.canUnpack, "unzip is not installed"))
struct XLSXWritingTests {
  private let folder: ScratchFolder
  private let writing = XLSXWriting(created: 1_700_000_000)

  init() throws { folder = try ScratchFolder() }

  private func written(_ tables: [Table]) throws -> (parts: WorkbookParts, report: TableWritingReport) {
    let path = folder.file("t.xlsx")
    let report = try writing.write(tables, to: path)
    return (WorkbookParts(path: path), report)
  }

  @Test func `texts, numbers and dates come back as what they were`() throws {
    let table = Table(
      name: "신청서", headings: ["번호", "제목", "예산", "접수", "공고일"],
      rows: [
        [.text("2026-0001"), .text("양자 센서 & <자력계>"), .number(1250.5), .time(1_700_000_000), .day(19_783)],
        [.text("2026-0002"), .empty, .number(.nan), .time(0)],
      ])
    let (parts, report) = try written([table])
    let cells = try parts.cells(sheet: 1)
    #expect(cells["A1"]?.text == "번호")
    #expect(cells["A2"]?.text == "2026-0001")
    #expect(cells["B2"]?.text == "양자 센서 & <자력계>")
    #expect(cells["C2"]?.number == 1250.5)
    // 2023-11-14 22:13:20 UTC is 07:13:20 of the next day in Seoul: day 45245 of the spreadsheet's count.
    let serial = try #require(cells["D2"]?.number)
    #expect(abs(serial - (45_245 + Double(7 * 3600 + 13 * 60 + 20) / 86_400)) < 1e-9)
    #expect(cells["E2"]?.number == 45_352)
    #expect(cells["C3"] == nil)
    #expect(abs(try #require(cells["D3"]?.number) - 25_569.375) < 1e-9)
    #expect(report.rowCount == 2)
    #expect(try parts.part("xl/styles.xml").contains("yyyy\\-mm\\-dd hh:mm"))
  }

  @Test(arguments: ["=1+1", "+82-2-958", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "{=1}", "0012"])
  func `what looks like a formula or a number stays text`(text: String) throws {
    let cells = try written([Table(name: "t", headings: ["a"], rows: [[.text(text)]])]).parts.cells(sheet: 1)
    #expect(cells["A2"]?.text == text)
    #expect(cells["A2"]?.number == nil)
    #expect(cells["A2"]?.hasFormula == false)
  }

  @Test func `an address of the web stays a text and no link`() throws {
    let parts = try written([Table(name: "t", headings: ["a"], rows: [[.text("https://example.org/a")]])]).parts
    #expect(try parts.cells(sheet: 1)["A2"]?.text == "https://example.org/a")
    #expect(!(try parts.part("xl/worksheets/sheet1.xml").contains("hyperlink")))
  }

  @Test func `headings are bold, stay in sight, can be filtered by and are printed on every page`() throws {
    let table = Table(name: "기관", headings: ["이름", "b"], rows: [[.text("가"), .number(1)], [.text("나"), .number(2)]])
    let parts = try written([table]).parts
    let sheet = try parts.part("xl/worksheets/sheet1.xml")
    #expect(sheet.contains(#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#))
    #expect(sheet.contains(#"<autoFilter ref="A1:B3"/>"#))
    #expect(sheet.contains(#"paperSize="9""#))
    let style = try #require(try parts.cells(sheet: 1)["A1"]?.style)
    let styles = try parts.part("xl/styles.xml")
    let formats = styles.components(separatedBy: "<cellXfs")[1].components(separatedBy: "<xf ").dropFirst()
    let font = try #require(WorkbookParts.attribute("fontId", " " + Array(formats)[style]))
    let fonts = styles.components(separatedBy: "<fonts")[1].components(separatedBy: "<font>").dropFirst()
    #expect(Array(fonts)[try #require(Int(font))].contains("<b/>"))
    #expect(try parts.part("xl/workbook.xml").contains("_xlnm.Print_Titles"))
  }

  @Test func `a column is as wide as its widest text, Korean letters counted twice, within bounds`() throws {
    let table = Table(
      name: "w", headings: ["a", "b", "c"],
      rows: [[.text("서울퀀텀센서연구소"), .text(String(repeating: "긴", count: 200)), .text("line one\nthe longer line two")]])
    let sheet = try written([table]).parts.part("xl/worksheets/sheet1.xml")
    let widths = sheet.components(separatedBy: "<col ").dropFirst().compactMap {
      WorkbookParts.attribute("width", " " + $0).flatMap { Double($0) }
    }
    #expect(widths.map { $0.rounded(.down) } == [19, 61, 20])
  }

  @Test func `names of sheets are made legal and told apart`() throws {
    let long = String(repeating: "가", count: 40)
    let names = ["a/b:c", "A b c", "", "History", "'quoted'", long, long, "[x]*?", "  "]
    let (parts, report) = try written(names.map { Table(name: $0, headings: ["h"]) })
    #expect(
      report.sheetNames == [
        "a b c", "A b c (2)", "Sheet", "History 1", "quoted", String(repeating: "가", count: 31),
        String(repeating: "가", count: 27) + " (2)", "x", "Sheet (2)",
      ])
    #expect(report.sheetNames.allSatisfy { $0.utf16.count <= 31 })
    let book = try parts.part("xl/workbook.xml")
    for name in report.sheetNames { #expect(book.contains("name=\"\(name)\"")) }
  }

  @Test func `control characters go, line breaks stay, and what was taken is counted`() throws {
    let (parts, report) = try written([
      Table(name: "t", headings: ["h"], rows: [[.text("a\u{0}b\u{1B}[1m\r\nc\u{FFFE}\td\u{B}")]])
    ])
    #expect(try parts.cells(sheet: 1)["A2"]?.text == "ab[1m\nc\td")
    #expect(report.removedCharacterCount == 4)
  }

  @Test func `text longer than a cell holds is cut at a character and counted`() throws {
    let text = String(repeating: "👩‍🔬", count: 10_000)
    let (parts, report) = try written([Table(name: "t", headings: ["h"], rows: [[.text(text)], [.text("short")]])])
    let kept = try #require(try parts.cells(sheet: 1)["A2"]?.text)
    #expect(kept.utf16.count <= 32_767 && kept.utf16.count > 32_750)
    #expect(kept.hasSuffix("👩‍🔬…"))
    #expect(report.shortenedCellCount == 1)
  }

  @Test func `a literal that looks like an escape is not taken for one`() throws {
    let parts = try written([Table(name: "t", headings: ["h"], rows: [[.text("_x0041_ and _x")]])]).parts
    #expect(try parts.cells(sheet: 1)["A2"]?.text == "_x005F_x0041_ and _x")
  }

  @Test func `a table longer than a sheet goes on in the next`() throws {
    var small = writing
    small.sheetRowLimit = 4
    let path = folder.file("long.xlsx")
    let report = try small.write(
      [Table(name: "수요", headings: ["n"], rows: (0..<7).map { [.number($0)] })], to: path)
    #expect(report.sheetNames == ["수요", "수요 (2)", "수요 (3)"])
    #expect(report.rowCount == 7)
    let parts = WorkbookParts(path: path)
    #expect(try parts.cells(sheet: 3)["A1"]?.text == "n")
    #expect(try parts.cells(sheet: 3)["A2"]?.number == 6)
  }

  @Test func `equal tables make equal bytes, and nothing is left in the folder`() throws {
    let tables = [Table(name: "t", headings: ["h"], rows: (0..<300).map { [.text("행 \($0)")] })]
    let first = try writing.bytes(tables, temporaryFolder: folder.path)
    #expect(first == (try writing.bytes(tables, temporaryFolder: folder.path)))
    #expect(first.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(folder.entries.isEmpty)
  }

  @Test func `only the owner may read the file`() throws {
    let path = folder.file("private.xlsx")
    try writing.write([], to: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a folder that is not there and too many columns are said plainly`() {
    #expect(
      throws: TableWritingError.fileNotWritten(path: "/nowhere/x.xlsx", reason: "No such file or directory")
    ) { try writing.write([], to: "/nowhere/x.xlsx") }
    let wide = Table(name: "w", headings: Array(repeating: "h", count: 16_385))
    #expect(throws: TableWritingError.tooManyColumns(table: "w", count: 16_385, limit: 16_384)) {
      try writing.write([wide], to: folder.file("wide.xlsx"))
    }
  }
}
