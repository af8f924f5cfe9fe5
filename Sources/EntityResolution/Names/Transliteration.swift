/// Korean names in Latin letters (Revised Romanization, Ministry of Culture and Tourism notice 2000-8, without the changes
/// of sound between syllables): a hint that two names sound alike, never more.
package enum Transliteration {
  private static let leading = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
  ]
  private static let vowels = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
  ]
  private static let finals = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
  ]

  /// Hangul syllables in Latin letters, everything else as it is.
  package static func romanized(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      guard NameReader.isHangul(scalar.value) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let index = Int(scalar.value - 0xAC00)
      result += leading[index / 588] + vowels[index % 588 / 28] + finals[index % 28]
    }
    return result
  }

  /// Whether a Korean name of one list sounds like a Latin one of the other.
  static func agrees(_ left: [NameForm], _ right: [NameForm]) -> Bool {
    pairAgrees(left, right) || pairAgrees(right, left)
  }

  private static func pairAgrees(_ korean: [NameForm], _ latin: [NameForm]) -> Bool {
    for ours in korean where ours.marks.contains(.hangul) {
      let core = ours.words.filter { $0.role == .distinctive }.map { skeleton(romanized($0.text)) }.joined()
      guard core.utf8.count >= 3 else { continue }
      for theirs in latin where !theirs.marks.contains(.hangul) {
        let other = theirs.words.filter { $0.role == .distinctive }.map { skeleton($0.text) }.joined()
        if other == core { return true }
      }
    }
    return false
  }

  /// Consonants with those that romanisations confuse made one.
  private static func skeleton(_ word: String) -> String {
    var result = ""
    for letter in word.utf8 {
      let mapped: UInt8? =
        switch letter {
        case UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "c"), UInt8(ascii: "q"): UInt8(ascii: "k")
        case UInt8(ascii: "d"), UInt8(ascii: "t"): UInt8(ascii: "t")
        case UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "v"), UInt8(ascii: "f"): UInt8(ascii: "p")
        case UInt8(ascii: "l"), UInt8(ascii: "r"): UInt8(ascii: "l")
        case UInt8(ascii: "j"), UInt8(ascii: "z"): UInt8(ascii: "j")
        case UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "m"), UInt8(ascii: "h"): letter
        default: nil
        }
      guard let mapped, result.utf8.last != mapped else { continue }
      result.unicodeScalars.append(Unicode.Scalar(mapped))
    }
    return result
  }
}
