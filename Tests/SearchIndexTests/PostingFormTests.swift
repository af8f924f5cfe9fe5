import SearchIndex
import TestCorpora
import Testing
import TextAnalysis

@Suite struct PostingFormTests {
  /// A word by how often it stands in documents.
  private struct Word {
    var name: String
    /// One document of so many holds it, and one of so many of these repeatedly; 0 for none.
    var share: Int
    var repeatedShare: Int

    func frequency(in document: Int, _ random: inout SplitMix64) -> Int {
      guard Int.random(in: 0..<share, using: &random) == 0 else { return 0 }
      guard repeatedShare > 0, Int.random(in: 0..<repeatedShare, using: &random) == 0 else { return 1 }
      return Int.random(in: 2...30, using: &random)
    }
  }

  /// Among more documents than a range has, and among few.
  @Test(arguments: [70_000, 700, 60, 3])
  func `postings of every form come back`(documentCount: Int) throws {
    let words = [
      Word(name: "everywhere", share: 1, repeatedShare: 0), Word(name: "column", share: 2, repeatedShare: 2),
      Word(name: "bits", share: 3, repeatedShare: 20), Word(name: "justbits", share: 12, repeatedShare: 0),
      Word(name: "list", share: 25, repeatedShare: 4), Word(name: "doubled", share: 30, repeatedShare: 1),
      Word(name: "thin", share: 400, repeatedShare: 3), Word(name: "rare", share: 20_000, repeatedShare: 2),
    ]
    var random = SplitMix64(seed: UInt64(documentCount))
    var frequencies = Array(repeating: [UInt32: UInt32](), count: words.count)
    let folder = try TemporaryFolder()
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path), memoryByteCount: 1 << 30) { update in
      for document in 0..<documentCount {
        var text = String(repeating: "filler ", count: document % 7)
        for (index, word) in words.enumerated() {
          let frequency = word.frequency(in: document, &random)
          guard frequency > 0 else { continue }
          frequencies[index][UInt32(document)] = UInt32(frequency)
          text += String(repeating: word.name + " ", count: frequency)
        }
        try update.add(
          IndexDocument(id: "d\(1_000_000 + document)", texts: [.init(field: .text, text: text)]),
          to: RandomCorpus.collection)
      }
    }
    let collection = try #require(snapshot.collection(RandomCorpus.collection))
    #expect(collection.segments.count == 1)
    let reader = try #require(collection.segments.first).reader
    try reader.verify()
    for (word, expected) in zip(words, frequencies) {
      let postings = reader.postings(stream: .word, term: Array(word.name.utf8))
      #expect((postings == nil) == expected.isEmpty)
      guard let postings else { continue }
      #expect(postings.documentCount == expected.count)
      var found: [UInt32: UInt32] = [:]
      var last: UInt32?
      postings.forEachPosting { document, frequency, positions in
        #expect(last.map { $0 < document } ?? true)
        #expect(positions.count == Int(frequency))
        last = document
        found[document] = frequency
      }
      #expect(found == expected, "\(word.name)")
      var codes: [UInt32: UInt8] = [:]
      postings.forEachCode { codes[$0] = $1 }
      #expect(codes.values.max() == postings.largestCode)
      for document in [0, 1, 64, 65_535, 65_536].map(UInt32.init)
        + (0..<200).map({ _ in
          UInt32.random(in: 0..<UInt32(documentCount), using: &random)
        })
      {
        #expect(postings.frequency(in: document) == expected[document], "\(word.name) in \(document)")
        #expect(postings.code(of: document) == codes[document] ?? 0)
      }
      #expect(postings.frequency(in: UInt32(documentCount)) == nil)
      if documentCount == 70_000 {
        #expect(postings.isFrequent == ["everywhere", "column", "bits", "justbits"].contains(word.name))
      }
    }
  }
}
