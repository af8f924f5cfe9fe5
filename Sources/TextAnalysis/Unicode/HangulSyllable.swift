/// The arithmetic of Hangul: 19 leading consonants x 21 vowels x 28 finals (0 is none) from U+AC00 on
/// (The Unicode Standard, chapter 3.12).
enum HangulSyllable {
  static let first: UInt32 = 0xAC00
  static let last: UInt32 = 0xD7A3
  static let vowelCount: UInt32 = 21
  static let finalCount: UInt32 = 28

  /// The final consonant of ㄹ, after which 로 stands in place of 으로.
  static let rieulFinal: UInt32 = 8

  @inline(__always)
  static func contains(_ scalar: UInt32) -> Bool { scalar &- first <= last - first }

  /// 0 for an open syllable, 1 ... 27 for one with a final consonant.
  @inline(__always)
  static func final(of syllable: UInt32) -> UInt32 { (syllable &- first) % finalCount }

  @inline(__always)
  static func compose(leading: UInt32, vowel: UInt32, final: UInt32) -> UInt32 {
    first + (leading * vowelCount + vowel) * finalCount + final
  }

  /// Compatibility jamo of the leading consonants 0 ... 18 and of the finals 1 ... 27.
  private static let leadingLetters = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars.map(\.value))
  private static let finalLetters = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars.map(\.value))

  /// The letter U+3131 ... U+314E that shows a leading consonant standing alone.
  static func letter(ofLeading leading: UInt32) -> UInt32 { leadingLetters[Int(leading)] }

  /// The letter that shows a final consonant standing alone.
  static func letter(ofFinal final: UInt32) -> UInt32 { finalLetters[Int(final) - 1] }

  /// The letter U+314F ... U+3163 that shows a vowel standing alone.
  static func letter(ofVowel vowel: UInt32) -> UInt32 { 0x314F + vowel }

  static func leading(ofLetter letter: UInt32) -> UInt32? {
    leadingLetters.firstIndex(of: letter).map { UInt32($0) }
  }

  static func final(ofLetter letter: UInt32) -> UInt32? {
    finalLetters.firstIndex(of: letter).map { UInt32($0) + 1 }
  }

  /// The letter U+3131 ... U+3163 of a half-width one, U+FFA1 ... U+FFDC.
  static func letter(ofHalfWidth scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xFFA1...0xFFBE: scalar - 0xFFA1 + 0x3131
    case 0xFFC2...0xFFC7: scalar - 0xFFC2 + 0x314F
    case 0xFFCA...0xFFCF: scalar - 0xFFCA + 0x3155
    case 0xFFD2...0xFFD7: scalar - 0xFFD2 + 0x315B
    case 0xFFDA...0xFFDC: scalar - 0xFFDA + 0x3161
    default: nil
    }
  }
}
