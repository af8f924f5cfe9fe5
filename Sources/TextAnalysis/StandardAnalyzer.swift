/// The analyser of Korean and English, graceful with other Latin, Greek, Cyrillic, Chinese and Japanese text.
///
/// - Characters: case, accents, widths and compatibility forms are folded and Hangul is composed, as NFKC would.
/// - Words end at blanks, punctuation and changes of script ("5G통신" is 5g and 통신); digits stay with letters ("h2o").
/// - English words are stemmed (``TermStream/word``); English and Korean function words give no term.
/// - Korean words lose their particle or ending and are a term as a whole (``TermStream/word``) and as overlapping
///   syllable pairs (``TermStream/syllable``); words of one syllable only as a whole. Ideographs and kana likewise.
/// - Terms are at most 64 bytes; longer words are cut.
public struct StandardAnalyzer: TextAnalyzer {
  public init() {}

  public var identity: AnalyzerIdentity { AnalyzerIdentity(name: "standard", version: 1) }

  public func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {
    buffer.removeAll()
    var scanner = WordScanner(policy: .standard)
    scanner.scan(text, into: &buffer)
  }
}
