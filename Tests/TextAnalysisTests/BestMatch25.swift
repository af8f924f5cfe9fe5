import Foundation

/// BM25 over lists of terms in memory: idf = ln(1 + (N - df + 0.5) / (df + 0.5)), tf / (tf + k1 (1 - b + b length / mean)),
/// k1 1.2, b 0.75.
struct BestMatch25 {
  private var postings: [String: [(document: Int, weight: Double)]] = [:]
  private let documentCount: Double

  init(_ documents: [[String]]) {
    documentCount = Double(documents.count)
    let meanLength = Double(documents.reduce(0) { $0 + $1.count }) / max(1, documentCount)
    for (document, terms) in documents.enumerated() {
      var frequencies: [String: Double] = [:]
      for term in terms { frequencies[term, default: 0] += 1 }
      let norm = 1.2 * (1 - 0.75 + 0.75 * Double(terms.count) / max(1, meanLength))
      for (term, frequency) in frequencies {
        postings[term, default: []].append((document, frequency / (frequency + norm)))
      }
    }
  }

  func addScores(of query: [String], weight: Double, idfPower: Double, to scores: inout [Double]) {
    for term in query {
      guard let list = postings[term] else { continue }
      let idf = log(1 + (documentCount - Double(list.count) + 0.5) / (Double(list.count) + 0.5))
      let factor = weight * pow(idf, idfPower)
      for posting in list { scores[posting.document] += factor * posting.weight }
    }
  }
}
