/// Term pairs, to be looked up from either language.
public struct TermPairTable: Sendable {
  public let pairs: [TermPair]
  private var pairsOfTerm: [BridgeTerm.Key: [UInt32]] = [:]

  /// - Complexity: linear in the pairs, but for sorting each term's pairs.
  public init(_ pairs: [TermPair]) {
    self.pairs = pairs
    for (number, pair) in pairs.enumerated() {
      pairsOfTerm[pair.korean.key, default: []].append(UInt32(number))
      pairsOfTerm[pair.english.key, default: []].append(UInt32(number))
    }
    for (key, numbers) in pairsOfTerm where numbers.count > 1 {
      let language = BridgeLanguage.ofTerm(key.bytes) ?? .korean
      pairsOfTerm[key] = numbers.sorted { left, right in
        let a = pairs[Int(left)].probability(from: language)
        let b = pairs[Int(right)].probability(from: language)
        return a != b ? a > b : left < right
      }
    }
  }

  /// The pairs of a term, the likeliest first.
  func pairs(of term: BridgeTerm.Key) -> [TermPair] { (pairsOfTerm[term] ?? []).map { pairs[Int($0)] } }
}
