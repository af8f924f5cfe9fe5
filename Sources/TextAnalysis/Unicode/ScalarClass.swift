/// What a folded scalar is to the segmentation of a text.
enum ScalarClass {
  /// Ends a word.
  case blank
  /// Part of a word, but of no term: accents, joiners, variation selectors.
  case ignorable
  /// Letters and digits of scripts that put blanks between words.
  case letter
  case hangul
  /// A conjoining jamo, U+1100 ... U+11FF.
  case jamo
  /// A letter of the Korean keyboard, U+3131 ... U+3163.
  case jamoLetter
  case halfWidthJamo
  /// Han and Hiragana, which Japanese words mix.
  case ideograph
  case katakana
  /// Combining and standing voiced and half-voiced marks of kana.
  case kanaMark
  case apostrophe

  /// - Parameter scalar: not ASCII, already folded by ``ScalarFolds``.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x80...0xAC, 0xAE...0xBF, 0xD7, 0xF7: self = .blank
    case 0xAD, 0x300...0x36F, 0x483...0x489, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F: self = .ignorable
    case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0x302A...0x302F, 0xFE00...0xFE0F, 0xFE20...0xFE2F:
      self = .ignorable
    case 0xE0000...0xE01EF: self = .ignorable
    case 0x2019: self = .apostrophe
    case 0xC0...0x2AF: self = .letter
    case 0xAC00...0xD7A3: self = .hangul
    case 0x119E: self = .blank  // Arae-a, in use as a middle dot.
    case 0x1100...0x11FF: self = .jamo
    case 0x3131...0x3163: self = .jamoLetter
    case 0xFFA1...0xFFDC: self = .halfWidthJamo
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3041...0x3096, 0x309D...0x309F, 0x3005...0x3007, 0xFA0E...0xFA29:
      self = .ideograph
    case 0x20000...0x3FFFD: self = .ideograph
    case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF: self = .katakana
    case 0x3099...0x309C: self = .kanaMark
    case 0x2000...0x2BFF, 0x2E00...0x33FF, 0xE000...0xF8FF: self = .blank
    default: self = Self.byProperties(of: scalar)
    }
  }

  /// Blanks, and the middle dots with which Korean joins equals: "산·학·연".
  static func isBlankOrMiddleDot(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: true
    case 0xB7, 0x2027, 0x2010, 0x2011, 0x2022, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0x318D, 0x119E: true
    default: false
    }
  }

  /// For scripts without a rule of their own.
  private static func byProperties(of value: UInt32) -> ScalarClass {
    guard let scalar = Unicode.Scalar(value) else { return .blank }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber:
      return .letter
    // Vowel signs of Indic scripts are written as marks: without them words fall together.
    case .spacingMark, .nonspacingMark: return .letter
    case .enclosingMark, .format: return .ignorable
    default: return .blank
    }
  }
}
