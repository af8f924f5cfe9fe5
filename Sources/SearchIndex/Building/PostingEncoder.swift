import IndexStorage
import TextAnalysis

/// Lays out the postings of a term.
///
///     one posting     nothing: it stands in the dictionary
///     more            largest code u8, number of exceptions varint, exceptions: document u32, frequency u32; then
///       column        the planes of ``ColumnLayout``
///       ranges        where there are several: for each its end among the postings u32 and its largest code u8;
///                     local document numbers u16; codes u8
///       list          document numbers u32; codes u8
///     positions       for each posting: count varint, then the first position and the gaps as varints
///
/// Codes are ``Impact/code(frequency:norm:)`` under the segment's own average length; exceptions are the postings whose
/// frequency the code does not give back.
struct PostingEncoder {
  /// By stream, for every document.
  private let norms: [[Float]]
  private let documentCount: Int
  private var codes: [UInt8] = []

  init(schema: IndexSchema, lengths: [[UInt32]], documentCount: Int) {
    self.documentCount = documentCount
    norms = zip(TermStream.allCases, lengths).map { stream, column in
      let average = Impact.averageLength(
        total: column.reduce(UInt64(0)) { $0 + UInt64($1) }, documentCount: column.count)
      let saturation = schema.saturation(of: stream)
      return column.map { Impact.norm(length: $0, average: average, saturation: saturation) }
    }
  }

  mutating func encode(_ list: PostingList, stream: Int, postings: inout ByteWriter, positions: inout ByteWriter) {
    encodePositions(list, into: &positions)
    guard list.count > 1 else { return }
    encodeCodes(list, norms: norms[stream], into: &postings)
    switch PostingForm(documentFrequency: list.count, documentCount: documentCount) {
    case .single: break
    case .column:
      postings.append(
        contentsOf: ColumnLayout.encode(documents: list.documents, codes: codes, documentCount: documentCount))
    case .ranges:
      appendDirectory(list.documents, to: &postings)
      for document in list.documents { postings.append(UInt16(truncatingIfNeeded: document)) }
      postings.append(contentsOf: codes)
    case .list:
      for document in list.documents { postings.append(document) }
      postings.append(contentsOf: codes)
    }
  }

  /// Fills ``codes``; appends the head of the list.
  private mutating func encodeCodes(_ list: PostingList, norms: [Float], into writer: inout ByteWriter) {
    codes.removeAll(keepingCapacity: true)
    var exceptions: [Int] = []
    var largest: UInt8 = 0
    for (index, document) in list.documents.enumerated() {
      let norm = norms[Int(document)]
      let frequency = list.frequencies[index]
      let code = Impact.code(frequency: frequency, norm: norm)
      // A frequency is its code's smallest where the one below has another code.
      if frequency > 1, Impact.code(frequency: frequency - 1, norm: norm) == code { exceptions.append(index) }
      codes.append(code)
      largest = max(largest, code)
    }
    writer.append(largest)
    writer.appendVarint(exceptions.count)
    for index in exceptions {
      writer.append(list.documents[index])
      writer.append(list.frequencies[index])
    }
  }

  private func appendDirectory(_ documents: [UInt32], to writer: inout ByteWriter) {
    let rangeCount = PostingForm.rangeCount(documentCount: documentCount)
    guard rangeCount > 1 else { return }
    var index = 0
    for range in 1...rangeCount {
      let end = range * PostingForm.rangeDocumentCount
      var largest: UInt8 = 0
      while index < documents.count, Int(documents[index]) < end {
        largest = max(largest, codes[index])
        index += 1
      }
      writer.append(UInt32(index))
      writer.append(largest)
    }
  }

  private func encodePositions(_ list: PostingList, into writer: inout ByteWriter) {
    var next = 0
    for posting in 0..<list.count {
      let end = next + Int(list.positionCounts[posting])
      writer.appendVarint(end - next)
      var last: UInt32 = 0
      while next < end {
        let position = list.positions[next]
        writer.appendVarint(position &- last)
        last = position
        next += 1
      }
    }
  }
}
