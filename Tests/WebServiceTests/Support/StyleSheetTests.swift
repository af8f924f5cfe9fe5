import Foundation
import Testing

@testable import WebService

@Suite struct StyleSheetTests {
  @Test func `every block of the style sheet is closed where the next one begins`() throws {
    let sheet = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/WebService/Assets/moim.css").standardizedFileURL
    let lines = try String(contentsOf: sheet, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    var depth = 0
    for (number, line) in lines.enumerated() {
      // Lines inside a block such as @media are indented, and only they.
      let begins = line.first.map { !$0.isWhitespace && $0 != "}" } ?? false
      if begins { #expect(depth == 0, "line \(number + 1) begins within an open block: \(line)") }
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
      #expect((0...2).contains(depth), "line \(number + 1)")
    }
    #expect(depth == 0)
  }
}
