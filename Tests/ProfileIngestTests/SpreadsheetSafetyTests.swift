import ProfileIngest
import ResearchProfiles
import Testing

@Suite struct SpreadsheetSafetyTests {
  private func message(_ bytes: [UInt8], _ limits: IngestLimits = IngestLimits()) -> String {
    let error = #expect(throws: IngestError.self) { try ApplicationReader(limits: limits).read(bytes, name: "f.xlsx") }
    return error?.description ?? ""
  }

  private static let valid = TestWorkbook(
    rows: TestWorkbook.rows([["id", "title"], ["1", "t"], ["2", "u"], ["3", "v"]]))

  @Test(arguments: [
    ("word/document.xml", "a Word document (.docx)"), ("xl/workbook.bin", "a binary Excel workbook (.xlsb)"),
    ("META-INF/manifest.xml", "an OpenDocument file (.ods, .odt)"),
    ("table.csv", "an archive (.zip) that is no workbook"),
    ("xl/workbook.xml", "an archive (.zip) that is no workbook"),
  ])
  func `packages that are no workbooks are told apart`(part: String, found: String) {
    let message = message(TestArchive.bytes([TestArchive.Entry(part, "<other/>")]))
    #expect(message.hasPrefix("f.xlsx holds no applications but \(found); "), "\(message)")
  }

  @Test(arguments: [
    ("EncryptedPackage", "password"), ("Workbook", "an old Excel workbook (.xls)"), ("Book", "(.xls)"),
    ("FileHeader", "an old Office or HWP document"),
  ])
  func `files in the old compound format are told apart`(stream: String, found: String) {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 1020)
    bytes += stream.utf8.flatMap { [$0, 0] as [UInt8] } + [UInt8](repeating: 0, count: 100)
    let message = message(bytes)
    #expect(message.contains(found), "\(message)")
    #expect(message.contains(".xlsx"))
  }

  @Test func `an encrypted part is refused`() {
    var entries = Self.valid.entries
    for index in entries.indices { entries[index].flags = 1 }
    #expect(message(TestArchive.bytes(entries)).contains("encrypted"))
  }

  @Test(arguments: [
    "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "_rels/.rels",
  ])
  func `a part that is no XML is named with what to do`(part: String) {
    var workbook = Self.valid
    workbook.parts = [(part, "<worksheet><sheetData><row r=\"1\"")]
    let message = message(workbook.bytes)
    #expect(message.contains(part) && message.contains("save it again as .xlsx"), "\(message)")
  }

  @Test func `rows before damage stand and what follows is told`() throws {
    var workbook = Self.valid
    let rows = TestWorkbook.rows([["id", "title"], ["1", "t"], ["2", "u"]])
    workbook.parts = [("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)<row r=\"4\"><c></row>")]
    let file = try ApplicationReader().read(workbook.bytes, name: "f.xlsx")
    #expect(file.applications.map(\.id) == ["1", "2"])
    #expect(file.recordsRead == 3)
    #expect(file.issues.map(\.line) == [4])
    #expect(file.issues.first?.reason.hasSuffix("this row or what follows is unread") == true)
  }

  @Test func `entities and document types are refused`() {
    var workbook = Self.valid
    workbook.parts = [
      ("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a \"x\">]><sst><si><t>&a;</t></si></sst>"),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
      ),
    ]
    #expect(message(workbook.bytes).contains("xl/sharedStrings.xml"))
  }

  @Test func `targets outside the workbook are not followed`() {
    var workbook = Self.valid
    for target in ["file:///etc/passwd", "../../../../etc/passwd", "http://127.0.0.1/s.xml"] {
      workbook.parts = [
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"\(target)\"/></Relationships>"
        )
      ]
      #expect(message(workbook.bytes).contains("the workbook lacks this part"))
    }
  }

  @Test func `a part that unpacks beyond measure is refused`() {
    var limits = IngestLimits()
    limits.expansionFactor = 50
    limits.expansionFreeByteCount = 1 << 20
    var entries = Self.valid.entries.filter { $0.name != Array("xl/styles.xml".utf8) }
    entries.append(TestArchive.run("xl/styles.xml", of: 0x20, byteCount: 2 << 20))
    #expect(message(TestArchive.bytes(entries), limits).contains("more than 50 times its packed size"))
  }

  @Test func `the unpacked bytes, the shared texts and the table are bounded`() {
    var limits = IngestLimits()
    limits.workbookByteCount = 1000
    #expect(message(Self.valid.bytes, limits).contains("unpacks to more than 1000 bytes"))

    var workbook = Self.valid
    workbook.sharedStrings = String(repeating: "<si><t>x</t></si>", count: 11)
    limits = IngestLimits()
    limits.sharedStringCount = 10
    #expect(message(workbook.bytes, limits).contains("more than 10 texts"))
    limits = IngestLimits()
    limits.sharedStringByteCount = 10
    #expect(message(workbook.bytes, limits).contains("10 bytes of text"))

    // One shared text of 1 kB in 1,000 rows would be 1 MB of CSV.
    workbook.sharedStrings = "<si><t>\(String(repeating: "x", count: 1000))</t></si>"
    workbook.sheets[0].rows =
      TestWorkbook.rows([["id", "title"]])
      + (2...1001).map { "<row r=\"\($0)\"><c><v>\($0)</v></c><c t=\"s\"><v>0</v></c></row>" }.joined()
    limits = IngestLimits()
    limits.applicationFileByteCount = 200_000
    #expect(message(workbook.bytes, limits).hasPrefix("f.xlsx is larger than the 200000 bytes"))
  }

  @Test func `a million empty columns and cells beyond the sheet cost nothing`() throws {
    let rows =
      TestWorkbook.rows([["id", "title"]])
      + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"str\"><v>t</v></c><c r=\"XFE2\"><v>9</v></c><c r=\"ZZZZZZZ2\"><v>9</v></c></row>"
      + "<row r=\"3\">\(String(repeating: "<c/>", count: 200_000))</row>"
      + "<row r=\"1048577\"><c r=\"A1048577\"><v>2</v></c></row><row r=\"99999999999999999999\"/>"
    let file = try ApplicationReader().read(
      TestWorkbook(rows: rows, rest: "<cols><col min=\"1\" max=\"1000000\"/></cols>").bytes, name: "f.xlsx")
    #expect(file.applications.map(\.id) == ["1"])
    #expect(
      Set(file.issues.map(\.reason)) == [
        "cells beyond column XFD or row 1,048,576, where no sheet has any, are ignored"
      ])
  }

  @Test func `merged cells that overlap a thousand times take no time`() throws {
    let merges = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 20_000)
    let workbook = TestWorkbook(
      rows: TestWorkbook.rows([["id", "title"], ["1", "t"]]), rest: "<mergeCells>\(merges)</mergeCells>")
    let start = ContinuousClock.now
    #expect(message(workbook.bytes).contains("holds no applications"))
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func `cut and flipped bytes never crash`() {
    let bytes = Self.valid.bytes
    for length in stride(from: 4, to: bytes.count - 1, by: 97) {
      _ = message(Array(bytes.prefix(length)))
    }
    var state: UInt64 = 11
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<2 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % damaged.count] ^= UInt8(truncatingIfNeeded: state >> 24) | 1
      }
      _ = try? ApplicationReader().read(damaged, name: "f.xlsx")
    }
  }

  @Test func `flipped letters in the XML never crash`() {
    var state: UInt64 = 5
    for _ in 0..<300 {
      var entries = Self.valid.entries
      for _ in 0..<2 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let entry = Int(state >> 40) % entries.count
        var content = entries[entry].content
        content[Int(state >> 33) % content.count] = UInt8(truncatingIfNeeded: state >> 24) & 0x7F
        entries[entry] = TestArchive.Entry(String(decoding: entries[entry].name, as: UTF8.self), content)
      }
      _ = try? ApplicationReader().read(TestArchive.bytes(entries), name: "f.xlsx")
    }
  }
}
