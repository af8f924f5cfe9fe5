import PartnerDiscovery
import TestCorpora
import Testing

@Suite struct SurfaceWordsTests {
  /// Letters with and without accents, composed and not, of several scripts; marks, jamo, blanks, dashes and quotes.
  private static let pieces: [String] = [
    "a", "Z", "9", "KIST", "Delft", "é", "e\u{301}", "Ö", "ß", "ø", "Å", "ﬁ", "İ", "가", "힣", "양자", "\u{1100}\u{1161}",
    "\u{11A8}", "\u{301}", "\u{345}", "\u{200D}", "\u{FE0F}", "Ж", "й", "Ά", "量", "が", "²", "½", "Ⅷ", "١", " ", "  ",
    "-", "'",
    "’", "“", "–", "…", "·", "\u{A0}", "\u{2009}", "\n", "\r\n", ".", "(", "_", "@", "[", "`", "{", "😀", "€",
  ]

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `words are those that Unicode's tables give`(seed: UInt64) {
    var random = TestCorpora.SplitMix64(seed: seed)
    for _ in 0..<20 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
      #expect(
        SurfaceWords.words(in: text) == SurfaceWords.wordsByTables(in: text), "\(Array(text.unicodeScalars))")
    }
  }

  @Test func `every syllable of Hangul is a letter without accents`() {
    for scalar in 0xAC00...0xD7A3 as ClosedRange<UInt32> {
      let text = "a " + String(Unicode.Scalar(scalar).map(Character.init) ?? " ")
      if SurfaceWords.words(in: text) != SurfaceWords.wordsByTables(in: text) { Issue.record("U+\(scalar)") }
    }
  }

  @Test func `names are words with capitals, in Hangul or of capitals`() {
    let words = SurfaceWords("The École in Delft, with KIST and a VTt; 온새미전자의 Ärzte, light.")
    #expect(words.capitalized == ["arzte", "delft", "ecole", "kist", "the", "vtt", "온새미전자의"])
    #expect(words.acronyms == ["kist", "vtt"])
  }
}
