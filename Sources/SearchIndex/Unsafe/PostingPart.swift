import IndexStorage

/// The postings of a term with frequency 1, or all others, in one segment.
///
/// Plain numbers without a reference to be counted, as ``TermPostings``, to which they belong.
///
/// Invariant: the addresses have as many bytes behind them as the form and the counts say.
@safe
package struct PostingPart: @unchecked Sendable {
  package let form: PartForm
  /// Whether all frequencies are 1: then `codes` has one for every document of the segment, else one for each posting.
  package let isUnit: Bool
  /// No document of the part has a larger impact code; 0 where there is none.
  package let largestCode: UInt8
  private let segmentDocumentCount: UInt32
  package let count: Int
  /// A bitmap, local numbers u16, or numbers u32; ascending.
  package let documents: UnsafeRawPointer
  package let codes: UnsafeRawPointer

  /// - Parameters:
  ///   - start: where the part begins; moves behind it, which may be behind what may be read.
  ///   - unitCodes: codes of frequency 1 of all documents, in a unit part.
  init(
    count: Int, largestCode: UInt8, at start: inout UnsafeRawPointer, unitCodes: UnsafeRawPointer?, documentCount: Int
  ) {
    isUnit = unsafe unitCodes != nil
    form = PartForm(count: count, isUnit: isUnit, documentCount: documentCount)
    self.count = count
    self.largestCode = largestCode
    segmentDocumentCount = UInt32(truncatingIfNeeded: documentCount)
    unsafe documents = start + form.directoryByteCount(count: count, documentCount: documentCount)
    unsafe start = documents + form.documentsByteCount(count: count, documentCount: documentCount)
    unsafe codes = unitCodes ?? start
    if !isUnit { unsafe start += count }
  }

  /// Whether there is a bit for every document.
  package var isBitmap: Bool { form == .bitmap && count > 0 }

  // MARK: Places

  /// The postings of a range of documents, in the form of ranges: empty or ascending places, whatever the bytes say.
  @inline(__always)
  package func places(inRange range: Int) -> Range<Int> {
    let directoryCount = PostingForm.rangeCount(documentCount: Int(segmentDocumentCount)) - 1
    let width = PartForm.rangeEndByteCount(count: count)
    @inline(__always) func end(ofRange range: Int) -> Int {
      guard range < directoryCount else { return count }
      let directory = unsafe documents - directoryCount &* width
      if width == 1 { return unsafe min(count, Int(directory.load(fromByteOffset: range, as: UInt8.self))) }
      if width == 2 {
        return unsafe min(
          count, Int(UInt16(littleEndian: directory.loadUnaligned(fromByteOffset: range &* 2, as: UInt16.self))))
      }
      return unsafe min(
        count, Int(UInt32(littleEndian: directory.loadUnaligned(fromByteOffset: range &* 4, as: UInt32.self))))
    }
    let lower = range == 0 ? 0 : end(ofRange: range &- 1)
    return lower..<max(lower, end(ofRange: range))
  }

  /// The number that stands at a place: local in ranges.
  @inline(__always)
  fileprivate func number(at place: Int) -> UInt32 {
    form == .ranges
      ? unsafe UInt32(UInt16(littleEndian: documents.loadUnaligned(fromByteOffset: place * 2, as: UInt16.self)))
      : unsafe UInt32(littleEndian: documents.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self))
  }

  /// - Parameter word: of the bitmap, below its count.
  fileprivate func bits(ofWord word: Int) -> UInt64 {
    unsafe UInt64(littleEndian: documents.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
  }

  /// The code of a posting that is at a place of its list.
  @inline(__always)
  package func code(at place: Int, of document: UInt32) -> UInt8 {
    unsafe codes.load(fromByteOffset: isUnit ? Int(document) : place, as: UInt8.self)
  }

  /// The impact code of a document of the segment, 0 where it is not in this part.
  ///
  /// - Complexity: logarithmic in the postings of a range; constant for a bitmap.
  package func code(of document: UInt32) -> UInt8 {
    let places: Range<Int>
    let wanted: UInt32
    guard count > 0 else { return 0 }
    switch form {
    case .bitmap:
      let byte = unsafe documents.load(fromByteOffset: Int(document / 8), as: UInt8.self)
      return byte >> (document & 7) & 1 == 1 ? code(at: 0, of: document) : 0
    case .ranges:
      places = self.places(inRange: Int(document) / PostingForm.rangeDocumentCount)
      wanted = document & UInt32(PostingForm.rangeDocumentCount - 1)
    case .list:
      places = 0..<count
      wanted = document
    }
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if number(at: middle) < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < places.upperBound, number(at: low) == wanted else { return 0 }
    return code(at: low, of: document)
  }

  // MARK: Cursor

  /// Goes through a part's documents; ascending, but where they are damaged.
  struct Cursor {
    private let part: PostingPart
    /// Behind the last document `UInt32.max`.
    private(set) var document: UInt32 = .max
    private var place = 0
    /// The range that `place` is in, and where it ends. Of a bitmap the word, and the bits that are left of it.
    private var range = 0
    private var end = 0
    private var bits: UInt64 = 0

    init(_ part: PostingPart) {
      self.part = part
      guard part.count > 0 else { return }
      switch part.form {
      case .bitmap: bits = part.bits(ofWord: 0)
      case .ranges: end = part.places(inRange: 0).upperBound
      case .list: end = part.count
      }
      read()
    }

    var code: UInt8 { part.code(at: place, of: document) }

    mutating func advance() {
      place += 1
      read()
    }

    /// Sets the document to that of the place, or of the next one that stands for a document.
    private mutating func read() {
      if part.form == .bitmap { return readBit() }
      repeat {
        if place >= end {
          guard part.form == .ranges, enterNextRange() else { break }
        }
        document = part.number(at: place) + UInt32(range * PostingForm.rangeDocumentCount)
        if document < part.segmentDocumentCount { return }
        place += 1
      } while true
      document = .max
    }

    /// - Returns: whether there is another range with postings.
    private mutating func enterNextRange() -> Bool {
      let count = PostingForm.rangeCount(documentCount: Int(part.segmentDocumentCount))
      while range + 1 < count {
        range += 1
        let places = part.places(inRange: range)
        (place, end) = (places.lowerBound, places.upperBound)
        if place < end { return true }
      }
      return false
    }

    private mutating func readBit() {
      let wordCount = (Int(part.segmentDocumentCount) + 63) / 64
      while bits == 0 {
        range += 1
        guard range < wordCount else {
          document = .max
          return
        }
        bits = part.bits(ofWord: range)
      }
      document = UInt32(range * 64 + bits.trailingZeroBitCount)
      bits &= bits - 1
      if document >= part.segmentDocumentCount { document = .max }
    }
  }
}
