import TableWriting
import Testing

@Suite struct CSVWritingTests {
  private let table = Table(
    name: "신청서", headings: ["번호", "제목", "값", "때", "날"],
    rows: [
      [.text("1"), .text("그는 \"예\"라고, 말했다"), .number(-3), .time(1_700_000_000), .day(19_783)],
      [.text("둘\n줄"), .empty, .number(0.25)],
    ])

  @Test func `rows are those of RFC 4180 after a byte order mark`() throws {
    let bytes = try CSVWriting().bytes(table)
    #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self)
        == "번호,제목,값,때,날\r\n1,\"그는 \"\"예\"\"라고, 말했다\",-3,2023-11-15 07:13:20,2024-03-01\r\n\"둘\n줄\",,0.25,,\r\n")
    #expect(try CSVWriting(encoding: .plainUTF8).bytes(table) == Array(bytes.dropFirst(3)))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+82", "'+82"), ("-5", "'-5"), ("@a", "'@a"), ("\tx", "\"'\tx\""), ("'=x", "''=x"),
    ("it's", "it's"), ("'quoted'", "'quoted'"), ("a=b", "a=b"), ("", ""),
  ])
  func `a text that a spreadsheet would run gets an apostrophe`(text: String, written: String) throws {
    let table = Table(name: "t", headings: ["a", "b"], rows: [[.text(text), .empty]])
    let guarded = try CSVWriting(encoding: .plainUTF8).bytes(table)
    #expect(String(decoding: guarded, as: UTF8.self) == "a,b\r\n\(written),\r\n")
    let raw = try CSVWriting(encoding: .plainUTF8, guardsFormulas: false).bytes(table)
    let quoted = text.contains("\t") ? "\"\(text)\"" : text
    #expect(String(decoding: raw, as: UTF8.self) == "a,b\r\n\(quoted),\r\n")
  }

  @Test func `code page 949 has the syllables that KS X 1001 lacks`() throws {
    let bytes = try CSVWriting(encoding: .koreanCodePage).bytes(Table(name: "t", headings: ["가", "똠방"]))
    #expect(bytes == [0xB0, 0xA1, 0x2C, 0x8C, 0x63, 0xB9, 0xE6, 0x0D, 0x0A])
  }

  @Test func `every modern Hangul syllable has a code of its own`() throws {
    let syllables = (0xAC00...0xD7A3).compactMap { Unicode.Scalar($0) }.map { String($0) }
    var codes: Set<[UInt8]> = []
    let writing = CSVWriting(encoding: .koreanCodePage)
    let bytes = try writing.bytes(Table(name: "t", headings: ["h"], rows: [[.text(syllables.joined())]]))
    let body = Array(bytes.dropFirst(3).dropLast(2))
    #expect(body.count == 2 * syllables.count)
    for start in stride(from: 0, to: body.count, by: 2) { codes.insert(Array(body[start..<start + 2])) }
    #expect(codes.count == 11_172)
  }

  @Test(arguments: [("é", "U+00E9"), ("–", "U+2013"), ("😀", "U+1F600"), ("₩", "U+20A9")])
  func `a character without a code is refused by name and place`(character: Character, code: String) {
    let table = Table(
      name: "기관", headings: ["이름", "도시"], rows: [[.text("가"), .text("나")], [.text("다"), .text("라 \(character)")]])
    let expected = TableWritingError.noCodeInKoreanCodePage(character: character, table: "기관", row: 2, heading: "도시")
    #expect(throws: expected) { try CSVWriting(encoding: .koreanCodePage).bytes(table) }
    #expect(expected.description.contains("row 2, column '도시'"))
    #expect(expected.description.contains(code))
  }

  @Test func `a long table has a line for every row`() throws {
    let table = Table(name: "t", headings: ["n", "t"], rows: (0..<20_000).map { [.number($0), .text("행")] })
    let bytes = try CSVWriting(encoding: .plainUTF8).bytes(table)
    #expect(bytes.count { $0 == 0x0A } == 20_001)
  }
}
