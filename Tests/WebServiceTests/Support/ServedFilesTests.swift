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

  @Test func `every asset is served, and no page loads anything from elsewhere`() throws {
    for name in try Self.names(in: "Assets") { #expect(ServedFiles.asset(name) != nil, "\(name)") }
    for (name, source) in ServedFiles.templates {
      #expect(!source.contains("src=\"http") && !source.contains("href=\"http"), "\(name)")
      #expect(!source.contains("<script>") && !source.contains(" style=\"") && !source.contains(" onclick="), "\(name)")
    }
  }
}
