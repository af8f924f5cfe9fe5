import Foundation
import Testing
import forum_generator

@Suite struct RegenerationTests {
  @Test func `the committed files are what the generator makes`() throws {
    for file in try SharedForum.files() {
      let url = SharedForum.committedFolder.appendingPathComponent(file.path)
      let committed = try Data(contentsOf: url)
      #expect(
        committed == Data(file.text.utf8),
        "\(file.path) differs: run 'swift run forum-generator --output Corpus/Forum' and commit what changes")
    }
  }

  @Test func `nothing else lies in the forum's folder`() throws {
    let expected = Set(try SharedForum.files().map(\.path))
    let folder = SharedForum.committedFolder.resolvingSymlinksInPath()
    let enumerator = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    for case let url as URL in enumerator where !url.hasDirectoryPath {
      let path = String(url.resolvingSymlinksInPath().path.dropFirst(folder.path.count + 1))
      #expect(expected.contains(path), "\(path) is not made by the generator")
    }
  }

  @Test func `making the forum twice gives the same bytes`() throws {
    let vocabulary = try Vocabulary.shipped()
    let again = try DemonstrationForum(vocabulary).files()
    let first = try SharedForum.files()
    #expect(again.map(\.path) == first.map(\.path))
    #expect(again.map(\.text) == first.map(\.text))
  }

  @Test func `all files together stay below four megabytes and end in a line feed`() throws {
    let files = try SharedForum.files()
    #expect(files.reduce(0) { $0 + $1.text.utf8.count } < 4_000_000)
    #expect(files.allSatisfy { $0.text.hasSuffix("\n") && !$0.text.contains("\r") })
  }
}
