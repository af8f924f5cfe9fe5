/// Writing the terms of a finished word.
extension WordScanner {
  mutating func writeAlphabeticWord(into buffer: inout TokenBuffer) {
    syllabic.previous = nil
    var length = alphabetic.count
    if policy.reducesWords, alphabetic.isPlain {
      if !alphabetic.isAbbreviation, vocabulary.englishStopWords.contains(letters: alphabetic.bytes.span, count: length)
      {
        return skipAlphabeticWord()
      }
      if !alphabetic.isCut { length = alphabetic.stem(by: vocabulary.stemmer) }
    }
    if length > 0 {
      let termStart = buffer.bytes.count
      for index in 0..<length { buffer.bytes.append(alphabetic.bytes[index]) }
      appendToken(
        .word, bytes: termStart..<termStart + length, position: position,
        source: UInt32(truncatingIfNeeded: alphabetic.sourceStart), UInt32(truncatingIfNeeded: alphabetic.sourceEnd),
        to: &buffer)
    }
    position &+= 1
  }

  /// A stop word: one unit, no term.
  mutating func skipAlphabeticWord() {
    syllabic.previous = nil
    position &+= 1
    run = .none
  }

  /// - Parameter isWhole: the word ends here; otherwise it only grew too long to be held, and goes on.
  mutating func writeSyllabicWord(isWhole: Bool, into buffer: inout TokenBuffer) {
    let isHangul = run == .hangul
    var count = syllabic.count
    if isHangul, isWhole {
      if syllabic.isBehindWord, policy.stripsKoreanEndings,
        vocabulary.koreanEndings.isEnding(syllabic.scalars.span, count: count)
      {
        syllabic.startNext(writtenCount: 0, goesOn: false)
        return
      }
      let isStopWord = isKoreanStopWord(syllableCount: count)
      if policy.stripsKoreanEndings {
        count = vocabulary.koreanEndings.stemCount(of: syllabic.scalars.span, count: count)
      }
      if isStopWord || count < syllabic.count && isKoreanStopWord(syllableCount: count) {
        position &+= UInt32(truncatingIfNeeded: count)
        syllabic.startNext(writtenCount: 0, goesOn: false)
        return
      }
    }
    if count > 0 { writeTerms(syllableCount: count, isHangul: isHangul, into: &buffer) }
    position &+= UInt32(truncatingIfNeeded: count)
    syllabic.startNext(writtenCount: isHangul || !isWhole ? count : 0, goesOn: !isWhole)
  }

  private func isKoreanStopWord(syllableCount: Int) -> Bool {
    policy.reducesWords && !syllabic.isContinued
      && vocabulary.koreanStopWords.contains(syllables: syllabic.scalars.span, count: syllableCount)
  }

  private func writeTerms(syllableCount count: Int, isHangul: Bool, into buffer: inout TokenBuffer) {
    let wordStart = buffer.bytes.count
    var wordEnd = wordStart
    for index in 0..<count {
      UTF8Decoder.append(syllabic.scalars[index], to: &buffer.bytes)
      if buffer.bytes.count - wordStart <= TermLimits.maximumByteCount { wordEnd = buffer.bytes.count }
    }
    if let previous = syllabic.previous {
      // The pair with the word before, or across the cut in a long word.
      appendToken(
        .syllable, bytes: wordStart - previous.byteCount..<wordStart + byteCount(at: 0), position: position &- 1,
        source: previous.sourceStart, syllabic.sourceEnds[0], to: &buffer)
    }
    let isTerm =
      count == 1
      ? !syllabic.isContinued
      : policy.keepsSyllabicWords
        && (isHangul || !syllabic.isContinued && count <= TermLimits.maximumIdeographicWordCount)
    if isTerm {
      appendToken(
        .word, bytes: wordStart..<wordEnd, position: position, source: syllabic.sourceStarts[0],
        syllabic.sourceEnds[count - 1], to: &buffer)
    }
    var start = wordStart
    for first in 0..<count - 1 {
      let second = start + byteCount(at: first)
      appendToken(
        .syllable, bytes: start..<second + byteCount(at: first + 1), position: position &+ UInt32(first),
        source: syllabic.sourceStarts[first], syllabic.sourceEnds[first + 1], to: &buffer)
      start = second
    }
  }

  @inline(__always)
  private func byteCount(at index: Int) -> Int { UTF8Decoder.encodedByteCount(syllabic.scalars[index]) }

  @inline(__always)
  private func appendToken(
    _ stream: TermStream, bytes: Range<Int>, position: UInt32, source sourceStart: UInt32, _ sourceEnd: UInt32,
    to buffer: inout TokenBuffer
  ) {
    buffer.tokens.append(
      Token(
        termStart: UInt32(truncatingIfNeeded: bytes.lowerBound), termLength: UInt16(truncatingIfNeeded: bytes.count),
        stream: stream, position: position, sourceStart: sourceStart, sourceEnd: sourceEnd))
  }
}
