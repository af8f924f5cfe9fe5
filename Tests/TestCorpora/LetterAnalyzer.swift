public import TextAnalysis

/// The simplest analyser there is: words at blanks, all in the word stream, but words of capital letters in the
/// syllable stream, so that both are exercised.
public struct LetterAnalyzer: TextAnalyzer {
  public let identity = AnalyzerIdentity(name: "letters", version: 1)

  public init() {}

  public func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {
    buffer.removeAll()
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == 0x20 {
      if end > start {
        let termStart = UInt32(buffer.bytes.count)
        for index in start..<end { buffer.bytes.append(text[index]) }
        buffer.tokens.append(
          Token(
            termStart: termStart, termLength: UInt16(end - start), stream: text[start] < 0x5B ? .syllable : .word,
            position: buffer.unitCount, sourceStart: UInt32(start), sourceEnd: UInt32(end)))
        buffer.unitCount += 1
      }
      start = end + 1
    }
  }
}
