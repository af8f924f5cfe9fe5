import ProfileIngest
import ResearchProfiles
import Testing

@Suite struct JSONLinesTests {
  @Test func `an organisation line gives a profile`() throws {
    let ingestion = try Ingestion(
      #"{"type":"organization","id":"kist","kind":"institute","names":{"ko":"한국과학기술연구원","en":"KIST"},"country":"kr","region":"서울","city":"Seoul","summary":"Research.","keywords":["quantum"," optics "],"aliases":["키스트"],"identifiers":{"ror":"0123"},"parent":"nst","homepage":"https://kist.example","size_class":"large"}"#
    )
    #expect(ingestion.issues == [])
    #expect(
      ingestion.organizations == [
        OrganizationProfile(
          id: OrganizationID("kist"), kind: .institute,
          names: LocalizedText([
            LocalizedText.Entry(language: "ko", text: "한국과학기술연구원"), LocalizedText.Entry(language: "en", text: "KIST"),
          ]), aliases: ["키스트"], identifiers: [OrganizationIdentifier(scheme: "ROR", value: "0123")], country: "KR",
          region: "서울", city: "Seoul", sizeClass: "large", homepage: "https://kist.example", summary: "Research.",
          keywords: ["quantum", "optics"], parent: OrganizationID("nst"))
      ])
  }

  @Test func `an evidence line gives evidence and mentions its organisations`() throws {
    let ingestion = try Ingestion(
      #"""
      {"type":"evidence","id":"p1","kind":"project","title":{"ko":"양자","en":"Quantum"},"text":"A\n\n b  c","keywords":["x"],"date":"2024-03-01","organizations":[{"id":"kist","role":"coordinator","name":"KIST"},"snu",{"id":"a","role":"associated_partner"}]}
      """#)
    #expect(ingestion.issues == [])
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.kind == .project)
    #expect(evidence.title["ko"] == "양자")
    #expect(evidence.text.primary == "A\nb c")
    #expect(evidence.date == CalendarDate("2024-03-01"))
    #expect(
      evidence.participations == [
        Participation(organization: OrganizationID("kist"), role: .coordinator),
        Participation(organization: OrganizationID("snu")),
        Participation(organization: OrganizationID("a"), role: .associatedPartner),
      ])
    #expect(ingestion.records.first?.mentions.map(\.names.primary) == ["KIST", "", ""])
  }

  @Test func `ids stay as they are, inner blanks and leading zeros included`() throws {
    let ingestion = try Ingestion(
      """
      {"id":" a  b ","text":"x"}
      {"id":"007","text":"x"}
      {"id":12345678901234567890123,"text":"x"}
      """)
    #expect(ingestion.ids == ["a  b", "007", "12345678901234567890123"])
  }

  @Test func `a line with an id and a text is evidence in its own words`() throws {
    let ingestion = try Ingestion("{\"id\": 7, \"text\": \"연삭 장치\"}\r\n")
    #expect(
      ingestion.evidence == [Evidence(id: EvidenceID("7"), kind: .statement, text: LocalizedText("연삭 장치"))])
    #expect(ingestion.issues == [])
  }

  @Test func `unknown keys and values are told once for each file, with count and first line`() throws {
    let ingestion = try Ingestion(
      """
      {"id":"1","text":"a","colour":"red"}
      {"id":"2","text":"b","colour":"blue","date":"soon"}
      {"id":"3","text":"c","kind":"dream"}
      """)
    #expect(ingestion.ids == ["1", "2", "3"])
    #expect(ingestion.rejections.isEmpty)
    #expect(ingestion.warnings.map(\.line) == [1, 2, 3])
    #expect(ingestion.warnings.map(\.occurrences) == [2, 1, 1])
    #expect(ingestion.warnings[0].reason == "the key 'colour' of evidence is unknown and ignored")
    #expect(ingestion.warnings[2].reason.contains("'dream'"))
  }

  @Test(arguments: [
    ("{\"id\":\"1\",\"text\":\"\\ud800\"}", "lone surrogate"),
    ("{\"id\":\"1\",\"text\":\"\\udc00x\"}", "lone surrogate"),
    ("{\"id\":\"1\",\"text\":\"\\ud83dx\"}", "lone surrogate"),
    ("{\"id\":\"1\",\"text\":\"a\\u0000b\"}", "NUL"),
    ("{\"id\":\"1\",\"text\":\"a\0b\"}", "NUL"),
    ("{\"id\":\"1\",\"text\":\"a\tb\"}", "control character"),
    ("{\"id\":\"1\",\"text\":\"abc", "ends inside a string"),
    ("{\"id\":\"1\",\"text\":\"abc\"", "ends inside an object"),
    ("{\"id\":\"1\",\"text\":\"abc\"}}", "something follows"),
    ("{\"id\":\"1\" \"text\":\"abc\"}", "comma"),
    ("{\"id\":\"1\",}", "key in quotation marks"),
    ("{\"id\":01,\"text\":\"x\"}", "number is malformed"),
    ("{\"id\":\"1\",\"text\":\"\\q\"}", "backslash"),
    ("{\"id\":\"1\",\"text\":nil}", "misspelt"),
    ("{id:1}", "key in quotation marks"),
    ("[1]", "a list, not an object"),
    ("{\"text\":\"no id\"}", "it has no id"),
    ("{\"id\":\"a\\u0007\",\"text\":\"x\"}", "control characters"),
    ("{\"id\":\"x\"}", "it has no type"),
    ("{\"id\":\"x\",\"type\":\"unicorn\"}", "'unicorn'"),
    ("{\"id\":\"x\",\"title\":\"y\",\"needs\":[]}", "application"),
  ])
  func `a wrong line is rejected with its place and the others stand`(line: String, reason: String) throws {
    let ingestion = try Ingestion("{\"id\":\"before\",\"text\":\"x\"}\n\n\(line)\n{\"id\":\"after\",\"text\":\"y\"}\n")
    #expect(ingestion.ids == ["before", "after"])
    #expect(ingestion.rejections.map(\.line) == [3])
    let issue = try #require(ingestion.rejections.first)
    #expect(issue.reason.contains(reason), "\(issue)")
    #expect(!issue.remedy.isEmpty)
    #expect(issue.file.hasSuffix("/input"))
  }

  @Test func `bytes that are no UTF-8 cost only their line`() throws {
    let bytes =
      Array("{\"id\":\"1\",\"text\":\"a".utf8) + [0xB0, 0xA1] + Array("\"}\n{\"id\":\"2\",\"text\":\"b\"}".utf8)
    let ingestion = try Ingestion(content: bytes)
    #expect(ingestion.ids == ["2"])
    #expect(ingestion.rejections.first?.reason.contains("not UTF-8") == true)
  }

  @Test func `escapes become the characters they stand for`() throws {
    let ingestion = try Ingestion(
      #"{"id":"1","title":"\u00e9\uac00\ud83d\ude00 \"q\" \/ \\ \b","text":"line\nbreak\ttab"}"#)
    #expect(ingestion.evidence.first?.title.primary == "é가😀 \"q\" / \\ \u{8}")
    #expect(ingestion.evidence.first?.text.primary == "line\nbreak tab")
  }

  @Test func `a byte order mark, blank lines, CRLF and a missing last line break are fine`() throws {
    let ingestion = try Ingestion("\u{FEFF}{\"id\":\"1\",\"text\":\"a\"}\r\n\r\n  \r\n{\"id\":\"2\",\"text\":\"b\"}  ")
    #expect(ingestion.ids == ["1", "2"])
    #expect(ingestion.records.map(\.location.line) == [1, 4])
    #expect(ingestion.issues == [])
  }

  @Test func `deep nesting is refused, not followed`() throws {
    let depth = 100_000
    let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let ingestion = try Ingestion("{\"id\":\"1\",\"text\":\"a\",\"x\":\(deep)}\n{\"id\":\"2\",\"text\":\"b\"}")
    #expect(ingestion.ids == ["2"])
    #expect(ingestion.rejections.first?.reason.contains("deeper than 64") == true)
  }

  @Test func `a record of too many values is refused, one of many repetitions read in linear time`() throws {
    var options = IngestOptions()
    options.limits.jsonValueCount = 100_000
    let values = String(repeating: "1,", count: 120_000)
    let keywords = (0..<90_000).map { "\"k\($0)\"" }.joined(separator: ",")
    let names = (0..<1000).map { "\"l\($0)\":\"n\($0)\"" }.joined(separator: ",")
    let ingestion = try Ingestion(
      """
      {"id":"1","text":"a","keywords":[\(values)1]}
      {"id":"2","text":"a","keywords":[\(keywords)]}
      {"type":"organization","id":"3","names":{\(names)}}
      """, options)
    #expect(ingestion.ids == ["2", "3"])
    #expect(ingestion.evidence.first?.keywords.count == 90_000)
    #expect(ingestion.rejections.first?.reason.contains("more than 100000 values") == true)
  }

  @Test func `a JSON array of the same objects is read element by element`() throws {
    let ingestion = try Ingestion(
      """
      [
        {"id":"1","text":"a ] , } \\" b"},
        {"id":"2",
         "text":"c"}, 17,
        {"id":"3" "text":"d"},
        {"type":"organization","id":"4","names":{"en":"N"}}
      ]
      """)
    #expect(ingestion.ids == ["1", "2", "4"])
    #expect(ingestion.records.map(\.location.line) == [2, 3, 6])
    #expect(ingestion.rejections.map(\.line) == [4, 5])
  }

  @Test(arguments: [
    "[{\"id\":\"1\",\"text\":\"a\"},{\"id\":\"2\"", "[{\"id\":\"1\",\"text\":\"a\"}}, 1]",
    "[{\"id\":\"1\",\"text\":\"a\"}] x",
  ])
  func `an array that is broken keeps what stood before`(text: String) throws {
    let ingestion = try Ingestion(text)
    #expect(ingestion.ids == ["1"])
    #expect(ingestion.rejections.last?.reason.contains("what follows in the file is unread") == true)
  }

  @Test func `a line that is too long is skipped and the next one read`() throws {
    var options = IngestOptions()
    options.limits.lineByteCount = 100_000
    let long = "{\"id\":\"big\",\"text\":\"\(String(repeating: "x", count: 300_000))\"}"
    let ingestion = try Ingestion(
      "{\"id\":\"1\",\"text\":\"a\"}\n\(long)\n{\"id\":\"2\",\"text\":\"b\"}\n\(long)", options)
    #expect(ingestion.ids == ["1", "2"])
    #expect(ingestion.rejections.map(\.line) == [2, 4])
    #expect(ingestion.rejections.first?.reason == "the line is longer than 100000 bytes")
  }

  @Test func `thousands of wrong lines are counted, not listed`() throws {
    var options = IngestOptions(batchByteCount: 4096)
    options.limits.listedIssueCount = 10
    let ingestion = try Ingestion(
      String(repeating: "wrong\n", count: 5000) + "{}", IngestOptions(forcedFormat: .jsonLines))
    #expect(ingestion.recordsRead == 5001)
    #expect(ingestion.rejections.count == 1001)
    let few = try Ingestion("{}\n" + String(repeating: "wrong\n", count: 5000), options)
    #expect(few.rejections.count == 11)
    #expect(few.rejections.last?.occurrences == 4991)
  }
}
