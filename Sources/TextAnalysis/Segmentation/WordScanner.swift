/// Cuts a text into words at blanks, punctuation and changes of script, folds their characters on the way, and writes
/// the terms of each word.
///
/// ASCII and composed Hangul take a short way; everything else is decoded, folded by ``ScalarFolds`` and classed by
/// ``ScalarClass``.
struct WordScanner {
  /// The kind of word that is being read.
  enum Run {
    case none
    case alphabetic
    case hangul
    case ideograph
    case katakana
  }

  let policy: AnalysisPolicy
  var run = Run.none
  var alphabetic = AlphabeticWord()
  var syllabic = SyllabicWord()
  /// Units written so far.
  var position: UInt32 = 0
  let vocabulary = AnalysisVocabulary.shared

  init(policy: AnalysisPolicy) { self.policy = policy }

  /// Writes the terms of `text` into the empty `buffer`.
  /// - Complexity: linear in the text.
  mutating func scan(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {
    var offset = 0
    let end = text.count
    while offset < end {
      let byte = text[offset]
      if byte < 0x80 {
        if let folded = Self.foldedAlphanumeric(byte) {
          offset = scanAlphanumerics(text, from: offset, first: folded, into: &buffer)
        } else if run == .alphabetic {
          offset = scanPunctuation(text, at: offset, into: &buffer)
        } else {
          if run != .none { finishWord(into: &buffer) }
          if byte > 0x20, byte != UInt8(ascii: "-") { syllabic.previous = nil }
          offset += 1
        }
      } else if let syllable = Self.composedSyllable(text, at: offset) {
        if run != .hangul {
          let isBehindWord = isParticlePlace(text, at: offset)
          appendSyllable(syllable, .hangul, sourceStart: offset, sourceEnd: offset + 3, into: &buffer)
          syllabic.isBehindWord = isBehindWord
        } else {
          appendSyllable(syllable, .hangul, sourceStart: offset, sourceEnd: offset + 3, into: &buffer)
        }
        offset += 3
      } else {
        offset = scanOther(text, at: offset, into: &buffer)
      }
    }
    finishWord(into: &buffer)
    buffer.unitCount = position
  }

  /// Lower-case letter or digit, `nil` for every other ASCII character.
  @inline(__always)
  static func foldedAlphanumeric(_ byte: UInt8) -> UInt8? {
    let lower = byte | 0x20
    if lower &- 0x61 < 26 { return lower }
    return isDigit(byte) ? byte : nil
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The Hangul syllable whose three bytes begin at `offset`.
  @inline(__always)
  private static func composedSyllable(_ text: Span<UInt8>, at offset: Int) -> UInt32? {
    let first = text[offset]
    guard first >= 0xEA, first <= 0xED, offset + 2 < text.count else { return nil }
    let (second, third) = (text[offset + 1], text[offset + 2])
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
    let scalar = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    return HangulSyllable.contains(scalar) ? scalar : nil
  }

  /// Is a Hangul word that begins at `offset` right behind a word that is not a number, or behind what closes one?
  private func isParticlePlace(_ text: Span<UInt8>, at offset: Int) -> Bool {
    if run == .alphabetic { return !alphabetic.isNumber }
    if run != .none { return true }
    guard offset > 0 else { return false }
    switch text[offset - 1] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"), UInt8(ascii: "\""): return true
    case 0x99, 0x9D: return offset >= 3 && text[offset - 2] == 0x80 && text[offset - 3] == 0xE2
    default: return false
    }
  }

  @inline(__always)
  private mutating func scanAlphanumerics(
    _ text: Span<UInt8>, from offset: Int, first: UInt8, into buffer: inout TokenBuffer
  ) -> Int {
    beginAlphabetic(at: offset, into: &buffer)
    var offset = offset
    var folded = first
    while true {
      if folded >= 0x61 { alphabetic.isNumber = false } else { alphabetic.isPlain = false }
      alphabetic.append(folded)
      alphabetic.sourceBits |= text[offset]
      offset += 1
      guard offset < text.count, let next = Self.foldedAlphanumeric(text[offset]) else { break }
      folded = next
    }
    alphabetic.sourceEnd = offset
    if alphabetic.sourceBits & 0x20 == 0 {
      alphabetic.isAbbreviation = syllabic.previous != nil || isHangulNext(text, at: offset)
    }
    return offset
  }

  /// Does Hangul follow, directly or behind one blank?
  private func isHangulNext(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset < text.count else { return false }
    let next = text[offset] == 0x20 ? offset + 1 : offset
    return next < text.count && text[next] >= 0xEA && text[next] <= 0xED
  }

  /// ASCII that is neither letter nor digit, behind letters or digits.
  private mutating func scanPunctuation(_ text: Span<UInt8>, at offset: Int, into buffer: inout TokenBuffer) -> Int {
    switch text[offset] {
    case UInt8(ascii: "."): return scanDecimalPoint(text, at: offset, into: &buffer)
    case UInt8(ascii: ","): return scanThousandsSeparator(text, at: offset, into: &buffer)
    case UInt8(ascii: "'"): return scanApostrophe(text, at: offset, byteCount: 1, into: &buffer)
    case UInt8(ascii: "&"): return scanAmpersand(text, at: offset, into: &buffer)
    case UInt8(ascii: "+"), UInt8(ascii: "#"): return scanLanguageSign(text, at: offset, into: &buffer)
    default:
      finishWord(into: &buffer)
      return offset + 1
    }
  }

  /// Everything but ASCII and composed Hangul.
  private mutating func scanOther(_ text: Span<UInt8>, at offset: Int, into buffer: inout TokenBuffer) -> Int {
    let decoded = UTF8Decoder.decode(text, at: offset)
    let end = offset + decoded.byteCount
    guard let scalar = decoded.scalar else {
      finishWord(into: &buffer)
      syllabic.previous = nil
      return end
    }
    if let ascii = ScalarFolds.mathematicalAlphanumeric(scalar) {
      accept(ascii, sourceStart: offset, sourceEnd: end, into: &buffer)
      return end
    }
    let folds = vocabulary.folds
    let folded = folds.range(of: scalar)
    if folded.isEmpty {
      if scalar == 0x2019, run == .alphabetic {
        return scanApostrophe(text, at: offset, byteCount: decoded.byteCount, into: &buffer)
      }
      let isBehindWord = run != .hangul && isParticlePlace(text, at: offset)
      accept(scalar, sourceStart: offset, sourceEnd: end, into: &buffer)
      if isBehindWord, run == .hangul { syllabic.isBehindWord = true }
    } else {
      for index in folded { accept(folds[index], sourceStart: offset, sourceEnd: end, into: &buffer) }
    }
    return end
  }

  /// Takes a folded scalar that came from the given source bytes.
  private mutating func accept(
    _ scalar: UInt32, sourceStart: Int, sourceEnd: Int, into buffer: inout TokenBuffer
  ) {
    if scalar < 0x80 {
      guard let folded = Self.foldedAlphanumeric(UInt8(truncatingIfNeeded: scalar)) else {
        finishWord(into: &buffer)
        if scalar > 0x20, scalar != 0x2D { syllabic.previous = nil }
        return
      }
      beginAlphabetic(at: sourceStart, into: &buffer)
      if folded >= 0x61 { alphabetic.isNumber = false } else { alphabetic.isPlain = false }
      alphabetic.append(folded)
      alphabetic.sourceEnd = sourceEnd
      return
    }
    switch ScalarClass(scalar) {
    case .blank, .apostrophe:
      finishWord(into: &buffer)
      if !ScalarClass.isBlankOrMiddleDot(scalar) { syllabic.previous = nil }
    case .ignorable: break
    case .letter:
      beginAlphabetic(at: sourceStart, into: &buffer)
      alphabetic.append(scalar: scalar)
      alphabetic.sourceEnd = sourceEnd
    case .hangul:
      appendSyllable(scalar, .hangul, sourceStart: sourceStart, sourceEnd: sourceEnd, into: &buffer)
    case .ideograph:
      appendSyllable(scalar, .ideograph, sourceStart: sourceStart, sourceEnd: sourceEnd, into: &buffer)
    case .katakana:
      appendSyllable(scalar, .katakana, sourceStart: sourceStart, sourceEnd: sourceEnd, into: &buffer)
    case .kanaMark:
      guard run == .ideograph || run == .katakana, syllabic.count > 0 else { return finishWord(into: &buffer) }
      if let kana = Kana.compose(syllabic.scalars[syllabic.count - 1], mark: scalar) {
        syllabic.replaceLast(by: kana, sourceEnd: sourceEnd)
      }
    case .jamo: acceptJamo(scalar, sourceStart: sourceStart, sourceEnd: sourceEnd, into: &buffer)
    case .jamoLetter: acceptJamoLetter(scalar, sourceStart: sourceStart, sourceEnd: sourceEnd, into: &buffer)
    case .halfWidthJamo:
      guard let letter = HangulSyllable.letter(ofHalfWidth: scalar) else { return finishWord(into: &buffer) }
      acceptJamoLetter(letter, sourceStart: sourceStart, sourceEnd: sourceEnd, into: &buffer)
    }
  }

  // MARK: Runs

  @inline(__always)
  private mutating func beginAlphabetic(at offset: Int, into buffer: inout TokenBuffer) {
    guard run != .alphabetic else { return }
    finishWord(into: &buffer)
    run = .alphabetic
    alphabetic.begin(sourceStart: offset)
  }

  /// Appends a character to the word of its kind, beginning one where another kind was.
  @inline(__always)
  mutating func appendSyllable(
    _ scalar: UInt32, _ kind: Run, sourceStart: Int, sourceEnd: Int, into buffer: inout TokenBuffer
  ) {
    if run != kind {
      finishWord(into: &buffer)
      run = kind
      if kind != .hangul || !policy.pairsAcrossBlanks { syllabic.previous = nil }
    } else if syllabic.isFull {
      writeSyllabicWord(isWhole: false, into: &buffer)
    }
    syllabic.append(scalar, sourceStart: sourceStart, sourceEnd: sourceEnd)
    syllabic.jamoState = .complete
  }

  /// Ends the word that is being read, if any, and writes its terms.
  @inline(__always)
  mutating func finishWord(into buffer: inout TokenBuffer) {
    switch run {
    case .none: return
    case .alphabetic: writeAlphabeticWord(into: &buffer)
    case .hangul, .ideograph, .katakana: writeSyllabicWord(isWhole: true, into: &buffer)
    }
    run = .none
  }
}
