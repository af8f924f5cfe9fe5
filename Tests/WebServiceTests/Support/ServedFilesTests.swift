import Foundation
import Testing

@testable import WebService

/// What the binary carries is what the folders hold.
@Suite struct ServedFilesTests {
  private static func names(in folder: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/WebService/")
    return try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).standardizedFileURL.path)
      .sorted()
  }

  @Test func `every template is served, in both languages`() throws {
    let served = ServedFiles.templates
    #expect(try Self.names(in: "Templates") == served.map { $0.name + ".mustache" }.sorted())
    _ = try TemplateLibrary(served)
  }

  @Test func `every block of the style sheet ends, so that no area's rules are those of print or of phones`() throws {
    let css = try #require(ServedFiles.asset("moim.css")).bytes
    var depth = 0
    for line in String(decoding: css, as: UTF8.self).split(separator: "\n") {
      // A block that is left open swallows the rules below, and browsers say nothing.
      if line.hasPrefix("/*") || line.hasPrefix("@media") { #expect(depth == 0, "\(line)") }
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
      #expect((0...2).contains(depth), "\(line)")
    }
    #expect(depth == 0)
  }

  @Test func `every asset is served, and no page loads anything from elsewhere`() throws {
    for name in try Self.names(in: "Assets") { #expect(ServedFiles.asset(name) != nil, "\(name)") }
    for (name, source) in ServedFiles.templates {
      #expect(!source.contains("src=\"http") && !source.contains("href=\"http"), "\(name)")
      #expect(!source.contains("<script>") && !source.contains(" style=\"") && !source.contains(" onclick="), "\(name)")
    }
  }
}
