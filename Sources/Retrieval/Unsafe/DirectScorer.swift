import SearchIndex

/// Adds up exact scores of all postings, for queries whose bounds would spare too few of them (``suits(_:limit:)``).
///
/// Ranges of documents come one after the other; of a range, documents with a posting are marked by a bit. Columns that
/// most documents are in are scored by vectors, strip by strip, without marks; then all documents are looked at.
///
/// Invariant: `scores` has a number for each document of a range, `marks` a bit, all zero between ranges; local document
/// numbers are masked to the range before they address it.
@safe
final class DirectScorer {
  static let rangeDocumentCount = PostingForm.rangeDocumentCount
  let scores: UnsafeMutablePointer<Int32>
  let marks: UnsafeMutablePointer<UInt64>
  /// Room for a bit for each document of a range.
  let unclear: UnsafeMutablePointer<UInt8>
  /// Whether the range may have scores without marks.
  var hasScoredStrips = false
  var keys: [UInt64] = []

  init() {
    let count = Self.rangeDocumentCount
    unsafe unclear = UnsafeMutablePointer<UInt8>.allocate(capacity: count / 8)
    unsafe scores = UnsafeMutablePointer<Int32>.allocate(capacity: count)
    unsafe scores.initialize(repeating: 0, count: count)
    unsafe marks = UnsafeMutablePointer<UInt64>.allocate(capacity: count / 64)
    unsafe marks.initialize(repeating: 0, count: count / 64)
  }

  deinit {
    unsafe scores.deallocate()
    unsafe marks.deallocate()
    unsafe unclear.deallocate()
  }

  /// The best documents of a range, best first; equal scores in ascending order of document.
  ///
  /// - Complexity: linear in the postings.
  func best(_ query: SegmentQuery, documents: Range<Int>, limit: Int) -> [ScoredDocument] {
    keys.removeAll(keepingCapacity: true)
    let size = Self.rangeDocumentCount
    for range in documents.lowerBound / size..<(documents.upperBound + size - 1) / size {
      for (number, term) in query.terms.enumerated() { add(query.postings[number], term, query, range: range) }
      let wanted = documents.clamped(to: range * size..<(range + 1) * size)
      if hasScoredStrips {
        collectAll(wanted, base: range * size, query, limit: limit)
      } else {
        collectMarked(wanted, base: range * size, admitted: query.admitted)
      }
    }
    return BestDocuments.choose(&keys, limit: limit)
  }

  /// Adds a term's postings of a range: first as if there were no exceptions, then what these are worth more.
  private func add(_ postings: TermPostings, _ term: SegmentQuery.Term, _ query: SegmentQuery, range: Int) {
    let own = query.segment.norms(of: term.stream)
    let exact = query.norms(of: term.stream)
    let weight = term.weight
    let base = range * Self.rangeDocumentCount
    let documents = base..<min(query.documentCount, base + Self.rangeDocumentCount)
    let (scores, marks) = unsafe (scores, marks)
    @inline(__always) func frequency(ofCode code: UInt8, norm: Float) -> UInt32 {
      let plain = Impact.plainFrequency(ofCode: code, norm: norm)
      return plain > 0 ? plain : Impact.frequency(ofCode: code, norm: norm)
    }
    @inline(__always) func add(_ document: Int, code: UInt8, isUnit: Bool) {
      guard documents.contains(document) else { return }
      let frequency = isUnit ? 1 : frequency(ofCode: code, norm: own[document])
      let local = document &- base
      unsafe scores[local] &+= Contribution.units(weight: weight, frequency: frequency, norm: exact[document])
      unsafe marks[local &>> 6] |= 1 &<< UInt64(local & 63)
    }
    func add(_ part: PostingPart) {
      let codes = unsafe part.codes
      let isUnit = part.isUnit
      @inline(__always) func code(_ place: Int) -> UInt8 {
        isUnit ? 0 : unsafe codes.load(fromByteOffset: place, as: UInt8.self)
      }
      let numbers = unsafe part.documents
      switch part.form {
      case .bitmap:
        var next = documents.lowerBound
        if Self.isDense(postings, query) {
          next = unsafe addStrips(bits: numbers, scoring(own, exact, weight: weight), documents)
        }
        // The last strip may have fewer documents, but has all of its bits.
        for start in stride(from: next, to: documents.upperBound, by: ColumnLayout.stripDocumentCount) {
          var bits = unsafe UInt64(
            littleEndian: numbers.loadUnaligned(fromByteOffset: start &>> 3, as: UInt64.self))
          while bits != 0 {
            add(start &+ bits.trailingZeroBitCount, code: 0, isUnit: true)
            bits &= bits &- 1
          }
        }
      case .ranges:
        for place in part.places(inRange: range) {
          add(unsafe base &+ Int(NarrowNumbers.document(numbers, place)), code: code(place), isUnit: isUnit)
        }
      case .list:
        for place in 0..<part.count {
          add(unsafe Int(WideNumbers.document(numbers, place)), code: code(place), isUnit: isUnit)
        }
      }
    }
    /// Of which exceptions are not added yet.
    var rest = documents
    switch unsafe postings.layout {
    case .single(let document, let code):
      // Whatever the frequency is, it stands in the dictionary.
      guard documents.contains(Int(document)) else { return }
      let frequency = postings.frequency(ofCode: code, in: document, norm: own[Int(document)])
      let local = Int(document) - base
      unsafe scores[local] &+= Contribution.units(weight: weight, frequency: frequency, norm: exact[Int(document)])
      unsafe marks[local &>> 6] |= 1 &<< UInt64(local & 63)
      return
    case .parts:
      if postings.unit.count > 0 { add(postings.unit) }
      if postings.repeated.count > 0 { add(postings.repeated) }
    case .column(let levels, let excesses):
      if Self.isDense(postings, query) {
        // The last strip may have fewer documents.
        rest = addStrips(postings, weight: weight, own, exact, documents)..<documents.upperBound
      }
      for start in stride(from: rest.lowerBound, to: rest.upperBound, by: ColumnLayout.stripDocumentCount) {
        unsafe ColumnLayout.forEachCode(levels: levels, excesses: excesses, strip: start) {
          add($0, code: $1, isUnit: false)
        }
      }
    }
    postings.forEachException(in: rest) { document, exceptional, code in
      guard documents.contains(Int(document)) else { return }
      let norm = exact[Int(document)]
      let assumed = frequency(ofCode: code, norm: own[Int(document)])
      unsafe scores[Int(document) &- base] &+=
        Contribution.units(weight: weight, frequency: exceptional, norm: norm)
        &- Contribution.units(weight: weight, frequency: assumed, norm: norm)
    }
  }

  /// Takes the scores of some documents into ``keys``, and sets those of the range to zero.
  private func collectMarked(_ documents: Range<Int>, base: Int, admitted: DocumentSet?) {
    let (scores, marks) = unsafe (scores, marks)
    var found = keys
    keys = []
    for word in 0..<Self.rangeDocumentCount / 64 {
      var left = unsafe marks[word]
      guard left != 0 else { continue }
      unsafe marks[word] = 0
      while left != 0 {
        let local = word &<< 6 &+ left.trailingZeroBitCount
        left &= left &- 1
        let score = unsafe scores[local]
        unsafe scores[local] = 0
        let document = base &+ local
        guard score > 0, documents.contains(document), admitted?.contains(document) ?? true else { continue }
        found.append(BestDocuments.key(score: score, document: UInt32(truncatingIfNeeded: document)))
      }
    }
    keys = found
  }
}

extension ColumnLayout {
  /// Calls `body` for every document of a strip that a column has a code for, in no certain order.
  ///
  /// - Parameter start: the strip's first document; the planes must reach to its end.
  @inline(__always)
  fileprivate static func forEachCode(
    levels: UnsafeRawPointer, excesses: UnsafeRawPointer, strip start: Int,
    _ body: (_ document: Int, _ code: UInt8) -> Void
  ) {
    for word in 0..<4 {
      let offset = start &>> 1 &+ word &* 8
      let level = unsafe UInt64(littleEndian: levels.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      guard level != 0 else { continue }
      let excess = unsafe UInt64(littleEndian: excesses.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      // One bit of each number of four bits that is not zero.
      var left = level | level &>> 1
      left = (left | left &>> 2) & 0x1111_1111_1111_1111
      while left != 0 {
        let shift = UInt64(left.trailingZeroBitCount)
        left &= left &- 1
        // Number i, row r: document 16 r + i.
        let document = start &+ Int(shift &>> 2 & 3) &* 16 &+ word &* 4 &+ Int(shift &>> 4)
        body(
          document,
          code(
            level: UInt8(truncatingIfNeeded: level &>> shift & 15),
            excess: UInt8(truncatingIfNeeded: excess &>> shift & 15)))
      }
    }
  }
}
