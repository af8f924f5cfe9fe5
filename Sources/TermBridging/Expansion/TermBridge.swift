public import TextAnalysis

/// Finds the terms of the other language that a query may add to its own.
public struct TermBridge: Sendable {
  public let glossary: Glossary?
  public let pairs: TermPairTable?
  public var parameters: BridgeParameters
  private let analyzer: any TextAnalyzer

  public init(
    glossary: Glossary?, pairs: TermPairTable?, analyzer: any TextAnalyzer,
    parameters: BridgeParameters = BridgeParameters()
  ) {
    self.glossary = glossary
    self.pairs = pairs
    self.analyzer = analyzer
    self.parameters = parameters
  }

  /// Terms to add, none of which the query has, in order of what calls for them: concepts by their places in the texts,
  /// then mined pairs by the query's terms.
  ///
  /// Several reasons for a term add up as chances do: 1 - Π (1 - strength), times the largest weight among the terms
  /// that it stands for.
  ///
  /// - Parameters:
  ///   - texts: what the query was made of.
  ///   - terms: the query's own terms.
  ///   - presence: which languages the collection speaks; where it speaks one only, abbreviations add nothing either.
  ///   - isKnown: whether a document holds the term; others are not added.
  /// - Complexity: linear in the texts, the concepts' forms and the terms' pairs.
  public func expansions(
    of texts: [String], terms: [BridgeTerm], mode: BridgeMode, presence: LanguagePresence = LanguagePresence(),
    isKnown: (BridgeTerm) -> Bool
  ) -> [BridgeExpansion] {
    var collection = ExpansionCollection(terms, presence: presence)
    if mode.usesGlossary, let glossary { addConcepts(of: texts, glossary, to: &collection) }
    if mode.usesPairs, let pairs { addPairs(of: terms, pairs, to: &collection) }
    return collection.expansions(isKnown: isKnown)
  }

  // MARK: The glossary

  private func addConcepts(of texts: [String], _ glossary: Glossary, to collection: inout ExpansionCollection) {
    var buffer = TokenBuffer()
    for text in texts {
      let bytes = Array(text.utf8)
      for mention in glossary.mentions(in: text) {
        let source = String(decoding: bytes[mention.source], as: UTF8.self)
        let weight = collection.largestWeight(of: terms(of: source, &buffer))
        for concept in mention.concepts {
          add(
            glossary.concepts[concept], from: mention.language, source: source, weight: weight,
            share: 1 / Float(mention.concepts.count), to: &collection, &buffer)
        }
      }
    }
  }

  private func add(
    _ concept: GlossaryConcept, from language: BridgeLanguage?, source: String, weight: Float, share: Float,
    to collection: inout ExpansionCollection, _ buffer: inout TokenBuffer
  ) {
    let factor = share * (concept.field == parameters.generalField ? parameters.generalFieldFactor : 1)
    var strengths: [(BridgeTerm.Key, Float)] = []
    var places: [BridgeTerm.Key: Int] = [:]
    func add(_ form: String, _ strength: Float) {
      for key in terms(of: form, &buffer) {
        if let place = places[key] {
          strengths[place].1 = max(strengths[place].1, strength)
        } else {
          places[key] = strengths.count
          strengths.append((key, strength))
        }
      }
    }
    // An abbreviation belongs to both languages: what stands for it in its own counts only beside the other one.
    let isBridged = language != nil || collection.isBilingual
    for target in language.map({ [$0.other] }) ?? (isBridged ? BridgeLanguage.allCases : []) {
      for (place, form) in concept.forms(in: target).enumerated() {
        add(form, place == 0 ? parameters.preferredFormWeight : parameters.otherFormWeight)
      }
    }
    for abbreviation in concept.abbreviations where !abbreviation.isWeak && language != nil {
      let isLatin = abbreviation.text.utf8.allSatisfy { $0 < 0x80 }
      if isLatin == (language == .korean) { add(abbreviation.text, parameters.preferredFormWeight) }
    }
    for (key, strength) in strengths {
      collection.add(
        key,
        BridgeExpansion.Reason(source: source, origin: .concept(id: concept.id), strength: strength * factor),
        weight: weight)
    }
  }

  private func terms(of text: String, _ buffer: inout TokenBuffer) -> [BridgeTerm.Key] {
    var content = text
    content.makeContiguousUTF8()
    analyzer.analyze(content.utf8.span, into: &buffer)
    return buffer.tokens.map { BridgeTerm.Key(stream: $0.stream, bytes: Array(buffer.term(of: $0))) }
  }

  // MARK: Mined pairs

  private func addPairs(of terms: [BridgeTerm], _ pairs: TermPairTable, to collection: inout ExpansionCollection) {
    for term in terms {
      guard let language = BridgeLanguage.ofTerm(term.bytes) else { continue }
      for pair in pairs.pairs(of: term.key).prefix(parameters.pairLimit) {
        let probability = pair.probability(from: language)
        guard probability >= parameters.leastProbability else { break }
        collection.add(
          pair.term(in: language.other).key,
          BridgeExpansion.Reason(
            source: term.text, origin: .pair(probability: probability), strength: probability * parameters.minedWeight),
          weight: term.weight)
      }
    }
  }
}
