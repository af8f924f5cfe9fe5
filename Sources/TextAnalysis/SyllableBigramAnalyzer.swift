/// Plain syllable pairs, for comparison: Korean, Chinese and Japanese words as overlapping pairs of characters
/// (``TermStream/syllable``) without taking off endings, words of one character and all others as they are, folded
/// (``TermStream/word``).
public struct SyllableBigramAnalyzer: TextAnalyzer {
  public init() {}

  public var identity: AnalyzerIdentity { AnalyzerIdentity(name: "bigram", version: 1) }

  public func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {
    buffer.removeAll()
    var scanner = WordScanner(policy: .syllableBigrams)
    scanner.scan(text, into: &buffer)
  }
}
