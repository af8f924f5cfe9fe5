import TermBridging
import Testing
import TextAnalysis

@Suite struct LanguagePresenceTests {
  private func presence(korean: Int, english: Int) -> LanguagePresence {
    LanguagePresence(analyzer: Samples.analyzer) { BridgeLanguage.ofTerm($0.bytes) == .korean ? korean : english }
  }

  @Test func `a language is spoken where its commonest words are met`() {
    #expect(presence(korean: 100, english: 100) == LanguagePresence(korean: 1, english: 1))
    #expect(presence(korean: 1000, english: 5) == LanguagePresence(korean: 1, english: 0))
    #expect(presence(korean: 0, english: 50) == LanguagePresence(korean: 0, english: 1))
    let some = presence(korean: 960, english: 40)
    #expect(some.english > 0 && some.english < 1)
  }

  @Test func `a collection too small to tell may speak both`() {
    #expect(presence(korean: 0, english: 0).isBilingual)
  }

  @Test(arguments: [
    ("양자", BridgeLanguage.korean), ("quantum", .english), ("é", .english), ("5", nil), ("量子", nil), ("かな", nil),
  ])
  func `a term's language is told by its letters`(term: String, language: BridgeLanguage?) {
    #expect(BridgeLanguage.ofTerm(Array(term.utf8)) == language)
  }
}
