import IndexStorage
import TermBridging
import TestCorpora
import Testing
import TextAnalysis

@Suite struct TermPairMinerTests {
  private func pairs(_ texts: [ParallelText]) -> [TermPair] {
    TermPairMiner(analyzer: Samples.analyzer).pairs(in: texts)
  }

  private func best(_ korean: String, in pairs: [TermPair]) -> String? {
    pairs.filter { $0.korean.text == korean && $0.korean.stream == .word }
      .max { $0.probability(from: .korean) < $1.probability(from: .korean) }?.english.text
  }

  @Test(arguments: [("안테나", "antenna"), ("그래핀", "graphen"), ("센서", "sensor"), ("전극", "electrod"), ("소형", "small")])
  func `words that keep meeting translate each other`(korean: String, english: String) {
    #expect(best(korean, in: pairs(Samples.parallelTexts)) == english)
  }

  @Test func `a word inside a compound is found by its syllable pairs`() {
    let found = pairs(Samples.parallelTexts)
    let pair = found.filter { $0.korean.text == "안테" }.max { $0.confidence < $1.confidence }
    #expect(pair?.english.text == "antenna")
    #expect(pair?.koreanCount == 3, "배열안테나 counts too")
  }

  @Test func `confidence and probabilities are chances, and more evidence makes surer`() {
    let once = pairs(Samples.parallelTexts)
    let thrice = pairs(Samples.parallelTexts + Samples.parallelTexts + Samples.parallelTexts)
    for pair in once + thrice {
      #expect((0...1).contains(pair.confidence))
      #expect((0...1).contains(pair.probability(from: .korean)))
      #expect((0...1).contains(pair.probability(from: .english)))
    }
    func confidence(_ pairs: [TermPair]) -> Float {
      pairs.first { $0.korean.text == "그래핀" && $0.korean.stream == .word && $0.english.text == "graphen" }?.confidence
        ?? 0
    }
    #expect(confidence(thrice) > confidence(once))
  }

  @Test func `the same texts give the same pairs to the last bit`() {
    let (left, right) = (pairs(Samples.parallelTexts), pairs(Samples.parallelTexts))
    #expect(left.map(\.jointCount.bitPattern) == right.map(\.jointCount.bitPattern))
    #expect(left == right)
  }

  @Test func `a limit keeps the surest pairs`() {
    var parameters = TermPairMiningParameters()
    parameters.pairLimit = 5
    let few = TermPairMiner(analyzer: Samples.analyzer, parameters: parameters).pairs(in: Samples.parallelTexts)
    let surest = pairs(Samples.parallelTexts).map(\.confidence).sorted(by: >).prefix(5)
    #expect(few.map(\.confidence).sorted(by: >) == Array(surest))
  }

  @Test func `texts without words of one language give nothing`() {
    #expect(pairs([]).isEmpty)
    #expect(pairs([ParallelText(korean: "QKD 5G", english: "QKD 5G"), ParallelText(korean: "", english: "x")]).isEmpty)
  }
}
