import Testing
import TextAnalysis

@Suite struct AnalyzerCatalogTests {
  @Test func `finds every analyser by its name and identity`() throws {
    #expect(AnalyzerCatalog.names == ["standard", "whitespace", "bigram"])
    for name in AnalyzerCatalog.names {
      let analyzer = try #require(AnalyzerCatalog.analyzer(named: name))
      #expect(analyzer.identity.name == name)
      #expect(try AnalyzerCatalog.analyzer(for: analyzer.identity).identity == analyzer.identity)
    }
    #expect(AnalyzerCatalog.analyzer(named: "nori") == nil)
  }

  @Test func `an unknown name says which there are`() {
    let error = #expect(throws: TextAnalysisError.self) {
      try AnalyzerCatalog.analyzer(for: AnalyzerIdentity(name: "nori", version: 1))
    }
    #expect(error?.description == "there is no analyser \"nori\": choose one of standard, whitespace, bigram")
  }

  @Test func `another version says to make the index anew`() {
    let error = #expect(throws: TextAnalysisError.self) {
      try AnalyzerCatalog.analyzer(for: AnalyzerIdentity(name: "standard", version: 9))
    }
    #expect(
      error?.description == "index was made by standard/9, this build has standard/1: run `moim reindex`")
  }
}
