/// A heading without what writers add to it: blanks, punctuation, remarks in parentheses, the name of a language.
struct HeadingForms: Equatable {
  /// From the whole heading to its barest form; letters and digits in lower case.
  private(set) var keys: [String] = []
  /// The language that the heading names.
  private(set) var language: String?

  private static let languages: [(word: String, code: String)] = [
    ("국문", "ko"), ("한글", "ko"), ("한국어", "ko"), ("korean", "ko"), ("kor", "ko"), ("ko", "ko"), ("kr", "ko"),
    ("영문", "en"), ("영어", "en"), ("english", "en"), ("eng", "en"), ("en", "en"),
  ]

  init(_ heading: String) {
    let heading = FieldText.line(heading)
    add(Self.key(heading))
    let bare = Self.withoutParentheses(heading)
    add(Self.key(bare))
    for text in [heading, bare] { takeLanguage(of: text) }
  }

  /// A field in the language that the heading names.
  func localized(_ field: TableField) -> TableField { language.map(field.inLanguage) ?? field }

  private mutating func add(_ key: String) {
    if !key.isEmpty, !keys.contains(key) { keys.append(key) }
  }

  /// Finds the language as a word of its own at either end (Korean needs no blank there) and adds what is left.
  private mutating func takeLanguage(of text: String) {
    let words = text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    let joined = words.joined()
    for (word, code) in Self.languages {
      if words.count > 1, words.last == word || words.first == word {
        language = language ?? code
        add((words.last == word ? words.dropLast() : words.dropFirst()).joined())
      } else if word.utf8.count > word.count, joined.count > word.count {
        if joined.hasPrefix(word) {
          language = language ?? code
          add(String(joined.dropFirst(word.count)))
        } else if joined.hasSuffix(word) {
          language = language ?? code
          add(String(joined.dropLast(word.count)))
        }
      }
    }
  }

  private static func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static func withoutParentheses(_ text: String) -> String {
    var result = ""
    var depth = 0
    for character in text {
      switch character {
      case "(", "[", "（", "<": depth += 1
      case ")", "]", "）", ">": depth = max(0, depth - 1)
      default: if depth == 0 { result.append(character) }
      }
    }
    return result
  }
}
