import Foundation
import HTTPTypes

/// What came back.
struct TestPage: Sendable {
  var status: Int
  var headers: HTTPFields
  var bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// Where a redirect leads.
  var location: String? { headers[.location] }

  /// The value of a hidden field.
  func value(ofHidden name: String) -> String? { first(match: "name=\"\(name)\" value=\"([^\"]*)\"") }

  /// Where links and forms lead.
  var links: [String] { all(matches: "(?:href|action|src)=\"([^\"]*)\"") }

  func first(match pattern: String) -> String? { all(matches: pattern).first }

  /// What the first group of a pattern matches, with HTML's entities resolved.
  func all(matches pattern: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let text = self.text
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
      Range(match.range(at: 1), in: text).map { Self.unescaped(String(text[$0])) }
    }
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
