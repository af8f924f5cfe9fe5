import Testing
import TextAnalysis

@Suite struct ComparisonAnalyzerTests {
  @Test func `the whitespace analyser splits at blanks and changes nothing`() {
    let analyzed = AnalyzedText("The 양자내성암호(PQC)를\u{3000}Quantum-Safe,\u{00A0}x", by: WhitespaceAnalyzer())
    #expect(analyzed.places(in: .word) == ["The@0", "양자내성암호(PQC)를@1", "Quantum-Safe,@2", "x@3"])
    #expect(analyzed.pairs == [])
    #expect(analyzed.buffer.unitCount == 4)
  }

  /// ASCII is scanned by itself, and other scalars may begin, end and cut a word in its midst.
  @Test(arguments: [
    (String(repeating: "x", count: 70), String(repeating: "x", count: 64)),
    (String(repeating: "x", count: 63) + "é" + "yz", String(repeating: "x", count: 63)),
    (String(repeating: "x", count: 62) + "é" + "yz", String(repeating: "x", count: 62) + "é"),
    (String(repeating: "é", count: 40) + "x", String(repeating: "é", count: 32)),
    ("양" + String(repeating: "x", count: 70), "양" + String(repeating: "x", count: 61)),
    ("x양y양z", "x양y양z"), ("\u{01}\u{7F}x", "\u{01}\u{7F}x"),
  ])
  func `the whitespace analyser cuts words at 64 bytes, between scalars`(word: String, term: String) {
    let analyzed = AnalyzedText("a \(word)\t\(word)\u{85}b", by: WhitespaceAnalyzer())
    #expect(analyzed.words == ["a", term, term, "b"])
  }

  @Test func `the bigram analyser takes off no ending and stems nothing`() {
    let analyzed = AnalyzedText("양자센서를 the Sensors", by: SyllableBigramAnalyzer())
    #expect(analyzed.pairs == ["양자", "자센", "센서", "서를"])
    #expect(analyzed.words == ["the", "sensors"])
  }
}
