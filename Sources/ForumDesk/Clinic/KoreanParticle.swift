/// Particles that depend on the sound before them.
enum KoreanParticle {
  /// 을 or 를; both where the word does not end in a Korean syllable.
  static func object(_ word: String) -> String { particle(word, closed: "을", open: "를", unknown: "을(를)") }

  /// 은 or 는.
  static func topic(_ word: String) -> String { particle(word, closed: "은", open: "는", unknown: "은(는)") }

  /// 이 or 가.
  static func subject(_ word: String) -> String { particle(word, closed: "이", open: "가", unknown: "이(가)") }

  /// 으로 or 로.
  static func direction(_ word: String) -> String {
    // ㄹ takes 로 as an open syllable does.
    finalConsonant(of: word) == 8 ? "로" : particle(word, closed: "으로", open: "로", unknown: "(으)로")
  }

  /// Chooses in a text between the forms that are written side by side, such as 을(를), by the syllable or number before
  /// them; both stay behind other letters, whose sound is not known.
  static func settled(_ text: String) -> String {
    var result = text
    for (both, choose) in pairs {
      var parts = result.split(separator: both, omittingEmptySubsequences: false)
      guard parts.count > 1 else { continue }
      let last = parts.removeLast()
      var settled = ""
      for part in parts {
        settled += part
        settled += choose(spoken(String(settled.suffix(8))))
      }
      result = settled + last
    }
    return result
  }

  private static let pairs: [(both: String, choose: @Sendable (String) -> String)] = [
    ("을(를)", object), ("은(는)", topic), ("이(가)", subject), ("(으)로", direction),
  ]

  /// The last letter that is heard, a digit as its name; nothing where a sign stands there.
  private static func spoken(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, "’”'\")>]".contains(last) { text.removeLast() }
    guard let letter = text.last, letter.isLetter || letter.isNumber else { return "" }
    let names = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"]
    return letter.isASCII ? letter.wholeNumberValue.map { names[$0] } ?? String(letter) : String(letter)
  }

  private static func particle(_ word: String, closed: String, open: String, unknown: String) -> String {
    finalConsonant(of: word).map { $0 == 0 ? open : closed } ?? unknown
  }

  /// The number of the final consonant (The Unicode Standard, section 3.12), 0 for none.
  private static func finalConsonant(of word: String) -> UInt32? {
    guard let value = word.unicodeScalars.last?.value, (0xAC00...0xD7A3).contains(value) else { return nil }
    return (value - 0xAC00) % 28
  }
}
