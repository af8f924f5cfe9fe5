import Testing
import TextAnalysis

@Suite struct ComparisonAnalyzerTests {
  @Test func `the whitespace analyser splits at blanks and changes nothing`() {
    let analyzed = AnalyzedText("The 양자내성암호(PQC)를\u{3000}Quantum-Safe,\u{00A0}x", by: WhitespaceAnalyzer())
    #expect(analyzed.places(in: .word) == ["The@0", "양자내성암호(PQC)를@1", "Quantum-Safe,@2", "x@3"])
    #expect(analyzed.pairs == [])
    #expect(analyzed.buffer.unitCount == 4)
  }

  @Test func `the bigram analyser takes off no ending and stems nothing`() {
    let analyzed = AnalyzedText("양자센서를 the Sensors", by: SyllableBigramAnalyzer())
    #expect(analyzed.pairs == ["양자", "자센", "센서", "서를"])
    #expect(analyzed.words == ["the", "sensors"])
  }
}
