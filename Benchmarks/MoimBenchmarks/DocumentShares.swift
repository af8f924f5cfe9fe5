import CorpusSynthesis

/// For every word of a synthetic language the share of documents that is expected to hold it.
struct DocumentShares {
  private let shares: [Double]

  /// - Throws: where the documents do not hold words as often as is expected of them.
  init(_ corpus: SyntheticCorpus) throws(BenchmarkError) {
    shares = (0..<corpus.profile.vocabularyCount).map { corpus.expectedDocumentShare(ofRank: $0) }
    let sampleCount = 4000
    var counts: [UInt32: Int] = [:]
    for number in 0..<sampleCount {
      for word in Set(corpus.document(number).words) where word < 1000 { counts[word, default: 0] += 1 }
    }
    for rank in 0..<1000 {
      let (expected, found) = (shares[rank] * Double(sampleCount), Double(counts[UInt32(rank)] ?? 0))
      // Five standard deviations of a binomial count.
      guard abs(found - expected) <= 5 * (expected * (1 - shares[rank])).squareRoot() + 1 else {
        throw .wrongAnswer(
          benchmark: "expected document frequencies", detail: "word \(rank): \(found), not about \(expected)")
      }
    }
  }

  var count: Int { shares.count }

  subscript(rank: Int) -> Double { shares[rank] }
}
