public import TextAnalysis

/// Finds term pairs in parallel texts by alignment.
///
/// IBM Model 1 (Brown et al., Computational Linguistics 1993) is trained in both directions on the sets of index terms
/// of each pair of texts: Korean words and syllable pairs on one side, stemmed English words on the other, each with an
/// empty word that explains what has no counterpart. A Korean and an English term count as aligned as far as both
/// directions agree (the product of their posteriors, as in Liang, Taskar and Klein, NAACL 2006). A Korean word shares its
/// English counterpart with its own syllable pairs, so the posterior of that direction is taken relative to the largest
/// one of the English term in the text.
///
/// The same texts in the same order give the same pairs to the last bit.
public struct TermPairMiner: Sendable {
  public var parameters: TermPairMiningParameters
  let analyzer: any TextAnalyzer

  public init(analyzer: any TextAnalyzer, parameters: TermPairMiningParameters = TermPairMiningParameters()) {
    self.analyzer = analyzer
    self.parameters = parameters
  }

  /// - Returns: pairs in order of their Korean, then their English term.
  /// - Complexity: iterations · Σ Korean terms · English terms of each text; memory for as many numbers.
  public func pairs(in texts: [ParallelText]) -> [TermPair] {
    var korean = TermNumbers()
    var english = TermNumbers()
    var cells: [AlignmentTable.Text] = []
    var buffer = TokenBuffer()
    for text in texts.prefix(parameters.textLimit) {
      let koreanTerms = terms(of: text.korean, .korean, &buffer).map { korean.number(of: $0) }
      let englishTerms = terms(of: text.english, .english, &buffer).map { english.number(of: $0) }
      guard !koreanTerms.isEmpty, !englishTerms.isEmpty else { continue }
      for term in koreanTerms { korean.textCounts[Int(term)] += 1 }
      for term in englishTerms { english.textCounts[Int(term)] += 1 }
      cells.append(AlignmentTable.Text(korean: koreanTerms, english: englishTerms))
    }
    var table = AlignmentTable(cells)
    table.train(iterationCount: parameters.iterationCount)
    var pairs: [TermPair] = []
    table.forEachAgreement { koreanTerm, englishTerm, jointCount in
      let pair = TermPair(
        korean: korean.terms[Int(koreanTerm)], english: english.terms[Int(englishTerm)],
        jointCount: Float(jointCount), koreanCount: korean.textCounts[Int(koreanTerm)],
        englishCount: english.textCounts[Int(englishTerm)])
      if max(pair.probability(from: .korean), pair.probability(from: .english)) >= parameters.leastProbability {
        pairs.append(pair)
      }
    }
    if pairs.count > parameters.pairLimit {
      pairs.sort { left, right in
        let (a, b) = (left.confidence, right.confidence)
        return a != b ? a > b : Self.precedes(left, right)
      }
      pairs.removeLast(pairs.count - parameters.pairLimit)
    }
    pairs.sort(by: Self.precedes)
    return pairs
  }

  private static func precedes(_ left: TermPair, _ right: TermPair) -> Bool {
    left.korean.key != right.korean.key ? left.korean.key < right.korean.key : left.english.key < right.english.key
  }

  /// The different terms of a text in one language, in order of first appearance.
  private func terms(of text: String, _ language: BridgeLanguage, _ buffer: inout TokenBuffer) -> [BridgeTerm] {
    var content = text
    content.makeContiguousUTF8()
    analyzer.analyze(content.utf8.span, into: &buffer)
    var seen: Set<BridgeTerm.Key> = []
    var terms: [BridgeTerm] = []
    for token in buffer.tokens {
      let bytes = Array(buffer.term(of: token))
      guard BridgeLanguage.ofTerm(bytes) == language, terms.count < parameters.termLimit else { continue }
      let term = BridgeTerm(stream: token.stream, bytes: bytes)
      if seen.insert(term.key).inserted { terms.append(term) }
    }
    return terms
  }

  private struct TermNumbers {
    var terms: [BridgeTerm] = []
    var textCounts: [UInt32] = []
    private var numbers: [BridgeTerm.Key: UInt32] = [:]

    mutating func number(of term: BridgeTerm) -> UInt32 {
      if let known = numbers[term.key] { return known }
      let number = UInt32(terms.count)
      numbers[term.key] = number
      terms.append(term)
      textCounts.append(0)
      return number
    }
  }
}
