import Foundation
import ProfileIngest
import Testing

/// What Documentation/SOURCES.md promises.
struct SourceDocumentationTests {
  private static let text: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return (try? String(contentsOf: root.appendingPathComponent("Documentation/SOURCES.md"), encoding: .utf8)) ?? ""
  }()

  private static func blocks(_ language: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test func `every example is a record without a loss`() throws {
    let examples = Self.blocks("xml") + Self.blocks("json")
    #expect(examples.count >= 13)
    for example in examples {
      let ingestion = try Ingestion(example)
      #expect(ingestion.records.count == 1 && ingestion.rejections == [], "\(example): \(ingestion.issues)")
      #expect("\(ingestion.records)".contains("홍길동") == false)
    }
  }

  @Test func `the example of a mapping file is one`() throws {
    let mapping = try #require(Self.blocks("mapping").first)
    var options = IngestOptions()
    options.add(try MappingFile(content: Array(mapping.utf8), name: "example"))
    let ingestion = try Ingestion(
      "<export><lab no='1' state='open'><name lang='ko'>가나</name></lab><lab no='2' state='old'/><tool id='t'><title>T</title><owner>가나</owner></tool></export>",
      options)
    #expect(ingestion.ids == ["lab:1", "t"])
    #expect(ingestion.rejections.map(\.reason) == ["the laboratory is closed"])
  }

  @Test(arguments: 1...3) func `damaged examples never crash and every record stays accounted for`(seed: UInt64) throws
  {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for example in Self.blocks("xml") + Self.blocks("json") {
      for _ in 0..<8 {
        var bytes = Array(example.utf8)
        for _ in 0...random(4) {
          let place = random(bytes.count)
          switch random(4) {
          case 0: bytes[place] = UInt8(random(256))
          case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(40)))
          case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + random(200))], at: place)
          default: bytes[place] ^= 1 << UInt8(random(8))
          }
          if bytes.isEmpty { bytes = [0x3C] }
        }
        _ = try Ingestion(content: bytes)
      }
    }
  }

  @Test func `every format is named`() {
    for format in IngestFormat.readable { #expect(Self.text.contains("`\(format.rawValue)`"), "\(format.rawValue)") }
  }
}
