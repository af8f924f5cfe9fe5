/// How a Korean reader ends a word: what decides the form of the particle after it.
package enum FinalSound: Sendable {
  case vowel
  /// ㄹ, after which 로 stays 로.
  case rieul
  case consonant

  /// Reads the last sound of a word; a remark in parentheses at its end is passed over, as a reader does.
  package init(of word: String) throws(GenerationError) {
    var spoken = word[...]
    if spoken.hasSuffix(")"), let opening = spoken.lastIndex(of: "(") { spoken = spoken[..<opening] }
    while let last = spoken.last, last == " " || last == "\"" || last == "’" { spoken.removeLast() }
    guard let last = spoken.unicodeScalars.last else { throw .unreadableEnding(word) }
    if (0xAC00...0xD7A3).contains(last.value) {
      self.init(syllable: last)
      return
    }
    let tail = String(spoken.reversed().prefix { $0.isASCII && $0 != " " || $0 == "μ" || $0 == "√" }.reversed())
    let unit = String(tail.drop { $0.isNumber || $0 == "." || $0 == "-" })
    if let known = Self.unitReadings[unit] {
      self = known
    } else if let digit = last.properties.numericType == nil ? nil : Int(String(last)) {
      self = Self.digitReadings[digit]
    } else if last.properties.isUppercase, last.isASCII {
      self = Self.letterReading(last)
    } else {
      throw .unreadableEnding(word)
    }
  }

  private init(syllable: Unicode.Scalar) {
    switch (syllable.value - 0xAC00) % 28 {
    case 0: self = .vowel
    case 8: self = .rieul
    default: self = .consonant
    }
  }

  /// 영 일 이 삼 사 오 육 칠 팔 구; tens, hundreds and thousands end in a consonant as 영 does.
  private static let digitReadings: [FinalSound] = [
    .consonant, .rieul, .vowel, .consonant, .vowel, .vowel, .consonant, .rieul, .rieul, .vowel,
  ]

  private static func letterReading(_ letter: Unicode.Scalar) -> FinalSound {
    switch letter {
    case "L", "R": .rieul
    case "M", "N": .consonant
    default: .vowel
    }
  }

  private static let unitReadings: [String: FinalSound] = [
    "%": .vowel, "dB": .rieul, "mK": .consonant, "K": .consonant, "kg": .consonant, "nm": .vowel, "km": .vowel,
    "GHz": .vowel, "ppm": .consonant, "mbar": .vowel, "kcal/mol": .rieul, "CMOS": .vowel,
  ]
}
