import TermBridging
import Testing

@Suite struct GlossaryReaderTests {
  private func read(_ text: String, file: String = "f.tsv") -> GlossaryReader {
    var reader = GlossaryReader()
    reader.read(file: file, bytes: Array(text.utf8))
    return reader
  }

  @Test func `forms and abbreviations come in order, the weak ones marked`() throws {
    let reader = read(Samples.header + "a\tf\t양자 키 분배|양자키분배\tquantum key distribution\tQKD|~QD\tnote here\n")
    let concept = try #require(reader.concepts.first)
    #expect(concept.korean == ["양자 키 분배", "양자키분배"])
    #expect(concept.abbreviations.map(\.text) == ["QKD", "QD"])
    #expect(concept.abbreviations.map(\.isWeak) == [false, true])
    #expect(concept.note == "note here")
    #expect(reader.issues.isEmpty)
  }

  @Test func `what editors do to a table is understood: a mark at the start, Windows line ends, lost tabs`() {
    let reader = read("\u{FEFF}" + Samples.header.replacing("\n", with: "\r\n") + "a\tf\t센서\tsensor\r\n\r\n")
    #expect(reader.concepts.map(\.english) == [["sensor"]])
    #expect(reader.issues.isEmpty)
  }

  @Test(
    arguments: [
      ("a\tf\t센서\n", GlossaryIssue.Reason.columnCount(found: 3)),
      ("a\tf\t\tsensor\t\t\n", .emptyColumn(name: "korean")), ("a\tf\t센서\t | \t\t\n", .emptyColumn(name: "english")),
      ("b\tf\t센서\tsensor\t\t\n", .repeatedID(id: "b", firstFile: "f.tsv")),
    ])
  func `a line that cannot be used is an issue and the next one counts`(line: String, reason: GlossaryIssue.Reason) {
    let reader = read(Samples.header + "b\tf\t양자\tquantum\t\t\n" + line + "c\tf\t빛\tlight\t\t\n")
    #expect(reader.concepts.map(\.id) == ["b", "c"])
    #expect(reader.issues == [GlossaryIssue(file: "f.tsv", line: 3, reason: reason)])
    #expect(reader.issues[0].description.hasPrefix("f.tsv:3: "))
  }

  @Test func `a file that is no table is one issue`() {
    #expect(read("word,translation\n").issues.map(\.reason) == [.missingHeader(found: "word,translation")])
    var reader = GlossaryReader()
    reader.read(file: "x.tsv", bytes: [0xFF, 0xFE, 0x00])
    #expect(reader.issues.map(\.reason) == [.notUTF8])
  }
}
