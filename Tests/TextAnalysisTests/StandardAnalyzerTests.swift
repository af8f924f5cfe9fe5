import Testing
import TextAnalysis

@Suite struct StandardAnalyzerTests {
  @Test(arguments: [
    ("5G통신", ["5g", "통신"]), ("QKD기반", ["qkd", "기반"]), ("양자내성암호(PQC)", ["양자내성암호", "pqc"]),
    ("quantum-safe", ["quantum", "safe"]), ("산·학·연", ["산", "학", "연"]),
  ])
  func `splits words at blanks, punctuation and changes of script`(text: String, words: [String]) {
    #expect(terms(of: text, in: .word) == words)
  }

  private func terms(of text: String, in stream: TermStream) -> [String] {
    var buffer = TokenBuffer()
    StandardAnalyzer().analyze(Array(text.utf8).span, into: &buffer)
    return buffer.tokens.filter { $0.stream == stream }.map { String(decoding: buffer.term(of: $0), as: UTF8.self) }
  }
}
