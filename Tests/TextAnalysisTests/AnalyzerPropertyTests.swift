import TestCorpora
import Testing
import TextAnalysis

/// Texts of random bytes and of random pieces that analysers treat specially.
@Suite struct AnalyzerPropertyTests {
  private static let pieces: [String] = [
    "양자", "센서를", "의", "및", "한", "ㄱ", "ㅏ", "가", "\u{1100}", "\u{1161}", "\u{11A8}", "ﾡ", "ￂ", "量", "の", "ガ", "ﾞ",
    "\u{3099}",
    "a", "Quantum", "IT", "isn't", "'", "’", "s", "1", "22", "333", ",", ".", "&", "+", "++", "#", "-", "·", " ", "  ",
    "\n",
    "é", "e\u{301}", "ß", "㈜", "㎚", "①", "½", "\u{FEFF}", "\u{200B}", "\u{200D}", "\u{0}", "Ω", "ω", "Й", "नि", "𠀀", "😀",
    String(repeating: "가나다", count: 30), String(repeating: "xy", count: 40), String(repeating: "漢字", count: 40),
  ]

  private static func text(seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<random.next(upTo: 24) {
      switch random.next(upTo: 8) {
      case 0: bytes.append(UInt8(truncatingIfNeeded: random.next()))
      case 1: for _ in 0..<4 { bytes.append(0x80 | UInt8(truncatingIfNeeded: random.next())) }
      default: bytes.append(contentsOf: pieces[random.next(upTo: pieces.count)].utf8)
      }
    }
    return bytes
  }

  private static let analyzers = AnalyzerCatalog.names

  @Test(arguments: analyzers)
  func `any bytes give tokens inside the text, in order, of bounded well-formed terms (seeds 1 to 2000)`(
    name: String
  ) throws {
    let analyzer = try #require(AnalyzerCatalog.analyzer(named: name))
    var buffer = TokenBuffer()
    var again = TokenBuffer()
    for seed in 1...2000 as ClosedRange<UInt64> {
      let bytes = Self.text(seed: seed)
      analyzer.analyze(bytes.span, into: &buffer)
      var lastStart: UInt32 = 0
      for token in buffer.tokens {
        let term = buffer.term(of: token)
        let isSound =
          !term.isEmpty && term.count <= 64 && token.sourceStart < token.sourceEnd && token.sourceEnd <= bytes.count
          && token.position < buffer.unitCount && token.sourceStart >= lastStart
          && String(validating: term, as: UTF8.self) != nil
        if !isSound { Issue.record("seed \(seed): \(token)") }
        lastStart = token.sourceStart
      }
      analyzer.analyze(bytes.span, into: &again)
      if again.tokens != buffer.tokens || again.bytes != buffer.bytes { Issue.record("seed \(seed): not repeatable") }
    }
  }

  @Test(arguments: analyzers)
  func `a text written twice, with a stop between, gives its terms twice (seeds 1 to 1000)`(name: String) throws {
    let analyzer = try #require(AnalyzerCatalog.analyzer(named: name))
    let stop = name == "whitespace" ? " " : " . "
    for seed in 1...1000 as ClosedRange<UInt64> {
      let bytes = Self.text(seed: seed)
      let single = Self.analyze(bytes, by: analyzer)
      let double = Self.analyze(bytes + Array(stop.utf8) + bytes, by: analyzer)
      let second = single.occurrences(
        positionOffset: single.buffer.unitCount, sourceOffset: UInt32(bytes.count + stop.utf8.count))
      if double.occurrences() != single.occurrences() + second { Issue.record("seed \(seed)") }
    }
  }

  private static func analyze(_ bytes: [UInt8], by analyzer: any TextAnalyzer) -> AnalyzedText {
    AnalyzedText(bytes: bytes, by: analyzer)
  }
}
