import IndexStorage
import TextAnalysis

/// Lays out the postings of a term.
///
///     one posting     nothing: it stands in the dictionary
///     more            largest code u8; number of exceptions times two, plus one for a unit list (varint);
///                     exceptions: document u32, frequency u24, code u8; then
///       column        the planes of ``ColumnLayout``
///       ranges        for each but the last its end among the postings (u8 for up to 255 postings, u16, u32);
///                     local document numbers u16; codes u8, but in unit lists
///       list          document numbers u32; codes u8, but in unit lists
///     positions       those of ``PositionCode``
///
/// Codes are ``Impact/code(frequency:norm:)`` under the segment's own average length; exceptions are the postings whose
/// frequency the code does not give back. Most words stand once in most of their documents: a unit list has no codes,
/// they are those of frequency 1, which the segment keeps for every document; its exceptions are all other postings.
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
    positions.append(contentsOf: list.positions.bytes)
    guard list.count > 1 else { return }
    let form = PostingForm(documentFrequency: list.count, documentCount: documentCount)
    let isUnit = encodeHead(list, norms: norms[stream], mayBeUnit: form != .column, into: &postings)
    switch form {
    case .single: break
    case .column:
      postings.append(
        contentsOf: ColumnLayout.encode(documents: list.documents, codes: codes, documentCount: documentCount))
    case .ranges:
      appendDirectory(list.documents, to: &postings)
      for document in list.documents { postings.append(UInt16(truncatingIfNeeded: document)) }
      if !isUnit { postings.append(contentsOf: codes) }
    case .list:
      for document in list.documents { postings.append(document) }
      if !isUnit { postings.append(contentsOf: codes) }
    }
  }

  /// Fills ``codes``; appends the head of the list.
  ///
  /// - Returns: whether it is a unit list.
  private mutating func encodeHead(
    _ list: PostingList, norms: [Float], mayBeUnit: Bool, into writer: inout ByteWriter
  ) -> Bool {
    codes.removeAll(keepingCapacity: true)
    var ambiguous: [Int] = []
    var repeated: [Int] = []
    var largest: UInt8 = 0
    for (index, document) in list.documents.enumerated() {
      let norm = norms[Int(document)]
      let frequency = list.frequencies[index]
      let code = Impact.code(frequency: frequency, norm: norm)
      if frequency > 1 {
        repeated.append(index)
        // A frequency is its code's smallest where the one below has another code.
        if Impact.code(frequency: frequency - 1, norm: norm) == code { ambiguous.append(index) }
      }
      codes.append(code)
      largest = max(largest, code)
    }
    let isUnit = mayBeUnit && repeated.count * SegmentFormat.exceptionByteCount <= list.count
    let exceptions = isUnit ? repeated : ambiguous
    writer.append(largest)
    writer.appendVarint(exceptions.count * 2 + (isUnit ? 1 : 0))
    for index in exceptions {
      writer.append(list.documents[index])
      // No document is so long that a frequency needs more than 24 bits.
      writer.append(min(list.frequencies[index], 0xFF_FFFF) | UInt32(codes[index]) << 24)
    }
    return isUnit
  }

  /// The codes of frequency 1 in every document of a stream.
  func unitCodes(stream: Int) -> [UInt8] { norms[stream].map { Impact.code(frequency: 1, norm: $0) } }

  private func appendDirectory(_ documents: [UInt32], to writer: inout ByteWriter) {
    let endByteCount = PostingForm.rangeEndByteCount(documentFrequency: documents.count)
    var index = 0
    for range in 1..<PostingForm.rangeCount(documentCount: documentCount) {
      let end = range * PostingForm.rangeDocumentCount
      while index < documents.count, Int(documents[index]) < end { index += 1 }
      switch endByteCount {
      case 1: writer.append(UInt8(index))
      case 2: writer.append(UInt16(index))
      default: writer.append(UInt32(index))
      }
    }
  }
}
