import TextAnalysis

/// A batch of documents, analysed and inverted in memory; their texts are not kept. Document numbers are places in the
/// batch.
final class InvertedChunk: Sendable {
  /// Weighted length of each document by stream: `lengths[stream][document]`.
  let lengths: [[UInt32]]
  let columns: ChunkColumns
  let terms: ChunkTerms

  /// Units between two texts of a document, so that no phrase crosses.
  private static let gapBetweenTexts: UInt32 = 64

  /// - Parameters:
  ///   - documents: sorted by id.
  ///   - place: used by nobody else meanwhile.
  /// - Complexity: linear in the text, and n log n in the distinct terms that share their first seven bytes.
  init(
    documents: [IndexDocument], analyzers: FieldAnalyzers, schema: IndexSchema, place: ChunkInverterPool.Place
  ) {
    columns = ChunkColumns(documents)
    var lengths = Array(repeating: Array(repeating: UInt32(0), count: documents.count), count: 2)
    var buffer = TokenBuffer()
    for (number, document) in documents.enumerated() {
      var firstUnit: UInt32 = 0
      for text in document.texts {
        let weight = UInt32(schema.weight(of: text.field))
        var content = text.text
        content.makeContiguousUTF8()
        analyzers[text.field].analyze(content.utf8.span, into: &buffer)
        let counts = place.inverter.add(&buffer, document: UInt32(number), weight: weight, firstUnit: firstUnit)
        lengths[0][number] += weight * UInt32(counts.words)
        lengths[1][number] += weight * UInt32(counts.syllables)
        firstUnit = firstUnit &+ buffer.unitCount &+ Self.gapBetweenTexts
      }
    }
    terms = place.inverter.finish()
    self.lengths = lengths
  }

  /// Bytes held, roughly: what the memory budget of a build counts.
  var byteCount: Int { columns.byteCount + terms.byteCount + documentCount * 8 }
}

extension InvertedChunk: SegmentSource {
  var documentCount: Int { lengths[0].count }
  func isDeleted(_ document: Int) -> Bool { false }

  func appendID(of document: Int, to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: columns.idBytes[Int(columns.idStarts[document])..<Int(columns.idStarts[document + 1])])
  }

  func length(of document: Int, stream: Int) -> UInt32 { lengths[stream][document] }
  func day(of document: Int) -> Int32? { columns.days[document] }
  var attributeCombinations: [AttributeColumn.Combination] { columns.combinations }
  var linkKeyCount: Int { columns.linkKeys.count }
  func appendLinkKey(_ ordinal: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: columns.linkKeys[ordinal].utf8)
  }

  func forEachLink(of document: Int, _ body: (_ key: Int, _ role: UInt8) -> Void) {
    for link in Int(columns.linkStarts[document])..<Int(columns.linkStarts[document + 1]) {
      body(Int(columns.links[link].key), columns.links[link].role)
    }
  }

  func compressedBytes(of document: Int) -> [UInt8] { columns.stored[document] }

  func forEachTerm(every postingCount: Int, _ body: (_ term: [UInt8]) -> Void) {
    var wanted = postingCount
    for place in 0..<terms.count where terms.postingStarts[place + 1] >= wanted {
      body(Array(terms.term(place)))
      wanted = Int(terms.postingStarts[place + 1]) + postingCount
    }
  }

  func makeTermSource(documentMap: [UInt32], terms range: TermRange) -> any TermSource {
    ChunkTermSource(terms: terms, documentMap: documentMap, range: range)
  }
}
