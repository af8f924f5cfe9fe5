/// The analyser of Korean and English, graceful with other Latin, Greek, Cyrillic, Chinese and Japanese text.
///
/// - Characters: case, accents, widths and compatibility forms are folded and Hangul is composed, as NFKC would.
/// - Words end at blanks, punctuation and changes of script ("5G통신" is 5g and 통신); digits stay with letters ("h2o").
/// - English words are stemmed (``TermStream/word``); English and Korean function words give no term.
/// - Korean words lose their particle or ending and are a term as a whole (``TermStream/word``) and as overlapping
///   syllable pairs (``TermStream/syllable``); words of one syllable only as a whole. The last syllable of a word and the
///   first one of the next are a pair too where nothing but blanks, middle dots and hyphens is between the words, so that
///   "양자 센서", "양자의 센서" and "양자센서" have the same pairs. Ideographs and kana likewise, within their word.
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
