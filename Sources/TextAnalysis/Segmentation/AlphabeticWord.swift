/// The letters and digits of the word that is being read, folded.
struct AlphabeticWord {
  var bytes = InlineArray<64, UInt8>(repeating: 0)
  var count = 0
  /// Letters a ... z alone: stop words and the stemmer know such words.
  var isPlain = true
  /// Digits, a decimal point and nothing else.
  var isNumber = true
  /// A thousands separator has been passed over.
  var hasThousandsSeparator = false
  /// All bytes of the source together: bit 5 stays clear while all of them are capital letters.
  var sourceBits: UInt8 = 0
  /// Capitals beside Korean are an abbreviation, not a function word: "IT 융합", "비타민 A".
  var isAbbreviation = false
  /// The word is longer than a term may be.
  var isCut = false
  var sourceStart = 0
  var sourceEnd = 0

  @inline(__always)
  mutating func begin(sourceStart: Int) {
    count = 0
    isPlain = true
    isNumber = true
    hasThousandsSeparator = false
    isCut = false
    sourceBits = 0
    isAbbreviation = false
    self.sourceStart = sourceStart
  }

  /// - Parameter byte: ASCII.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    guard count < TermLimits.maximumByteCount, !isCut else {
      isCut = true
      return
    }
    bytes[count] = byte
    count += 1
  }

  /// Stems the word in place and returns its bytes.
  mutating func stem(by stemmer: EnglishStemmer) -> Int {
    var word = bytes.mutableSpan
    return stemmer.stem(&word, count: count)
  }

  /// A scalar outside ASCII.
  mutating func append(scalar: UInt32) {
    let length = UTF8Decoder.encodedByteCount(scalar)
    isPlain = false
    isNumber = false
    guard count + length <= TermLimits.maximumByteCount, !isCut else {
      isCut = true
      return
    }
    var rest = scalar
    for index in stride(from: count + length - 1, to: count, by: -1) {
      bytes[index] = UInt8(truncatingIfNeeded: 0x80 | rest & 0x3F)
      rest >>= 6
    }
    let lead: UInt32 = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0
    bytes[count] = UInt8(truncatingIfNeeded: lead | rest)
    count += length
  }
}
