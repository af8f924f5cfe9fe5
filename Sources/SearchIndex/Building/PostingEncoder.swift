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
  /// The codes of frequency 1, in the same way.
  let unitCodes: [[UInt8]]
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
    unitCodes = norms.map { $0.map { Impact.code(frequency: 1, norm: $0) } }
  }

  mutating func encode(_ list: PostingList, stream: Int, postings: inout ByteWriter, positions: inout ByteWriter) {
    positions.append(contentsOf: list.positions.bytes)
    guard list.count > 1 else { return }
    let form = PostingForm(documentFrequency: list.count, documentCount: documentCount)
    let isUnit = encodeHead(list, stream: stream, mayBeUnit: form != .column, into: &postings)
    switch form {
    case .single: break
    case .column:
      postings.append(
        contentsOf: ColumnLayout.encode(list.postings, codes: codes, documentCount: documentCount))
    case .ranges:
      appendDirectory(list.postings, to: &postings)
      for posting in list.postings { postings.append(UInt16(truncatingIfNeeded: posting.document)) }
      if !isUnit { postings.append(contentsOf: codes) }
    case .list:
      for posting in list.postings { postings.append(posting.document) }
      if !isUnit { postings.append(contentsOf: codes) }
    }
  }

  /// Fills ``codes``; appends the head of the list.
  ///
  /// - Returns: whether it is a unit list.
  private mutating func encodeHead(
    _ list: PostingList, stream: Int, mayBeUnit: Bool, into writer: inout ByteWriter
  ) -> Bool {
    codes.removeAll(keepingCapacity: true)
    codes.reserveCapacity(list.count)
    let (norms, unitCodes) = (norms[stream], unitCodes[stream])
    var ambiguous: [Int] = []
    var repeated: [Int] = []
    var largest: UInt8 = 0
    for (index, posting) in list.postings.enumerated() {
      let frequency = posting.frequency
      var code = unitCodes[Int(posting.document)]
      if frequency > 1 {
        let norm = norms[Int(posting.document)]
        code = Impact.code(frequency: frequency, norm: norm)
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
      writer.append(list.postings[index].document)
      // No document is so long that a frequency needs more than 24 bits.
      writer.append(min(list.postings[index].frequency, 0xFF_FFFF) | UInt32(codes[index]) << 24)
    }
    return isUnit
  }

  private func appendDirectory(_ postings: [Posting], to writer: inout ByteWriter) {
    let endByteCount = PostingForm.rangeEndByteCount(documentFrequency: postings.count)
    var index = 0
    for range in 1..<PostingForm.rangeCount(documentCount: documentCount) {
      let end = range * PostingForm.rangeDocumentCount
      while index < postings.count, Int(postings[index].document) < end { index += 1 }
      switch endByteCount {
      case 1: writer.append(UInt8(index))
      case 2: writer.append(UInt16(index))
      default: writer.append(UInt32(index))
      }
    }
  }
}
