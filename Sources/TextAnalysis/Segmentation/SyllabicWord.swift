/// The characters of the Korean, Chinese or Japanese word that is being read, and where each came from.
struct SyllabicWord {
  /// Composed syllables, single jamo letters, ideographs or kana.
  var scalars = InlineArray<64, UInt32>(repeating: 0)
  var sourceStarts = InlineArray<64, UInt32>(repeating: 0)
  var sourceEnds = InlineArray<64, UInt32>(repeating: 0)
  var count = 0
  /// What the last character may still take on.
  var jamoState = JamoState.complete
  /// The character before the first one, when the word grew too long and its beginning has been written out already.
  var previous: (byteCount: Int, sourceStart: UInt32)?

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

  mutating func removeAll() {
    count = 0
    jamoState = .complete
    previous = nil
  }

  /// Forgets all characters but what the pair across the cut needs.
  mutating func startNextPart() {
    let last = count - 1
    previous = (UTF8Decoder.encodedByteCount(scalars[last]), sourceStarts[last])
    count = 0
    jamoState = .complete
  }
}
