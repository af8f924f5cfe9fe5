import IndexStorage
import TextAnalysis

/// The postings of one term in one segment: documents with impact codes (``Impact/code(frequency:norm:)``).
///
/// A query handles hundreds of these, so they are plain numbers without a reference to be counted: they belong to the
/// ``SegmentReader`` that gave them and must not outlive it.
///
/// Invariant: the addresses point into the mapping of the segment, with as many bytes behind them as the form and the
/// counts say; that is checked once, when the postings are made. What damage can still do is to give wrong numbers,
/// which every reader here checks before they lead anywhere.
@safe
public struct TermPostings: @unchecked Sendable {
  /// Documents that hold the term, deleted ones included.
  public let documentCount: Int
  /// No document has a larger impact code.
  public let largestCode: UInt8
  let form: PostingForm
  private let stream: TermStream
  private let segmentDocumentCount: Int
  private unowned(unsafe) let owner: SegmentReader
  private let entry: TermDictionary.Entry
  package let exceptionCount: Int
  private let exceptions: UnsafeRawPointer
  /// The planes of a column.
  private let planes: UnsafeRawPointer
  /// The postings with frequency 1 and the others, where they are apart; else empty.
  package let unit: PostingPart
  package let repeated: PostingPart

  /// `nil` where the bytes that the dictionary points to are not there.
  init?(
    _ entry: TermDictionary.Entry, stream: TermStream, _ columns: StreamColumns, segment: SegmentReader,
    postings: ByteRegion
  ) {
    segmentDocumentCount = segment.documentCount
    guard entry.documentCount > 0, entry.documentCount <= segmentDocumentCount else { return nil }
    self.entry = entry
    self.stream = stream
    unsafe owner = segment
    documentCount = entry.documentCount
    let isSingle = entry.documentCount == 1
    var cursor = VarintCursor(postings, at: isSingle ? 0 : entry.postingsOffset)
    let repeatedCount = isSingle ? 0 : cursor.count()
    exceptionCount = repeatedCount > 0 ? cursor.count() : 0
    guard repeatedCount <= documentCount, exceptionCount <= repeatedCount else { return nil }
    form = PostingForm(
      documentFrequency: documentCount, repeatedCount: repeatedCount, documentCount: segmentDocumentCount)
    let unitCount = form == .parts ? documentCount - repeatedCount : 0
    let largestUnitCode = unitCount > 0 ? cursor.byte() : 0
    let largestRepeatedCode = repeatedCount > 0 ? cursor.byte() : 0
    let start = unsafe postings.unsafeBytes.baseAddress!
    let exceptionOffset = postings.count - cursor.remainingByteCount
    let bodyOffset = exceptionOffset + exceptionCount * SegmentFormat.exceptionByteCount
    guard bodyOffset <= postings.count else { return nil }
    unsafe exceptions = start + exceptionOffset
    unsafe planes = start + bodyOffset
    var end = unsafe planes
    unit = unsafe PostingPart(
      count: unitCount, largestCode: largestUnitCode, at: &end, unitCodes: columns.unitCodes,
      documentCount: segmentDocumentCount)
    repeated = unsafe PostingPart(
      count: form == .parts ? repeatedCount : 0, largestCode: largestRepeatedCode, at: &end, unitCodes: nil,
      documentCount: segmentDocumentCount)
    switch form {
    case .single:
      guard Int(entry.singleDocument) < segmentDocumentCount else { return nil }
      largestCode = columns.code(frequency: entry.singleFrequency, in: entry.singleDocument)
    case .column:
      unsafe end = planes + 2 * ColumnLayout.planeByteCount(documentCount: segmentDocumentCount)
      largestCode = largestRepeatedCode
    case .parts: largestCode = max(largestUnitCode, largestRepeatedCode)
    }
    guard unsafe end <= start + postings.count else { return nil }
  }

  private var segment: SegmentReader { unsafe owner }

  /// Whether the term is so frequent that most of its postings are bits or levels of all documents.
  public var isFrequent: Bool { form == .column || unit.isBitmap }

  /// Postings that stand in lists.
  public var listedCount: Int {
    switch form {
    case .single: 1
    case .column: 0
    case .parts: repeated.count + (unit.isBitmap ? 0 : unit.count)
    }
  }

  // MARK: Kernels

  /// The postings as kernels read them; the addresses hold as long as the segment.
  @unsafe package enum Layout {
    case single(document: UInt32, code: UInt8)
    /// The two planes of ``ColumnLayout``.
    case column(levels: UnsafeRawPointer, excesses: UnsafeRawPointer)
    /// ``unit`` and ``repeated``.
    case parts
  }

  package var layout: Layout {
    switch form {
    case .single: unsafe .single(document: entry.singleDocument, code: largestCode)
    case .column: unsafe .column(levels: planes, excesses: excesses)
    case .parts: unsafe .parts
    }
  }

  private var excesses: UnsafeRawPointer {
    unsafe planes + ColumnLayout.planeByteCount(documentCount: segmentDocumentCount)
  }

  /// Where the exceptions stand: document u32, frequency u24, code u8.
  package var exceptionsAddress: UnsafeRawPointer { unsafe exceptions }

  /// Calls `body` for every posting of some documents whose frequency is another than its code's, ascending.
  package func forEachException(
    in wanted: Range<Int>, _ body: (_ document: UInt32, _ frequency: UInt32, _ code: UInt8) -> Void
  ) {
    func document(_ place: Int) -> UInt32 {
      unsafe UInt32(
        littleEndian: exceptions.loadUnaligned(
          fromByteOffset: place * SegmentFormat.exceptionByteCount, as: UInt32.self))
    }
    var (place, end) = (0, exceptionCount)
    while place < end {
      let middle = (place + end) / 2
      if document(middle) < wanted.lowerBound { place = middle + 1 } else { end = middle }
    }
    while place < exceptionCount, document(place) < wanted.upperBound {
      let rest = unsafe UInt32(
        littleEndian: exceptions.loadUnaligned(
          fromByteOffset: place * SegmentFormat.exceptionByteCount + 4, as: UInt32.self))
      body(document(place), rest & 0xFF_FFFF, UInt8(truncatingIfNeeded: rest >> 24))
      place += 1
    }
  }

  /// The frequency of the exception that a document is, by binary search.
  private func exceptionalFrequency(in document: UInt32) -> UInt32? {
    guard exceptionCount > 0 else { return nil }
    @inline(__always) func number(_ place: Int) -> UInt32 {
      unsafe UInt32(littleEndian: exceptions.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    // The last one that is not behind the document. No step waits for a guess of the processor.
    var (low, count) = (0, exceptionCount)
    while count > 1 {
      let half = count &>> 1
      low = number((low &+ half) &* SegmentFormat.exceptionByteCount) <= document ? low &+ half : low
      count &-= half
    }
    let place = low &* SegmentFormat.exceptionByteCount
    guard number(place) == document else { return nil }
    return number(place &+ 4) & 0xFF_FFFF
  }

  // MARK: Reading

  /// Every document with its impact code, ascending.
  ///
  /// - Complexity: linear in the postings; in the documents of the segment for a frequent term.
  public func forEachCode(_ body: (_ document: UInt32, _ code: UInt8) -> Void) {
    forEach { document, code, _ in body(document, code) }
  }

  /// - Parameter body: is told whether the frequency is known to be 1.
  private func forEach(_ body: (_ document: UInt32, _ code: UInt8, _ isUnit: Bool) -> Void) {
    switch form {
    case .single: body(entry.singleDocument, largestCode, false)
    case .column:
      for document in 0..<segmentDocumentCount {
        let code = columnCode(of: document)
        if code > 0 { body(UInt32(document), code, false) }
      }
    case .parts:
      var (once, more) = (PostingPart.Cursor(unit), PostingPart.Cursor(repeated))
      while true {
        if once.document < more.document {
          body(once.document, once.code, true)
          once.advance()
        } else if more.document < .max {
          body(more.document, more.code, false)
          more.advance()
        } else {
          return
        }
      }
    }
  }

  /// Every document that holds the term, ascending.
  public func forEachDocument(_ body: (_ document: UInt32) -> Void) { forEachCode { document, _ in body(document) } }

  /// Every document with its weighted frequency tf', ascending.
  public func forEachFrequency(_ body: (_ document: UInt32, _ frequency: UInt32) -> Void) {
    let norms = segment.norms(of: stream)
    forEach { document, code, isUnit in
      body(document, isUnit ? 1 : frequency(ofCode: code, in: document, norm: norms[Int(document)]))
    }
  }

  /// Every document with its weighted frequency and the term's positions in it, ascending. Where positions are
  /// damaged, some are missing.
  public func forEachPosting(_ body: (_ document: UInt32, _ frequency: UInt32, _ positions: [UInt32]) -> Void) {
    var cursor = VarintCursor(segment.positions, at: entry.positionsOffset)
    var found: [UInt32] = []
    forEachFrequency { document, frequency in
      found.removeAll(keepingCapacity: true)
      var last: UInt32 = 0
      while cursor.remainingByteCount > 0 {
        let step = cursor.varint()
        last = last &+ UInt32(truncatingIfNeeded: step >> 1)
        found.append(last)
        if step & 1 == 1 { break }
      }
      body(document, frequency, found)
    }
  }

  /// The weighted frequency tf' that a code stands for, of postings that are not in ``unit``.
  ///
  /// - Parameter norm: the document's under the segment's own average length.
  package func frequency(ofCode code: UInt8, in document: UInt32, norm: Float) -> UInt32 {
    if form == .single { return entry.singleFrequency }
    let frequency = Impact.plainFrequency(ofCode: code, norm: norm)
    if frequency > 0 { return frequency }
    return exceptionalFrequency(in: document) ?? Impact.frequency(ofCode: code, norm: norm)
  }

  /// The impact code of one document, 0 where the term does not occur in it.
  ///
  /// - Complexity: logarithmic in the postings of a range; constant for a frequent term.
  public func code(of document: UInt32) -> UInt8 {
    guard document < segmentDocumentCount else { return 0 }
    switch form {
    case .single: return document == entry.singleDocument ? largestCode : 0
    case .column: return columnCode(of: Int(document))
    case .parts:
      let code = unit.code(of: document)
      return code > 0 ? code : repeated.code(of: document)
    }
  }

  private func columnCode(of document: Int) -> UInt8 {
    let place = ColumnLayout.place(of: document)
    let level = unsafe planes.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
    let excess = unsafe excesses.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
    return ColumnLayout.code(level: level, excess: excess)
  }

  /// The weighted frequency tf' in one document, or `nil` where the term does not occur in it.
  ///
  /// - Complexity: that of ``code(of:)``.
  public func frequency(in document: UInt32) -> UInt32? {
    guard document < segmentDocumentCount else { return nil }
    if unit.code(of: document) > 0 { return 1 }
    let code = code(of: document)
    guard code > 0 else { return nil }
    return frequency(ofCode: code, in: document, norm: segment.norms(of: stream)[Int(document)])
  }
}
