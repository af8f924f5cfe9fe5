import Foundation
import TestCorpora
import Testing

@Suite struct HostileSourceTests {
  private static let good = #"{"type":"evidence","id":"good","title":"양자 메모리 good"}"# + "\n"
  /// Far more than any of these sources needs when it is read as a stream, far less than what they would expand to.
  private static let memoryByteLimit = 512 << 20

  /// Imports a hostile file after a good one: the good one goes in, the other is rejected with a reason.
  private func expectRefusal(of bytes: [UInt8], named name: String, accepted: Int = 1) throws -> JSONValue {
    let folder = try TemporaryFolder()
    let (good, hostile) = try (folder.write("good.jsonl", Self.good), folder.write(name, bytes))
    let outcome = try MoimProcess(["import", "--json", good, hostile], workspace: folder.file("w")).wait(
      isMeasured: true)
    #expect(outcome.signal == nil && outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.peakMemoryByteCount < Self.memoryByteLimit)
    let report = try outcome.json()
    #expect(report["totals"]["accepted"].number == Double(accepted))
    let source = report["sources"].list[1]
    #expect(source["rejected"].number ?? 0 >= 1)
    #expect(
      source["issues"].list.contains { $0["reason"].text?.isEmpty == false && $0["remedy"].text?.isEmpty == false })
    #expect(outcome.messages.contains(name))
    #expect(try search("메모리", in: folder.file("w")).contains("good"))
    #expect(try search("root daemon bin", in: folder.file("w")).isEmpty)
    #expect(try moim("check", workspace: folder.file("w")).status == 0)
    return source
  }

  private static func nested(_ depth: Int) -> String {
    "<project><id>1</id>" + String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
      + "</project>"
  }

  /// By the names of their files.
  private static let texts = [
    "bomb.xml": bomb,
    "outside.xml": #"<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><project><id>&x;</id></project>"#,
    "fetch.xml": #"<!DOCTYPE project SYSTEM "http://localhost:1/x.dtd"><project><id>1</id></project>"#,
    "cut.xml": "<project><id>1</id><title>Half", "deep.xml": nested(100_000), "plain.xml": "no XML at all <",
    "nothing.xml": "", "list.jsonl": String(repeating: "[", count: 200_000),
    "object.jsonl": String(repeating: #"{"a":"#, count: 100_000),
  ]

  @Test(arguments: texts.keys.sorted())
  func `hostile text is refused, nothing is fetched, and the rest goes in`(_ name: String) throws {
    _ = try expectRefusal(of: Array((Self.texts[name] ?? "").utf8), named: name)
  }

  private static let bomb: String = {
    let levels = zip("abcdefghi", "bcdefghij").map {
      "<!ENTITY \($1) \"" + String(repeating: "&\($0);", count: 10) + "\">"
    }
    return "<!DOCTYPE p [<!ENTITY a \"ha\">\(levels.joined())]><project><id>&j;</id></project>"
  }()

  @Test func `bytes that are no UTF-8 cost their own record only`() throws {
    let bytes =
      Array(#"{"type":"evidence","id":"bad","title":""#.utf8) + [0xFF, 0xC0, 0xAF] + Array("\"}\n".utf8)
      + Array(#"{"type":"evidence","id":"after","title":"뒤"}"#.utf8)
    let source = try expectRefusal(of: bytes, named: "latin.jsonl", accepted: 2)
    #expect(source["issues"].list.first?["line"].number == 1)
    let wide: [UInt8] = [0xFF, 0xFE] + "<project><id>1</id></project>".utf8.flatMap { [$0, 0] }
    let lying =
      Array(#"<?xml version="1.0" encoding="UTF-8"?><project><id>1</id><title>"#.utf8) + [0xBC, 0xF6]
      + Array("</title></project>".utf8)
    _ = try expectRefusal(of: lying, named: "lying.xml")
    let folder = try TemporaryFolder()
    let outcome = try moim("import", folder.write("wide.xml", wide), workspace: folder.file("w"))
    #expect(outcome.status == 0 && outcome.signal == nil)
  }

  @Test func `a line of a hundred megabytes is refused in bounded memory, and the next line goes in`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("long.jsonl", "")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.write(contentsOf: Data(#"{"type":"evidence","id":"long","title":""#.utf8))
    try file.truncate(atOffset: 100 << 20)
    try file.seekToEnd()
    try file.write(contentsOf: Data(("\n" + Self.good).utf8))
    try file.close()
    let outcome = try MoimProcess(["import", "--json", path], workspace: folder.file("w")).wait(isMeasured: true)
    #expect(outcome.status == 0)
    let source = try outcome.json()["sources"].list[0]
    #expect(source["accepted"].number == 1 && source["rejected"].number == 1)
    #expect(source["issues"].list.first?["line"].number == 1)
    #expect(outcome.peakMemoryByteCount < Self.memoryByteLimit)
  }

  @Test func `archives that are cut, lie or point outside are refused, and nothing is written beside the workspace`()
    throws
  {
    let whole = SmallArchive.bytes([
      ("a.jsonl", Self.good.replacing("good", with: "a"), nil),
      ("b.jsonl", Self.good.replacing("good", with: "b"), nil),
    ])
    _ = try expectRefusal(of: Array(whole.prefix(whole.count / 2)), named: "cut.zip")
    _ = try expectRefusal(of: Array(whole.prefix(whole.count - 30)), named: "cut.zip")
    _ = try expectRefusal(of: Array("PK\u{3}\u{4}".utf8) + Array(repeating: 0, count: 100), named: "empty.zip")
    _ = try expectRefusal(
      of: SmallArchive.bytes([
        ("ratio.jsonl", "xxxx", 4_000_000_000), ("a.jsonl", Self.good.replacing("good", with: "a"), nil),
      ]),
      named: "ratio.zip", accepted: 2)
    let traversal = SmallArchive.bytes([
      ("../../../../tmp/moim-escaped.jsonl", Self.good.replacing("good", with: "up"), nil),
      ("/tmp/moim-escaped.jsonl", Self.good.replacing("good", with: "root"), nil),
      ("fine.jsonl", Self.good.replacing("good", with: "fine"), nil),
    ])
    _ = try expectRefusal(of: traversal, named: "traversal.zip", accepted: 2)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/moim-escaped.jsonl"))
  }

  @Test func `special files, loops of links and files without permission do not stop an import`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("in"), withIntermediateDirectories: true)
    _ = try folder.write("in/good.jsonl", Self.good)
    try FileManager.default.createSymbolicLink(atPath: folder.file("in/loop"), withDestinationPath: folder.file("in"))
    try FileManager.default.createSymbolicLink(atPath: folder.file("in/dangling.xml"), withDestinationPath: "/nowhere")
    // A pipe that nobody writes to: whoever opens it waits for ever.
    let pipeMade = unsafe mkfifo(folder.file("in/pipe.jsonl"), 0o600) == 0
    #expect(pipeMade)
    let outcome = try moim("import", "--json", folder.file("in"), workspace: folder.file("w"))
    #expect(outcome.status == 0 && outcome.signal == nil)
    #expect(try outcome.json()["totals"]["accepted"].number == 1)
  }
}
