import IndexStorage
import TextAnalysis

/// Lays out the postings of a term.
///
///     one posting     nothing: it stands in the dictionary
///     more            postings with other frequencies than 1 (varint); where there are some: number of exceptions (varint);
///                     largest code of frequency 1 u8 (but of a column), largest of the others u8, where there are any;
///                     exceptions: document u32, frequency u24, code u8; then
///       column        the planes of ``ColumnLayout``
///       parts         the postings with frequency 1, then the others; each as
///         bitmap      a bit for each document, up to a multiple of 64
///         ranges      for each but the last its end among the postings (u8 for up to 255 postings, u16, u32);
///                     local document numbers u16
///         list        document numbers u32
///                     behind those of other frequencies their codes u8
///     positions       those of ``PositionCode``
///
/// Codes are ``Impact/code(frequency:norm:)`` under the segment's own average length; exceptions are the postings whose
/// frequency the code does not give back. Most words stand once in most of their documents: there the codes are those of
/// frequency 1, which the segment keeps for every document.
struct PostingEncoder {
  /// By stream, for every document.
  private let norms: [[Float]]
  /// The codes of frequency 1, in the same way.
  let unitCodes: [[UInt8]]
  private let documentCount: Int
  /// Of the postings of a list.
  private var codes: [UInt8] = []
  /// Documents of its parts, and the codes of those with other frequencies than 1.
  private var unitDocuments: [UInt32] = []
  private var repeatedDocuments: [UInt32] = []
  private var repeatedCodes: [UInt8] = []
  private var largestUnitCode: UInt8 = 0

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
    let exceptions = encode(list.postings, norms: norms[stream], unitCodes: unitCodes[stream])
    let form = PostingForm(
      documentFrequency: list.count, repeatedCount: repeatedDocuments.count, documentCount: documentCount)
    postings.appendVarint(repeatedDocuments.count)
    if !repeatedDocuments.isEmpty { postings.appendVarint(exceptions.count) }
    if form == .parts {
      if !unitDocuments.isEmpty { postings.append(largestUnitCode) }
      if let largest = repeatedCodes.max() { postings.append(largest) }
    } else {
      postings.append(codes.max() ?? 0)
    }
    for index in exceptions {
      postings.append(list.postings[index].document)
      // No document is so long that a frequency needs more than 24 bits.
      postings.append(min(list.postings[index].frequency, 0xFF_FFFF) | UInt32(codes[index]) << 24)
    }
    switch form {
    case .single: break
    case .column:
      postings.append(
        contentsOf: ColumnLayout.encode(list.postings, codes: codes, documentCount: documentCount))
    case .parts:
      append(unitDocuments, isUnit: true, to: &postings)
      append(repeatedDocuments, isUnit: false, to: &postings)
      postings.append(contentsOf: repeatedCodes)
    }
  }

  /// Fills ``codes`` and the parts.
  ///
  /// - Returns: the postings whose frequency the code does not give back.
  private mutating func encode(_ postings: [Posting], norms: [Float], unitCodes: [UInt8]) -> [Int] {
    codes.removeAll(keepingCapacity: true)
    codes.reserveCapacity(postings.count)
    unitDocuments.removeAll(keepingCapacity: true)
    repeatedDocuments.removeAll(keepingCapacity: true)
    repeatedCodes.removeAll(keepingCapacity: true)
    largestUnitCode = 0
    var exceptions: [Int] = []
    for (index, posting) in postings.enumerated() {
      let document = Int(posting.document)
      if posting.frequency == 1 {
        let code = unitCodes[document]
        codes.append(code)
        largestUnitCode = max(largestUnitCode, code)
        unitDocuments.append(posting.document)
      } else {
        let code = Impact.code(frequency: posting.frequency, norm: norms[document])
        // A frequency is its code's smallest where the one below has another code.
        if Impact.code(frequency: posting.frequency - 1, norm: norms[document]) == code { exceptions.append(index) }
        codes.append(code)
        repeatedDocuments.append(posting.document)
        repeatedCodes.append(code)
      }
    }
    return exceptions
  }

  /// Appends the documents of a part, and the directory in front of them.
  private func append(_ documents: [UInt32], isUnit: Bool, to writer: inout ByteWriter) {
    guard !documents.isEmpty else { return }
    switch PartForm(count: documents.count, isUnit: isUnit, documentCount: documentCount) {
    case .bitmap:
      var words = Array(repeating: UInt64(0), count: ColumnLayout.paddedCount(documentCount: documentCount) / 64)
      for document in documents { words[Int(document / 64)] |= 1 << UInt64(document % 64) }
      for word in words { writer.append(word) }
    case .ranges:
      appendDirectory(documents, to: &writer)
      for document in documents { writer.append(UInt16(truncatingIfNeeded: document)) }
    case .list:
      for document in documents { writer.append(document) }
    }
  }

  private func appendDirectory(_ documents: [UInt32], to writer: inout ByteWriter) {
    let endByteCount = PartForm.rangeEndByteCount(count: documents.count)
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
