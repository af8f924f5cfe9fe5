import ProfileIngest
import ResearchProfiles
import Testing

/// Hostile documents at the places that mappings follow.
struct HostileMappedTests {
  private static let place = (before: "<RESULT><RESULTSET>", after: "</RESULTSET></RESULT>")
  private static let good =
    "<HIT><ProjectNumber>7</ProjectNumber><ProjectTitle><Korean>과제</Korean></ProjectTitle></HIT>"

  @Test(arguments: [
    ("<!DOCTYPE RESULT [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "<HIT>&b;</HIT>", "document type"),
    ("<!DOCTYPE RESULT SYSTEM \"file:///etc/passwd\">", "<HIT/>", "document type"),
    ("", "<HIT><ProjectNumber>&undefined;</ProjectNumber></HIT>", "not well-formed"),
    ("", "<HIT" + String(repeating: " a", count: 10) + "></HIT>", "not well-formed"),
    ("", String(repeating: "<HIT>", count: 100_000), "deeper"),
    (
      "", "<HIT " + (0..<2000).map { "a\($0)='1'" }.joined(separator: " ") + "/>",
      "attributes"
    ),
    ("", "<HIT><ProjectNumber>\u{0}</ProjectNumber></HIT>", ""),
  ])
  func `a document that is refused says where and why`(prolog: String, record: String, reason: String) throws {
    let ingestion = try Ingestion(prolog + Self.place.before + record + Self.place.after)
    #expect(ingestion.records == [])
    let issue = try #require(ingestion.rejections.first)
    #expect(issue.reason.contains(reason), "\(issue)")
    #expect(issue.line != nil && !issue.remedy.isEmpty && issue.file.hasSuffix("input"))
  }

  @Test(arguments: [[0xC1, 0x81], [0xE0, 0x81, 0x81], [0xF0, 0x80, 0x81, 0x81]] as [[UInt8]])
  func `characters that are written longer than they are become no text of ours`(bytes: [UInt8]) throws {
    // libxml2 takes them for the "A" that they are not allowed to stand for.
    let long = "a title of more than fifteen bytes "
    let mapped =
      Array((Self.place.before + "<HIT><ProjectNumber>7</ProjectNumber><ProjectTitle><Korean>" + long).utf8) + bytes
      + Array(("</Korean></ProjectTitle></HIT>" + Self.place.after).utf8)
    let cordis = Array("<project><id>7</id><title>\(long)".utf8) + bytes + Array("</title></project>".utf8)
    for content in [mapped, cordis] {
      var titles: [String] = []
      var rejectionCount = 0
      try IngestReader.read(content: content, name: "input") { batch in
        for record in batch.records {
          if case .evidence(let evidence) = record.content { titles.append(evidence.title.primary) }
        }
        rejectionCount += batch.issues.count
      }
      #expect(titles.count + rejectionCount > 0)
      for title in titles { #expect(title.hasPrefix(long) && title.unicodeScalars.contains("\u{FFFD}")) }
    }
  }

  @Test func `a record that is too large costs itself, and its text is not kept`() throws {
    var limits = IngestLimits()
    limits.recordByteCount = 100_000
    let large =
      "<HIT><ProjectNumber>6</ProjectNumber><Goal><Full>\(String(repeating: "가", count: 50_000))</Full></Goal></HIT>"
    let many = "<HIT>" + String(repeating: "<ResearchAgency><Name>가</Name></ResearchAgency>", count: 5000) + "</HIT>"
    let ingestion = try Ingestion(
      Self.place.before + large + Self.good + many + Self.good + Self.place.after, IngestOptions(limits: limits))
    #expect(ingestion.ids == ["7", "7"])
    #expect(ingestion.rejections.count == 2)
    #expect(ingestion.rejections.allSatisfy { $0.reason.contains("more than 100000 bytes") })
  }

  @Test func `text between elements of a large record is bounded as well`() throws {
    var limits = IngestLimits()
    limits.recordByteCount = 10_000
    // The author element of KCI has text of its own and children.
    let author = "<author>" + String(repeating: "x<name>y</name>", count: 2000) + "</author>"
    let ingestion = try Ingestion(
      "<MetaData><outputData><record><articleInfo article-id=\"A\"><author-group>\(author)</author-group></articleInfo></record></outputData></MetaData>",
      IngestOptions(limits: limits))
    #expect(ingestion.records == [] && ingestion.rejections.count == 1)
  }

  @Test func `a document that breaks off keeps the records before it`() throws {
    let ingestion = try Ingestion(Self.place.before + Self.good + "<HIT><ProjectNumber>8</Pro")
    #expect(ingestion.ids == ["7"])
    #expect(ingestion.rejections.count == 1)
  }
}
