import TextAnalysis

/// A batch of documents, analysed and inverted in memory. Document numbers are places in the batch.
final class InvertedChunk: Sendable {
  let documents: [IndexDocument]
  /// Weighted length of each document by stream: `lengths[stream][document]`.
  let lengths: [[UInt32]]
  fileprivate let terms: TermTable
  fileprivate let order: [UInt32]
  /// Where each term's postings begin, in the order of ``order``; one more at the end.
  fileprivate let postingStarts: [Int]
  fileprivate let positionStarts: [Int]
  fileprivate let postings: PostingList

  /// Units between two texts of a document, so that no phrase crosses.
  private static let gapBetweenTexts: UInt32 = 64

  private struct Occurrence {
    var term: UInt32
    var document: UInt32
    var position: UInt32
    var weight: UInt32
  }

  /// - Parameter documents: sorted by id.
  /// - Complexity: linear in the text, and n log n in the distinct terms.
  init(documents: [IndexDocument], analyzers: FieldAnalyzers, schema: IndexSchema) {
    self.documents = documents
    var terms = TermTable()
    var lengths = Array(repeating: Array(repeating: UInt32(0), count: documents.count), count: 2)
    var occurrences: [Occurrence] = []
    var buffer = TokenBuffer()
    for (number, document) in documents.enumerated() {
      var firstUnit: UInt32 = 0
      for text in document.texts {
        let weight = UInt32(schema.weight(of: text.field))
        var content = text.text
        content.makeContiguousUTF8()
        analyzers[text.field].analyze(content.utf8.span, into: &buffer)
        let termBytes = buffer.bytes.span
        for token in buffer.tokens {
          let start = Int(token.termStart)
          let term = terms.number(
            stream: token.stream.rawValue, term: termBytes.extracting(start..<start + Int(token.termLength)))
          lengths[Int(token.stream.rawValue)][number] += weight
          occurrences.append(
            Occurrence(
              term: term, document: UInt32(number), position: firstUnit &+ token.position, weight: weight))
        }
        firstUnit = firstUnit &+ buffer.unitCount &+ Self.gapBetweenTexts
      }
    }

    // Counting sort by term keeps documents and positions in order within each term.
    var starts = Array(repeating: 0, count: terms.count + 1)
    for occurrence in occurrences { starts[Int(occurrence.term) + 1] += 1 }
    for term in 0..<terms.count { starts[term + 1] += starts[term] }
    var next = starts
    var sorted = Array(repeating: UInt32(0), count: occurrences.count)
    for (index, occurrence) in occurrences.enumerated() {
      sorted[next[Int(occurrence.term)]] = UInt32(index)
      next[Int(occurrence.term)] += 1
    }

    order = terms.sortedNumbers()
    var postings = PostingList()
    postings.positions.reserveCapacity(occurrences.count)
    var postingStarts: [Int] = []
    var positionStarts: [Int] = []
    for term in order {
      postingStarts.append(postings.count)
      positionStarts.append(postings.positions.count)
      var last = UInt32.max
      for place in starts[Int(term)]..<starts[Int(term) + 1] {
        let occurrence = occurrences[Int(sorted[place])]
        if occurrence.document != last {
          last = occurrence.document
          postings.documents.append(occurrence.document)
          postings.frequencies.append(0)
          postings.positionCounts.append(0)
        }
        postings.frequencies[postings.count - 1] += occurrence.weight
        postings.positionCounts[postings.count - 1] += 1
        postings.positions.append(occurrence.position)
      }
    }
    postingStarts.append(postings.count)
    positionStarts.append(postings.positions.count)
    self.terms = terms
    self.lengths = lengths
    self.postings = postings
    self.postingStarts = postingStarts
    self.positionStarts = positionStarts
  }

  /// Bytes held, roughly: what the memory budget of a build counts.
  var byteCount: Int {
    postings.count * 12 + postings.positions.count * 4 + terms.bytes.count + terms.count * 24
      + documents.reduce(0) { $0 + $1.stored.count + 128 }
  }
}

/// Walks a chunk's terms in order.
final class ChunkTermSource: TermSource {
  private let chunk: InvertedChunk
  private let documentMap: [UInt32]
  private var place = 0

  /// - Parameter documentMap: the new number of every document of the chunk.
  init(chunk: InvertedChunk, documentMap: [UInt32]) {
    self.chunk = chunk
    self.documentMap = documentMap
  }

  var currentTerm: [UInt8]? {
    place < chunk.order.count ? Array(chunk.terms.term(Int(chunk.order[place]))) : nil
  }

  func advance() { place += 1 }

  func appendPostings(to list: inout PostingList) {
    let postings = chunk.postingStarts[place]..<chunk.postingStarts[place + 1]
    for posting in postings { list.documents.append(documentMap[Int(chunk.postings.documents[posting])]) }
    list.frequencies.append(contentsOf: chunk.postings.frequencies[postings])
    list.positionCounts.append(contentsOf: chunk.postings.positionCounts[postings])
    list.positions.append(
      contentsOf: chunk.postings.positions[chunk.positionStarts[place]..<chunk.positionStarts[place + 1]])
  }
}
