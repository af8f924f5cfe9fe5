/// The characters of the Korean, Chinese or Japanese word that is being read, and where each came from.
struct SyllabicWord {
  /// Composed syllables, single jamo letters, ideographs or kana.
  var scalars = InlineArray<64, UInt32>(repeating: 0)
  var sourceStarts = InlineArray<64, UInt32>(repeating: 0)
  var sourceEnds = InlineArray<64, UInt32>(repeating: 0)
  var count = 0
  /// What the last character may still take on.
  var jamoState = JamoState.complete
  /// The beginning of the word has been written out already, because the word grew too long to be held.
  var isContinued = false
  /// The word stands right behind a foreign word, a closing bracket or a closing quotation mark, where Korean writes a
  /// particle: "QKD를", "검출기(SPAD)의".
  var isBehindWord = false
  /// The character before the first one, if the two make a pair; its bytes are the last ones written.
  var previous: PrecedingSyllable?

  struct PrecedingSyllable {
    var byteCount: Int
    var sourceStart: UInt32
  }

  /// What has been composed so far at the end of a Korean word.
  enum JamoState: Equatable {
    /// Nothing more, except a conjoining final after an open syllable.
    case complete
    /// A leading consonant, 0 ... 18, shown as a letter.
    case leading(UInt32)
    /// An open syllable of keyboard letters.
    case typedOpenSyllable
    /// A syllable of keyboard letters with a final that may yet turn out to lead the next syllable.
    case typedClosedSyllable(leadingOfFinal: UInt32?, sourceStart: UInt32, sourceEndBefore: UInt32)
  }

  var isFull: Bool { count == TermLimits.maximumSyllableCount }

  @inline(__always)
  mutating func append(_ scalar: UInt32, sourceStart: Int, sourceEnd: Int) {
    scalars[count] = scalar
    sourceStarts[count] = UInt32(truncatingIfNeeded: sourceStart)
    sourceEnds[count] = UInt32(truncatingIfNeeded: sourceEnd)
    count += 1
  }

  mutating func replaceLast(by scalar: UInt32, sourceEnd: Int) {
    scalars[count - 1] = scalar
    sourceEnds[count - 1] = UInt32(truncatingIfNeeded: sourceEnd)
  }

  /// Empties the word after its first `writtenCount` characters have been written out.
  ///
  /// - Parameter goesOn: what follows belongs to the same word.
  mutating func startNext(writtenCount: Int, goesOn: Bool) {
    if writtenCount > 0 {
      let last = writtenCount - 1
      previous = PrecedingSyllable(
        byteCount: UTF8Decoder.encodedByteCount(scalars[last]), sourceStart: sourceStarts[last])
    } else {
      previous = nil
    }
    count = 0
    jamoState = .complete
    isContinued = goesOn
    isBehindWord = false
  }
}
