import ProfileIngest

/// Text from outside as it is kept: composed letters (NFC), no control characters, no invisible ones, single blanks.
enum CleanText {
  /// No field takes more; what is beyond is cut off before anything else looks at it.
  private static let mostBytes = 1 << 16

  static func line(_ text: String) -> String { FieldText.line(visible(text)) }

  static func paragraphs(_ text: String) -> String { FieldText.paragraphs(visible(text)) }

  /// Letters and digits in lower case: what is compared of labels and headings.
  static func key(_ text: String) -> String {
    String(line(text).lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The text without what nobody sees, and with plain blanks and line breaks.
  private static func visible(_ text: String) -> String {
    var result = ""
    var byteCount = 0
    for scalar in text.unicodeScalars {
      byteCount += scalar.utf8.count
      if byteCount > mostBytes { break }
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: result.unicodeScalars.append(scalar)
      case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: result.append("\n")
      case 0...0x1F, 0x7F...0x9F: result.append(" ")
      // Blanks of all widths, and fillers of Korean syllables.
      case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x115F, 0x1160, 0x3164, 0xFFA0: result.append(" ")
      // Soft hyphens, joiners, marks of direction, byte order marks, variation selectors, tags.
      case 0xAD, 0x061C, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
        0xFEFF, 0xFFF0...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE0FFF:
        continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a text only says that there is nothing to say.
  static func isFiller(_ text: String) -> Bool {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return true }
    return ["없음", "해당없음", "해당 없음", "없습니다", "none", "n/a", "null", "nothing", "not applicable"].contains(
      line(text).lowercased().prefix { $0 != "." })
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: UTF8.EncodedScalar { UTF8.encode(self) ?? UTF8.EncodedScalar() }
}
