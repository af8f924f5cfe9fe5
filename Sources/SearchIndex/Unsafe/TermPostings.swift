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
  private let segmentDocumentCount: Int
  private unowned(unsafe) let owner: SegmentReader
  private let stream: TermStream
  private let entry: TermDictionary.Entry
  /// Whether codes are those of frequency 1 in each document, but for the exceptions.
  private let isUnit: Bool
  package let exceptionCount: Int
  private let exceptions: UnsafeRawPointer
  private let directory: UnsafeRawPointer
  private let documents: UnsafeRawPointer
  /// Of postings, or in a unit list of the segment's documents.
  private var codes: UnsafeRawPointer

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
    form = PostingForm(documentFrequency: entry.documentCount, documentCount: segmentDocumentCount)
    let start = unsafe postings.unsafeBytes.baseAddress!
    if form == .single {
      guard Int(entry.singleDocument) < segmentDocumentCount else { return nil }
      largestCode = columns.code(frequency: entry.singleFrequency, in: entry.singleDocument)
      isUnit = false
      exceptionCount = 0
      unsafe exceptions = start
      unsafe directory = start
      unsafe documents = start
      unsafe codes = start
      return
    }
    guard entry.postingsOffset < postings.count else { return nil }
    largestCode = postings.uint8(at: entry.postingsOffset)
    var cursor = VarintCursor(postings, at: entry.postingsOffset + 1)
    let head = cursor.count()
    (exceptionCount, isUnit) = (head >> 1, head & 1 == 1 && form != .column)
    guard exceptionCount <= documentCount else { return nil }
    let exceptionOffset = postings.count - cursor.remainingByteCount
    let bodyOffset = exceptionOffset + exceptionCount * SegmentFormat.exceptionByteCount
    let bodyByteCount =
      form.byteCount(documentFrequency: documentCount, documentCount: segmentDocumentCount)
      - (isUnit ? documentCount : 0)
    guard bodyOffset + bodyByteCount <= postings.count else { return nil }
    unsafe exceptions = start + exceptionOffset
    unsafe directory = start + bodyOffset
    switch form {
    case .single, .column:
      unsafe documents = start + bodyOffset
      unsafe codes = documents + ColumnLayout.planeByteCount(documentCount: segmentDocumentCount)
    case .ranges:
      unsafe documents =
        unsafe start + bodyOffset
        + PostingForm.directoryByteCount(documentFrequency: documentCount, documentCount: segmentDocumentCount)
      unsafe codes = documents + documentCount * 2
    case .list:
      unsafe documents = start + bodyOffset
      unsafe codes = documents + documentCount * 4
    }
    if isUnit { unsafe codes = columns.unitCodes }
  }

  private var segment: SegmentReader { unsafe owner }

  /// Whether the term is frequent enough for a column.
  public var isColumn: Bool { form == .column }

  // MARK: Kernels

  /// The postings as kernels read them; the addresses hold as long as the segment.
  @unsafe package enum Layout {
    case single(document: UInt32, code: UInt8)
    /// The two planes of ``ColumnLayout``.
    case column(levels: UnsafeRawPointer, excesses: UnsafeRawPointer)
    /// Local document numbers u16, ascending in a range; codes of the postings, or in a unit list of all documents.
    case ranges(documents: UnsafeRawPointer, codes: UnsafeRawPointer, isUnit: Bool)
    /// Document numbers u32, ascending; codes as above.
    case list(documents: UnsafeRawPointer, codes: UnsafeRawPointer, isUnit: Bool)
  }

  package var layout: Layout {
    switch form {
    case .single: unsafe .single(document: entry.singleDocument, code: largestCode)
    case .column: unsafe .column(levels: documents, excesses: codes)
    case .ranges: unsafe .ranges(documents: documents, codes: codes, isUnit: isUnit)
    case .list: unsafe .list(documents: documents, codes: codes, isUnit: isUnit)
    }
  }

  /// The postings of a range of documents, in the form of ranges: empty or ascending places, whatever the bytes say.
  package func places(inRange range: Int) -> Range<Int> {
    let lower = range == 0 ? 0 : end(ofRange: range - 1)
    return lower..<max(lower, end(ofRange: range))
  }

  private func end(ofRange range: Int) -> Int {
    guard range + 1 < PostingForm.rangeCount(documentCount: segmentDocumentCount) else { return documentCount }
    let end =
      switch PostingForm.rangeEndByteCount(documentFrequency: documentCount) {
      case 1: unsafe Int(directory.load(fromByteOffset: range, as: UInt8.self))
      case 2: unsafe Int(UInt16(littleEndian: directory.loadUnaligned(fromByteOffset: range * 2, as: UInt16.self)))
      default: unsafe Int(UInt32(littleEndian: directory.loadUnaligned(fromByteOffset: range * 4, as: UInt32.self)))
      }
    return min(documentCount, end)
  }

  /// Where the exceptions stand: document u32, frequency u24, code u8.
  package var exceptionsAddress: UnsafeRawPointer { unsafe exceptions }

  /// Calls `body` for every posting of some documents whose frequency is another than its code's (in a unit list: than 1),
  /// ascending.
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

  /// The exception that a document is, by binary search; exceptions are in ascending order of document.
  private func exception(in document: UInt32) -> (frequency: UInt32, code: UInt8)? {
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
    let rest = number(place &+ 4)
    return (rest & 0xFF_FFFF, UInt8(truncatingIfNeeded: rest >> 24))
  }

  /// The code of a posting that is at a place of its list.
  @inline(__always)
  package func code(at place: Int, of document: UInt32) -> UInt8 {
    guard isUnit else { return unsafe codes.load(fromByteOffset: place, as: UInt8.self) }
    return exception(in: document)?.code ?? unitCode(of: document)
  }

  private func unitCode(of document: UInt32) -> UInt8 {
    unsafe codes.load(fromByteOffset: Int(document), as: UInt8.self)
  }

  // MARK: Reading

  /// Every document with its impact code, ascending.
  ///
  /// - Complexity: linear in the postings; in the documents of the segment for a frequent term.
  public func forEachCode(_ body: (_ document: UInt32, _ code: UInt8) -> Void) {
    switch form {
    case .single: body(entry.singleDocument, largestCode)
    case .column:
      for document in 0..<segmentDocumentCount {
        let code = columnCode(of: document)
        if code > 0 { body(UInt32(document), code) }
      }
    case .ranges:
      for range in 0..<PostingForm.rangeCount(documentCount: segmentDocumentCount) {
        let base = UInt32(range * PostingForm.rangeDocumentCount)
        for place in places(inRange: range) {
          let local = unsafe documents.loadUnaligned(fromByteOffset: place * 2, as: UInt16.self)
          let document = base + UInt32(UInt16(littleEndian: local))
          guard document < segmentDocumentCount else { continue }
          body(document, code(at: place, of: document))
        }
      }
    case .list:
      for place in 0..<documentCount {
        let document =
          unsafe UInt32(littleEndian: documents.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self))
        guard document < segmentDocumentCount else { continue }
        body(document, code(at: place, of: document))
      }
    }
  }

  /// Every document that holds the term, ascending.
  public func forEachDocument(_ body: (_ document: UInt32) -> Void) { forEachCode { document, _ in body(document) } }

  /// Every document with its weighted frequency tf', ascending.
  public func forEachFrequency(_ body: (_ document: UInt32, _ frequency: UInt32) -> Void) {
    let norms = segment.norms(of: stream)
    forEachCode { document, code in
      body(document, frequency(ofCode: code, in: document, norm: norms[Int(document)]))
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

  /// The weighted frequency tf' that a code of this list stands for.
  ///
  /// - Parameter norm: the document's under the segment's own average length.
  package func frequency(ofCode code: UInt8, in document: UInt32, norm: Float) -> UInt32 {
    if form == .single { return entry.singleFrequency }
    if !isUnit {
      let frequency = Impact.plainFrequency(ofCode: code, norm: norm)
      if frequency > 0 { return frequency }
    }
    if exceptionCount > 0, let exception = exception(in: document) { return exception.frequency }
    return isUnit ? 1 : Impact.frequency(ofCode: code, norm: norm)
  }

  /// The impact code of one document, 0 where the term does not occur in it.
  ///
  /// - Complexity: logarithmic in the postings of a range; constant for a frequent term.
  public func code(of document: UInt32) -> UInt8 {
    guard document < segmentDocumentCount else { return 0 }
    switch form {
    case .single: return document == entry.singleDocument ? largestCode : 0
    case .column: return columnCode(of: Int(document))
    case .ranges:
      let places = places(inRange: Int(document) / PostingForm.rangeDocumentCount)
      let local = UInt16(truncatingIfNeeded: document)
      var (low, high) = (places.lowerBound, places.upperBound)
      while low < high {
        let middle = (low + high) / 2
        let found = unsafe UInt16(littleEndian: documents.loadUnaligned(fromByteOffset: middle * 2, as: UInt16.self))
        if found < local { low = middle + 1 } else { high = middle }
      }
      guard low < places.upperBound,
        unsafe UInt16(littleEndian: documents.loadUnaligned(fromByteOffset: low * 2, as: UInt16.self)) == local
      else { return 0 }
      return code(at: low, of: document)
    case .list:
      var (low, high) = (0, documentCount)
      while low < high {
        let middle = (low + high) / 2
        let found = unsafe UInt32(littleEndian: documents.loadUnaligned(fromByteOffset: middle * 4, as: UInt32.self))
        if found < document { low = middle + 1 } else { high = middle }
      }
      guard low < documentCount,
        unsafe UInt32(littleEndian: documents.loadUnaligned(fromByteOffset: low * 4, as: UInt32.self)) == document
      else { return 0 }
      return code(at: low, of: document)
    }
  }

  private func columnCode(of document: Int) -> UInt8 {
    let place = ColumnLayout.place(of: document)
    let level = unsafe documents.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
    let excess = unsafe codes.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
    return ColumnLayout.code(level: level, excess: excess)
  }

  /// The weighted frequency tf' in one document, or `nil` where the term does not occur in it.
  ///
  /// - Complexity: that of ``code(of:)``.
  public func frequency(in document: UInt32) -> UInt32? {
    let code = code(of: document)
    guard code > 0 else { return nil }
    return frequency(ofCode: code, in: document, norm: segment.norms(of: stream)[Int(document)])
  }
}
