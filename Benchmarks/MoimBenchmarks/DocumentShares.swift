import CorpusSynthesis

/// For every word of a synthetic language the share of documents that is expected to hold it, and to hold it repeatedly.
struct DocumentShares {
  private let shares: [Double]
  private let repeatedShares: [Double]

  /// - Throws: where the documents do not hold words as often as is expected of them.
  init(_ corpus: SyntheticCorpus) throws(BenchmarkError) {
    shares = (0..<corpus.profile.vocabularyCount).map { corpus.expectedDocumentShare(ofRank: $0) }
    repeatedShares = (0..<corpus.profile.vocabularyCount).map { corpus.expectedRepeatedShare(ofRank: $0) }
    let sampleCount = 4000
    var (counts, repeatedCounts): ([UInt32: Int], [UInt32: Int]) = ([:], [:])
    for number in 0..<sampleCount {
      var frequencies: [UInt32: Int] = [:]
      for word in corpus.document(number).words where word < 1000 { frequencies[word, default: 0] += 1 }
      for (word, frequency) in frequencies {
        counts[word, default: 0] += 1
        repeatedCounts[word, default: 0] += frequency > 1 ? 1 : 0
      }
    }
    for rank in 0..<1000 {
      try Self.check(rank, counts[UInt32(rank)] ?? 0, share: shares[rank], of: sampleCount)
      try Self.check(rank, repeatedCounts[UInt32(rank)] ?? 0, share: repeatedShares[rank], of: sampleCount)
    }
  }

  private static func check(_ rank: Int, _ found: Int, share: Double, of count: Int) throws(BenchmarkError) {
    let expected = share * Double(count)
    // Five standard deviations of a binomial count.
    guard abs(Double(found) - expected) <= 5 * (expected * (1 - share)).squareRoot() + 1 else {
      throw .wrongAnswer(
        benchmark: "expected document frequencies", detail: "word \(rank): \(found), not about \(expected)")
    }
  }

  var count: Int { shares.count }

  subscript(rank: Int) -> (held: Double, repeated: Double) { (shares[rank], repeatedShares[rank]) }
}
