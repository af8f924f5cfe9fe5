/// Punctuation that may stand inside a word of letters and digits.
extension WordScanner {
  /// "0.5" is one word; dates and versions such as "2024.03.01" are several.
  mutating func scanDecimalPoint(_ text: Span<UInt8>, at offset: Int, into buffer: inout TokenBuffer) -> Int {
    if isDigit(text, at: offset - 1), isDigit(text, at: offset + 1), !isBetweenDottedNumbers(text, at: offset) {
      alphabetic.isPlain = false
      alphabetic.append(UInt8(ascii: "."))
    } else {
      finishWord(into: &buffer)
    }
    return offset + 1
  }

  /// Is a point with a digit on each side one of several, as in a date?
  private func isBetweenDottedNumbers(_ text: Span<UInt8>, at offset: Int) -> Bool {
    let start = alphabetic.sourceStart
    if start >= 2, text[start - 1] == UInt8(ascii: "."), isDigit(text, at: start - 2) { return true }
    var end = offset + 1
    while isDigit(text, at: end) { end += 1 }
    return end < text.count && text[end] == UInt8(ascii: ".") && isDigit(text, at: end + 1)
  }

  /// "1,550" is 1550: exactly three digits behind, and at most three before the first separator.
  mutating func scanThousandsSeparator(_ text: Span<UInt8>, at offset: Int, into buffer: inout TokenBuffer) -> Int {
    let isSeparator =
      alphabetic.isNumber && (alphabetic.count <= 3 || alphabetic.hasThousandsSeparator)
      && isDigit(text, at: offset + 1) && isDigit(text, at: offset + 2) && isDigit(text, at: offset + 3)
      && !isDigit(text, at: offset + 4)
    if isSeparator {
      alphabetic.hasThousandsSeparator = true
    } else {
      finishWord(into: &buffer)
    }
    return offset + 1
  }

  /// "R&D" and "AT&T" are one word: at most two letters before and behind.
  mutating func scanAmpersand(_ text: Span<UInt8>, at offset: Int, into buffer: inout TokenBuffer) -> Int {
    let isJoined =
      alphabetic.isPlain && alphabetic.count <= 2 && isLetter(text, at: offset + 1)
      && (!isAlphanumeric(text, at: offset + 2) || !isAlphanumeric(text, at: offset + 3))
    if isJoined {
      alphabetic.isPlain = false
      alphabetic.append(UInt8(ascii: "&"))
    } else {
      finishWord(into: &buffer)
    }
    return offset + 1
  }

  /// "C++" and "C#" are words.
  mutating func scanLanguageSign(_ text: Span<UInt8>, at offset: Int, into buffer: inout TokenBuffer) -> Int {
    var end = offset + 1
    if alphabetic.isPlain, alphabetic.count == 1 {
      let sign = text[offset]
      let length = sign == UInt8(ascii: "#") ? 1 : 2
      let isDoubled = length == 1 || offset + 1 < text.count && text[offset + 1] == sign
      if isDoubled, !isAlphanumeric(text, at: offset + length) {
        alphabetic.isPlain = false
        for _ in 0..<length { alphabetic.append(sign) }
        end = offset + length
        alphabetic.sourceEnd = end
      }
    }
    finishWord(into: &buffer)
    return end
  }

  /// "company's" is company, "l'eau" two words, and "isn't" is a stop word.
  ///
  /// - Parameter byteCount: 1 for U+0027, 3 for U+2019.
  mutating func scanApostrophe(
    _ text: Span<UInt8>, at offset: Int, byteCount: Int, into buffer: inout TokenBuffer
  ) -> Int {
    let start = offset + byteCount
    var tail: UInt32 = 0
    var end = start
    while end < text.count, end - start < 3, let folded = Self.foldedAlphanumeric(text[end]) {
      tail = tail << 8 | UInt32(folded)
      end += 1
    }
    guard end > start, end - start < 3, alphabetic.count > 0, isLetter(text, at: offset - 1) else {
      finishWord(into: &buffer)
      return start
    }
    switch tail {
    case 0x74 where alphabetic.isPlain && alphabetic.bytes[alphabetic.count - 1] == UInt8(ascii: "n"):  // t
      if policy.reducesWords {
        skipAlphabeticWord()
      } else {
        finishWord(into: &buffer)
      }
      return end
    case 0x73, 0x64, 0x6D, 0x7265, 0x7665, 0x6C6C:  // s, d, m, re, ve, ll
      finishWord(into: &buffer)
      return end
    default:
      finishWord(into: &buffer)
      return start
    }
  }

  @inline(__always)
  private func isDigit(_ text: Span<UInt8>, at offset: Int) -> Bool {
    offset >= 0 && offset < text.count && Self.isDigit(text[offset])
  }

  @inline(__always)
  private func isAlphanumeric(_ text: Span<UInt8>, at offset: Int) -> Bool {
    offset >= 0 && offset < text.count && Self.foldedAlphanumeric(text[offset]) != nil
  }

  @inline(__always)
  private func isLetter(_ text: Span<UInt8>, at offset: Int) -> Bool {
    isAlphanumeric(text, at: offset) && !Self.isDigit(text[offset])
  }
}
