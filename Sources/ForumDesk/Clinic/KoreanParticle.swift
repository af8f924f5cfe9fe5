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

  private static func particle(_ word: String, closed: String, open: String, unknown: String) -> String {
    finalConsonant(of: word).map { $0 == 0 ? open : closed } ?? unknown
  }

  /// The number of the final consonant (The Unicode Standard, section 3.12), 0 for none.
  private static func finalConsonant(of word: String) -> UInt32? {
    guard let value = word.unicodeScalars.last?.value, (0xAC00...0xD7A3).contains(value) else { return nil }
    return (value - 0xAC00) % 28
  }
}
