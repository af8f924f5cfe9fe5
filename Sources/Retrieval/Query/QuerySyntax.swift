/// The officer's query language, taken apart: words, "phrases", +required, -excluded.
///
///     양자 센서            documents with either, those with both first
///     "양자 센서"          documents with the phrase only
///     +NV 양자센서         NV is required
///     "양자 센서" -통신    the phrase, and nothing with 통신
///
/// A quotation mark that is not closed reaches to the end. A hyphen inside a word is part of the word.
public struct QuerySyntax: Hashable, Sendable {
  /// Everything that scores, as one text.
  public var text = ""
  public var required: [String] = []
  public var excluded: [String] = []

  private static let openingMarks: Set<Character> = ["\"", "“", "”", "„", "「", "『", "＂"]
  private static let closingMarks: Set<Character> = ["\"", "“", "”", "」", "』", "＂"]

  public init(_ query: String) {
    var rest = query[...]
    var scored: [String] = []
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
        continue
      }
      var sign: Character?
      if "+-−–".contains(first), let second = rest.dropFirst().first, !second.isWhitespace {
        sign = first == "+" ? "+" : "-"
        rest = rest.dropFirst()
      }
      let isPhrase = rest.first.map(Self.openingMarks.contains) ?? false
      let content: Substring
      if isPhrase {
        rest = rest.dropFirst()
        content = rest.prefix { !Self.closingMarks.contains($0) }
        rest = rest.dropFirst(content.count).dropFirst()
      } else {
        content = rest.prefix { !$0.isWhitespace && !Self.openingMarks.contains($0) }
        rest = rest.dropFirst(content.count)
      }
      guard !content.isEmpty else { continue }
      switch sign {
      case "-": excluded.append(String(content))
      case "+":
        required.append(String(content))
        scored.append(String(content))
      default:
        if isPhrase { required.append(String(content)) }
        scored.append(String(content))
      }
    }
    text = scored.joined(separator: " ")
  }
}
