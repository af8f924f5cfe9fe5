import Testing
import TextAnalysis

@Suite struct EnglishStemmerTests {
  @Test func `stems English words as Porter's second algorithm does`() {
    #expect(EnglishStemPairs.all.count > 350)
    for (word, stem) in EnglishStemPairs.all { #expect(AnalyzedText(word).words == [stem], "\(word)") }
  }

  @Test(arguments: ["H2O", "5G", "CO2", "B2B", "mRNA4", "café2"])
  func `leaves words with digits as they are`(word: String) {
    let folded = word.lowercased().replacing("é", with: "e")
    #expect(AnalyzedText(word).words == [folded])
  }

  @Test func `gives function words no term but a position`() {
    let text = AnalyzedText("the design of a sensor and its use")
    #expect(text.places(in: .word) == ["design@1", "sensor@4", "use@7"])
    #expect(text.buffer.unitCount == 8)
  }

  @Test func `keeps capitals beside Korean that would be function words in English`() {
    #expect(AnalyzedText("국내 IT 기업, IT융합, 비타민 A").words == ["국내", "it", "기업", "it", "융합", "비타민", "a"])
    #expect(AnalyzedText("It is THE END").words == ["end"])
  }

  @Test(arguments: [
    ("company's", ["compani"]), ("company’s", ["compani"]), ("l'eau", ["l", "eau"]), ("isn't", []),
    ("don’t go", ["go"]),
    ("we're", []), ("'loading'", ["load"]), ("O'Brien", ["o", "brien"]),
  ])
  func `takes off what follows an apostrophe`(text: String, words: [String]) {
    #expect(AnalyzedText(text).words == words)
  }
}
