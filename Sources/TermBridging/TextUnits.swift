import TextAnalysis

/// A text as a row of units: every Hangul syllable is one, every other word one, stemmed as in the index.
///
/// Blanks, particles, endings and stop words are no units, so that "양자 센서", "양자센서" and "양자의 센서" are the same row.
struct TextUnits: Sendable {
  struct Unit: Hashable, Sendable {
    /// A Hangul syllable's scalar value, or the number of a word in a ``UnitVocabulary``; `nil` for a word that is in no
    /// form.
    var symbol: UInt32?
    /// Where the word begins that the unit is in; equal for the units of one word.
    var wordStart: UInt32
    /// The word's source in the text.
    var sourceStart: UInt32
    var sourceEnd: UInt32
    var isHangul: Bool
    /// Punctuation stands between this unit and the one before.
    var isBehindBreak: Bool
  }

  var units: [Unit] = []

  /// Whether a match may begin here: the unit is the first of its word.
  func startsWord(_ index: Int) -> Bool {
    index == 0 || units[index].wordStart != units[index - 1].wordStart
  }

  /// Whether a match may end before this unit.
  func endsWord(before index: Int) -> Bool { index == units.count || startsWord(index) }

  /// - Parameter symbol: of a word that is not Hangul, by its term.
  /// - Complexity: linear in the text.
  init(
    _ text: String, analyzer: any TextAnalyzer, buffer: inout TokenBuffer, symbol: (ArraySlice<UInt8>) -> UInt32?
  ) {
    var content = text
    content.makeContiguousUTF8()
    let bytes = content.utf8.span
    analyzer.analyze(bytes, into: &buffer)
    var words = buffer.tokens.filter { $0.stream == .word }
    words.sort { ($0.sourceStart, $0.sourceEnd) < ($1.sourceStart, $1.sourceEnd) }
    var lastEnd: UInt32 = 0
    for (index, word) in words.enumerated() {
      // A joined form ("quantumsafe") stands beside its parts, which decide.
      let isJoined = words[max(0, index - 4)..<min(words.count, index + 5)].contains { part in
        part.sourceStart >= word.sourceStart && part.sourceEnd <= word.sourceEnd
          && part.sourceEnd - part.sourceStart < word.sourceEnd - word.sourceStart
      }
      if isJoined { continue }
      let term = buffer.term(of: word)
      let isBroken =
        !units.isEmpty && word.sourceStart > lastEnd && Self.breaks(bytes, from: lastEnd, to: word.sourceStart)
      lastEnd = max(lastEnd, word.sourceEnd)
      if BridgeLanguage.ofTerm(term) == .korean {
        for (place, scalar) in String(decoding: term, as: UTF8.self).unicodeScalars.enumerated() {
          units.append(
            Unit(
              symbol: scalar.value, wordStart: word.sourceStart, sourceStart: word.sourceStart,
              sourceEnd: word.sourceEnd, isHangul: true, isBehindBreak: isBroken && place == 0))
        }
      } else {
        units.append(
          Unit(
            symbol: symbol(term), wordStart: word.sourceStart, sourceStart: word.sourceStart,
            sourceEnd: word.sourceEnd, isHangul: false, isBehindBreak: isBroken))
      }
    }
  }

  /// Whether punctuation other than hyphens, slashes and middle dots lies between two words.
  private static func breaks(_ bytes: borrowing Span<UInt8>, from start: UInt32, to end: UInt32) -> Bool {
    for index in Int(start)..<Int(end) {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "?"), UInt8(ascii: "!"), 0x0A:
        return true
      default: continue
      }
    }
    return false
  }
}
