/// Canonical composition (NFC): macOS writes names and forms decomposed, and "한" as three letters is not found by "한" as one.
enum ComposedText {
  /// Letters that one scalar stands for, by themselves: equal characters find it, however they are written.
  ///
  /// Latin, Greek, Cyrillic and Vietnamese letters with marks; Korean syllables are computed.
  private static let composed: [Character: Unicode.Scalar] = {
    var composed: [Character: Unicode.Scalar] = [:]
    for range in [0xC0...0x24F, 0x385...0x3CE, 0x400...0x4F9, 0x1E00...0x1EFF, 0x3040...0x30FF] as [ClosedRange<UInt32>]
    {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        composed[Character(scalar)] = composed[Character(scalar)] ?? scalar
      }
    }
    return composed
  }()

  /// Only texts with the bytes CC, CD (combining marks, U+0300 to U+036F), E1 (conjoining jamo, U+1100 to U+11FF) or E3
  /// (Japanese voice marks, U+3099 and U+309A) can be decomposed.
  ///
  /// - Complexity: linear in the text.
  static func composed(_ text: String) -> String {
    var result = ""
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.count < 2 {
        result.append(character)
      } else if let syllable = syllable(scalars) {
        result.unicodeScalars.append(contentsOf: syllable)
      } else if let scalar = composed[character] {
        result.unicodeScalars.append(scalar)
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Conjoining jamo as syllables (The Unicode Standard, section 3.12); `nil` where the first is no initial consonant.
  private static func syllable(_ scalars: Character.UnicodeScalarView) -> [Unicode.Scalar]? {
    var result: [UInt32] = []
    for scalar in scalars {
      let value = scalar.value
      if let last = result.last {
        if (0x1100...0x1112).contains(last), (0x1161...0x1175).contains(value) {
          result[result.count - 1] = 0xAC00 + ((last - 0x1100) * 21 + (value - 0x1161)) * 28
          continue
        }
        if (0xAC00...0xD7A3).contains(last), (last - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(value) {
          result[result.count - 1] = last + (value - 0x11A7)
          continue
        }
      }
      result.append(value)
    }
    guard let first = result.first, (0x1100...0x11FF).contains(first) || (0xAC00...0xD7A3).contains(first) else {
      return nil
    }
    return result.compactMap { Unicode.Scalar($0) }
  }
}
