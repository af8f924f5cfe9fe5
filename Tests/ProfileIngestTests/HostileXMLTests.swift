import ProfileIngest
import ResearchProfiles
import Testing

@Suite struct HostileXMLTests {
  private static func nested(_ depth: Int) -> String {
    "<project><id>1</id>" + String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
      + "</project>"
  }

  @Test(arguments: [
    // Expands a thousand million times.
    #"<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><project><id>&c;</id></project>"#,
    // Reads a local file.
    #"<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><project><id>&x;</id></project>"#,
    // Fetches from the network.
    #"<!DOCTYPE project SYSTEM "http://localhost:1/x.dtd"><project><id>1</id></project>"#,
    // A parameter entity that fetches.
    #"<!DOCTYPE p [<!ENTITY % x SYSTEM "http://localhost:1/x"> %x;]><project><id>1</id></project>"#,
  ])
  func `a document type declaration is refused before anything in it happens`(text: String) throws {
    let ingestion = try Ingestion(text)
    #expect(ingestion.records == [])
    let issue = try #require(ingestion.rejections.first)
    #expect(issue.reason.contains("<!DOCTYPE"))
    #expect(!"\(ingestion)".contains("root:"))
  }

  @Test func `a large entity repeated many times is refused in an instant`() throws {
    let entity = String(repeating: "x", count: 50_000)
    let uses = String(repeating: "&e;", count: 20_000)
    let ingestion = try Ingestion("<!DOCTYPE p [<!ENTITY e \"\(entity)\">]><project><id>\(uses)</id></project>")
    #expect(ingestion.records == [])
    #expect(ingestion.rejections.count == 1)
  }

  @Test func `an undeclared entity is an error with its line`() throws {
    let ingestion = try Ingestion("<project>\n<id>1</id>\n<title>&nbsp;</title></project>")
    #expect(ingestion.rejections.map(\.line) == [3])
    #expect(ingestion.rejections.first?.reason.contains("nbsp") == true)
    #expect(ingestion.rejections.first?.record == "1")
  }

  @Test func `two hundred thousand attributes are refused in bounded time`() throws {
    let attributes = (0..<200_000).map { " a\($0)=\"\"" }.joined()
    let ingestion = try Ingestion(
      "<projects><project><id>1</id></project><project\(attributes)><id>2</id></project></projects>")
    #expect(ingestion.ids == ["1"])
    #expect(ingestion.rejections.count == 1)
    #expect(ingestion.rejections.first?.reason.contains("longer than 262144 bytes") == true)
  }

  @Test func `a few thousand attributes are refused by their number`() throws {
    let attributes = (0..<2000).map { " a\($0)=\"\"" }.joined()
    let namespaces = (0..<2000).map { " xmlns:a\($0)=\"u\($0)\"" }.joined()
    for text in [attributes, namespaces] {
      let ingestion = try Ingestion("<project\(text)><id>2</id></project>")
      #expect(
        ingestion.rejections.first?.reason
          == "an element has more than 1024 attributes or namespaces; what follows in the file is unread")
    }
  }

  @Test func `depth is limited, also inside what is skipped`() throws {
    #expect(try Ingestion(Self.nested(200)).ids == ["1"])
    let ingestion = try Ingestion(Self.nested(100_000))
    #expect(ingestion.records == [])
    #expect(ingestion.rejections.first?.reason.contains("nested deeper than 256") == true)
  }

  @Test func `depth is limited inside text as well`() throws {
    let deep = String(repeating: "<b>", count: 5000)
    let ingestion = try Ingestion("<project><title>\(deep)</title></project>")
    #expect(ingestion.rejections.first?.reason.contains("nested deeper") == true)
  }

  @Test(arguments: ["<!--", "<?x ", "<a b=\""])
  func `a comment, instruction or attribute without end does not fill the memory`(start: String) throws {
    let ingestion = try Ingestion(
      "<projects><project><id>1</id></project>\(start)" + String(repeating: "x", count: 2_000_000))
    #expect(ingestion.ids == ["1"])
    #expect(ingestion.rejections.count == 1)
    #expect(ingestion.rejections.first?.reason.contains("longer than 262144 bytes") == true)
  }

  @Test func `millions of different names end the document, not the memory`() throws {
    var text = "<project><id>1</id>"
    let name = String(repeating: "name", count: 50)
    for index in 0..<120_000 { text += "<\(name)\(index)/>" }
    let ingestion = try Ingestion(text + "</project>")
    #expect(ingestion.records == [])
    #expect(ingestion.rejections.map(\.reason).first?.contains("different names") == true)
  }

  @Test func `a record with too much text is left out and the next one read`() throws {
    var options = IngestOptions()
    options.limits.recordByteCount = 100_000
    let long = String(repeating: "long words ", count: 20_000)
    let ingestion = try Ingestion(
      """
      <projects><project><id>1</id><objective>ok</objective></project>
      <project><id>2</id><objective>\(long)<b>x</b></objective><keywords>k</keywords></project>
      <project><id>3</id><relations><associations>\(String(repeating: "<organization><id>5</id></organization>", count: 3000))
      </associations></relations></project>
      <project><id>4</id></project></projects>
      """, options)
    #expect(ingestion.ids == ["1", "4"])
    #expect(ingestion.rejections.map(\.record) == ["2", "3"])
    #expect(ingestion.rejections.map(\.line) == [2, 3])
    #expect(ingestion.rejections.first?.reason == "it holds more than 100000 bytes of text and elements")
  }

  @Test func `too much text outside of records ends the document`() throws {
    var options = IngestOptions()
    options.limits.recordByteCount = 10_000
    let ingestion = try Ingestion(
      """
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>
      \(String(repeating: "x", count: 20_000))</identifier></header></record></ListRecords></OAI-PMH>
      """, options)
    #expect(ingestion.records == [])
    #expect(ingestion.rejections.count == 1)
  }

  @Test func `an error in the middle keeps the records before it and says what is unread`() throws {
    let ingestion = try Ingestion(
      "<projects>\n<project><id>1</id></project>\n<project><id>2</id>\n<title>x</titel></project>\n<project><id>3</id></project></projects>"
    )
    #expect(ingestion.ids == ["1"])
    let issue = try #require(ingestion.rejections.first)
    #expect(ingestion.rejections.count == 1)
    #expect(issue.line == 4)
    #expect(issue.record == "2")
    #expect(issue.reason.contains("titel"))
    #expect(issue.reason.hasSuffix("; this record and what follows in the file is unread"))
    #expect(issue.remedy == "correct the XML at that line, or export it again")
  }

  @Test func `every way to cut a file short leaves one rejection and no crash`() throws {
    let bytes = Array(CordisProjectReaderTests.project().utf8)
    for length in stride(from: 1, to: bytes.count - 1, by: 37) {
      let ingestion = try Ingestion(content: bytes.prefix(length))
      #expect(ingestion.rejections.count == 1)
      #expect(ingestion.records == [])
    }
  }

  @Test func `flipped bytes never crash and every record stays accounted for`() throws {
    let bytes = Array(CordisProjectReaderTests.project().utf8)
    var state: UInt64 = 42
    for _ in 0..<150 {
      var damaged = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      _ = try Ingestion(content: damaged)
    }
  }

  @Test func `UTF-16 in both orders is read`() throws {
    let text = #"<?xml version="1.0" encoding="UTF-16"?><project><id>1</id><title>양자 — quantum</title></project>"#
    let little: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    for bytes in [little, big] {
      #expect(try Ingestion(content: bytes).evidence.first?.title.primary == "양자 — quantum")
    }
  }

  @Test func `CP949 under the name of EUC-KR is read`() throws {
    // 똠 (8C 63) is in CP949 only; 가 (B0 A1) in both.
    var bytes = Array(#"<?xml version="1.0" encoding="EUC-KR"?><project><id>1</id><title>"#.utf8)
    bytes += [0xB0, 0xA1, 0x8C, 0x63]
    bytes += Array("</title></project>".utf8)
    #expect(try Ingestion(content: bytes).evidence.first?.title.primary == "가똠")
  }

  @Test func `bytes that are not in the encoding are an error that names the remedy`() throws {
    let bytes = Array("<project><id>1</id><title>".utf8) + [0xB0, 0xA1] + Array("</title></project>".utf8)
    let issue = try #require(Ingestion(content: bytes).rejections.first)
    #expect(issue.remedy.contains("encoding"))
  }

  @Test func `NUL and other characters that XML forbids are errors`() throws {
    for byte in [UInt8(0), 1, 0x0B] {
      let bytes = Array("<project><id>1</id><title>a".utf8) + [byte] + Array("</title></project>".utf8)
      let ingestion = try Ingestion(content: bytes)
      #expect(ingestion.records == [])
      #expect(ingestion.rejections.count == 1)
    }
  }

  @Test func `CDATA and character references are text`() throws {
    let ingestion = try Ingestion("<project><id>1</id><title><![CDATA[a <b> & ]]>&#xAC00;&#46;&lt;</title></project>")
    #expect(ingestion.evidence.first?.title.primary == "a <b> & 가.<")
  }

  @Test(arguments: [
    ("<html><body>Error 500</body></html>", "a web page"), ("<!DOCTYPE html><html></html>", "a web page"),
    ("<rss version='2'><channel/></rss>", "<rss>"),
    ("<project xmlns='http://maven.apache.org/POM/4.0.0'/>", "<project>"),
    ("%PDF-1.7", "a PDF document"), ("Dear all\nhello\n", "plain text or a table"), ("", "empty"), (" \n\n ", "empty"),
  ])
  func `what is no known format is named and rejected`(text: String, found: String) throws {
    let ingestion = try Ingestion(text)
    #expect(ingestion.recordsRead == 1)
    #expect(ingestion.rejections.first?.reason.contains(found) == true, "\(ingestion.issues)")
    #expect(ingestion.rejections.first?.remedy.isEmpty == false)
  }
}
