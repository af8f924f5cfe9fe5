import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

/// Tables that mean harm: each is refused in bounded time and memory, with file, place and reason.
@Suite(.serialized) struct HostileTableTests {
  @Test func `a quotation mark that is not closed over 1 GB costs its row, in bounded memory`() throws {
    let folder = try TemporaryFolder()
    let start = "기업명,설명\nA,first\nB,\"open " + String(repeating: "x", count: 8192)
    let path = try folder.write("companies.csv", start)
    try SparseFile.extend(path, by: 1 << 30, then: "\nC,last\n")
    let before = PeakMemory.byteCount
    let ingestion = try Ingestion([path])
    #expect(PeakMemory.byteCount - before < 300 << 20)
    #expect(ingestion.organizations.map(\.names.primary) == ["A", "C"])
    #expect(ingestion.rejections.map(\.line) == [3])
    #expect(ingestion.rejections.first?.file == path)
    #expect(ingestion.rejections.first?.reason.contains("quotation mark is not closed") == true)
  }

  @Test func `quotation marks left open again and again cost a line each`() throws {
    var options = IngestOptions()
    options.limits.recordByteCount = 1 << 12
    let block = "A,\"open\n" + String(repeating: "B,x\n", count: 1500)
    let ingestion = try Ingestion("기업명,설명\n" + String(repeating: block, count: 30), options)
    #expect(ingestion.rejections.count == 30)
    #expect(ingestion.recordsRead == 30 * 1501)
  }

  @Test func `a sheet with a million empty columns is refused as a row`() throws {
    let rows =
      TestWorkbook.rows([["기업명", "국가"], ["A", "KR"]]) + "<row r=\"3\">" + String(repeating: "<c/>", count: 1_000_000)
      + "</row><row r=\"4\"><c t=\"inlineStr\"><is><t>B</t></is></c></row>"
    let ingestion = try Ingestion(content: TestWorkbook(rows: rows).bytes)
    #expect(ingestion.organizations.map(\.names.primary) == ["A", "B"])
    #expect(ingestion.rejections.map(\.line) == [3])
    #expect(ingestion.rejections.first?.file.hasSuffix("!/Sheet1") == true)
  }

  @Test func `columns and rows where no sheet has any are told`() throws {
    let rows =
      TestWorkbook.rows([["기업명", "국가"]])
      + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A</t></is></c><c r=\"BDWGN2\"><v>1</v></c></row><row r=\"9999999\"><c><v>1</v></c></row>"
    let ingestion = try Ingestion(content: TestWorkbook(rows: rows).bytes)
    #expect(ingestion.organizations.count == 1)
    #expect(ingestion.warnings.contains { $0.reason.contains("beyond column XFD") })
  }

  @Test func `a sheet that unpacks to far more than it is packed is refused`() throws {
    var entries = TestWorkbook(rows: "").entries
    entries.removeAll { $0.name == Array("xl/worksheets/sheet1.xml".utf8) }
    entries.append(TestArchive.run("xl/worksheets/sheet1.xml", of: 0x20, byteCount: 66 << 20))
    var options = IngestOptions()
    options.limits.expansionFactor = 100
    let ingestion = try Ingestion(content: TestArchive.bytes(entries), options)
    #expect(ingestion.recordsRead == 1)
    #expect(ingestion.rejections.first?.reason.contains("100 times its packed size") == true)
    #expect(ingestion.rejections.first?.reason.contains("sheet1.xml") == true)
  }

  @Test func `a NUL, bytes that are no UTF-8 and a row that is too long cost their rows`() throws {
    var options = IngestOptions()
    options.limits.recordByteCount = 1 << 14
    let filler = String(repeating: "Z,z\n", count: 2000)
    var bytes = Array(("기업명,설명\n" + filler).utf8)
    bytes += Array("A,\u{0}\n".utf8) + [0x42, 0x2C, 0xFF, 0xFE, 0x0A]
    bytes += Array(("C," + String(repeating: "c", count: 40 << 10) + "\nD,d\n").utf8)
    let ingestion = try Ingestion(content: bytes, options)
    #expect(ingestion.rejections.map(\.line) == [2002, 2003, 2004])
    #expect(
      ingestion.rejections.map { String($0.reason.prefix(16)) } == [
        "a cell holds a N", "a cell is no UTF", "the row is longe",
      ])
    #expect(ingestion.organizations.last?.names.primary == "D")
  }

  @Test func `a NUL at the beginning makes the file binary`() throws {
    let ingestion = try Ingestion(content: Array("기업명,설명\nA,\u{0}\n".utf8))
    #expect(ingestion.rejections.first?.reason.contains("binary") == true)
  }

  @Test func `half a surrogate pair in JSON costs its record`() throws {
    let ingestion = try Ingestion(
      #"[{"type":"organization","id":"a","name":"\ud800"},{"type":"organization","id":"b","name":"\ud83d\ude00"}]"#)
    #expect(ingestion.ids == ["b"])
    #expect(ingestion.rejections.first?.reason.contains("surrogate") == true)
  }

  @Test func `a header of a million columns is read as far as tables go`() throws {
    let ingestion = try Ingestion("기업명,국가" + String(repeating: ",x", count: 1_000_000) + "\nA,KR\n")
    #expect(ingestion.organizations.map(\.country) == ["KR"])
    #expect(ingestion.issues.count <= 1001)
  }
}
