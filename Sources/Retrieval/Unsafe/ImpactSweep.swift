import CVectorKernels
import SearchIndex
import TextAnalysis

/// Finds the documents that may be among the best: adds impact codes up, window by window, into bounds of scores.
///
/// Codes are whole numbers, and so are the weights that multiply them here: a unit is a small part of a score, the same
/// for all terms, rounded so that a sum of codes times weights is never below the exact score (in units) and seldom far
/// above it. What passes the threshold of the ``CandidatePool`` is scored exactly by ``ExactScorer``; nothing else can
/// be among the best. (Impact-ordered accumulation with exact re-scoring: Lin and Trotman, "Anytime ranking for
/// impact-ordered indexes", ICTIR 2015; windows with bounds: Mallia, Suel and Tonellotto, "Faster learned sparse
/// retrieval with block-max pruning", SIGIR 2024.)
///
/// Postings of lists are added one by one: those of few lists into 16-bit ``sums`` of a window, those of many into 32-bit
/// ``accumulators``. Of the columns of frequent terms the levels (``ColumnLayout``: codes rounded up to four bits) or bits are
/// added by vectors, 64 documents at a time, heaviest terms first, and no further than the strip can still reach the
/// threshold. Documents that reach it get their whole codes. A few columns go through a whole window before the next few do, so that
/// memory is read in order and few pages at a time.
///
/// Invariant: `accumulators` and `sums` hold ``largestWindowDocumentCount`` numbers; what lists are added into is all zero between
/// windows; local document numbers are masked to the window before they address it. Addresses of postings hold as long as
/// the query that gave them.
@safe
final class ImpactSweep {
  /// A query's windows have no more documents than this, and divide it.
  static let largestWindowBits = 15
  static let largestWindowDocumentCount = 1 << largestWindowBits
  /// More frequent terms than this leave too little room for the sums of all; only long queries in collections of a
  /// few long texts have them.
  static let largestColumnCount = 1024

  /// What a frequent term adds: levels of codes, or where a document's bit is set the document's code of frequency 1.
  @unsafe
  struct Column {
    /// Four bits for each document (``ColumnLayout``), or one.
    var documents: UnsafeRawPointer
    /// The second plane of levels.
    var excesses: UnsafeRawPointer
    /// Of all documents; `nil` where there are levels.
    var unitCodes: UnsafeRawPointer?
    /// What a level is worth, in units; or a code, in 256ths of a unit.
    var weight: UInt16
    /// What a level adds more than its sixteen codes, in parts of a unit.
    var levelRounding: Int32
    /// A code times the weight is in parts of a unit.
    var codeWeight: Int32
    /// At least what the term adds to any document, in units.
    var bound: Int32

    var isBitmap: Bool { unsafe unitCodes != nil }

    /// Where the strip of a document begins.
    @inline(__always)
    func byte(ofStrip document: Int) -> Int { unsafe document &>> (isBitmap ? 3 : 1) }
  }

  @unsafe
  struct List {
    var documents: UnsafeRawPointer
    var codes: UnsafeRawPointer
    /// Whether document numbers have 32 bits and are those of the segment, not 16 of a range.
    var isWide: Bool
    /// Whether `codes` has one for every document of the segment: those of frequency 1.
    var isUnit: Bool
    /// Place among the query's terms.
    var term: Int
    /// A code times the weight is in parts of a unit.
    var weight: Int32
    /// At least what the term adds to any document of the list, in units.
    var bound: Int32
    /// What the list adds to what is possible without it: less than `bound` where the same term's other postings, which are
    /// other documents, are lighter.
    var increment: Int32
    /// Postings of the segment.
    var count: Int
    /// Postings from here up to `end` are not added yet.
    var next = 0
    var end = 0
    /// Where the window's postings begin.
    var first = 0
    /// Whether the list is too long to be added for the few documents that matter: it is looked into instead.
    var isLookedUp = false
    /// Where it was looked into last.
    var lookedUp = 0
  }

  /// Accumulators count parts of a unit, so that rounding a weight costs nearly nothing.
  static let partBits: Int32 = 12
  /// Sums of lists and of columns each stay below this, so that vectors of 16 bits hold both together.
  static let largestSum: Int32 = 32_767
  static let stripDocumentCount = 64
  static let vectors = moim_widest_vectors()
  /// Columns that go through a window together; behind them comes a look at what is still possible.
  static let groupColumnCount = 8
  /// After a look at what lists alone make possible that dropped few strips, so many windows go without one.
  static let unlookedWindowCount = 7
  /// So many documents that reach the threshold in a window are looked at in the order of their sums.
  static let sortedDocumentCount = 64
  /// So many documents are looked at together, column by column, and after so many columns those are dropped that cannot
  /// reach the threshold any more.
  static let refinedDocumentCount = 64
  static let refinedColumnCount = 8
  static let pageByteCount = 4096
  static let lineByteCount = 64
  /// So far ahead of what is added of a list its bytes are asked for.
  static let prefetchedByteCount = 2560
  /// Postings of a list that are asked for before all lists are added.
  static let prefetchedPostingCount = 1024

  /// A document whose lists and levels are added.
  struct Refined {
    var document: UInt32
    /// What its score is at most, in parts of a unit.
    var parts: Int32
    /// Where it is in the planes of columns.
    var byte: UInt32
    var shift: UInt8
  }

  /// Documents of the query's windows: a power of two.
  var windowDocumentCount = largestWindowDocumentCount
  /// Sums of a window's lists in parts of a unit, where those of some document may be more than ``largestSum`` or many lists
  /// would round them up by too much.
  let accumulators: UnsafeMutablePointer<Int32>
  /// Sums of a window in units: of lists where they are narrow, and of columns as far as they are added.
  let sums: UnsafeMutablePointer<UInt16>
  private var sumsAreZero = true
  /// Of each strip of a window eight numbers, the largest sums by lane.
  let largestSums: UnsafeMutablePointer<UInt16>
  /// First documents of the strips that may still reach the threshold.
  let strips: UnsafeMutablePointer<Int>
  var stripCount = 0
  /// So many windows go without a look at what lists alone make possible before the next one gets it.
  var windowsBeforeNextLook = 0
  /// Room for the strips of a window with larger sums than there may be.
  let overflowing: UnsafeMutablePointer<Int>
  /// Room for the documents of a window whose sums reach the threshold.
  let reaching: UnsafeMutableBufferPointer<UInt32>
  let refined: UnsafeMutablePointer<Refined>
  /// Room for as many documents that are offered, and seven more: their numbers and bounds of their scores.
  let offeredDocuments: UnsafeMutablePointer<UInt32>
  let offeredUppers: UnsafeMutablePointer<Int32>
  let offeredLowers: UnsafeMutablePointer<Int32>
  let columnRoom: UnsafeMutableBufferPointer<Column>
  /// Heaviest first: a part of the room for them, so that copies of this are not counted.
  private(set) var columns: UnsafeMutableBufferPointer<Column>
  /// As kernels see them: in the same groups, of each group levels first.
  var kernelColumns: [moim_column] = unsafe []
  /// For each group: what its columns and those of later groups can add; 0 at the end.
  var rests: [Int32] = []
  /// Lightest first where some may be looked up instead of added; of lists of one term then the one with the larger
  /// increment.
  var lists: [List] = unsafe []
  private(set) var singles: UnsafeMutableRawPointer
  private var singleCapacity = 64

  init() {
    unsafe accumulators = UnsafeMutablePointer<Int32>.allocate(capacity: Self.largestWindowDocumentCount)
    unsafe accumulators.initialize(repeating: 0, count: Self.largestWindowDocumentCount)
    unsafe sums = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.largestWindowDocumentCount)
    unsafe sums.initialize(repeating: 0, count: Self.largestWindowDocumentCount)
    let stripCount = Self.largestWindowDocumentCount / Self.stripDocumentCount
    unsafe largestSums = UnsafeMutablePointer<UInt16>.allocate(capacity: stripCount * 8)
    unsafe strips = UnsafeMutablePointer<Int>.allocate(capacity: stripCount)
    unsafe overflowing = UnsafeMutablePointer<Int>.allocate(capacity: stripCount)
    unsafe reaching = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: Self.largestWindowDocumentCount)
    unsafe refined = UnsafeMutablePointer<Refined>.allocate(capacity: Self.refinedDocumentCount)
    let offeredCount = Self.refinedDocumentCount + 7
    unsafe offeredDocuments = UnsafeMutablePointer<UInt32>.allocate(capacity: offeredCount)
    unsafe offeredUppers = UnsafeMutablePointer<Int32>.allocate(capacity: offeredCount)
    unsafe offeredUppers.initialize(repeating: 0, count: offeredCount)
    unsafe offeredLowers = UnsafeMutablePointer<Int32>.allocate(capacity: offeredCount)
    unsafe columnRoom = UnsafeMutableBufferPointer<Column>.allocate(capacity: Self.largestColumnCount)
    unsafe columns = UnsafeMutableBufferPointer(rebasing: columnRoom[..<0])
    unsafe singles = UnsafeMutableRawPointer.allocate(byteCount: 8 * 64, alignment: 8)
  }

  deinit {
    unsafe accumulators.deallocate()
    unsafe sums.deallocate()
    unsafe largestSums.deallocate()
    unsafe strips.deallocate()
    unsafe overflowing.deallocate()
    unsafe reaching.deallocate()
    unsafe refined.deallocate()
    unsafe offeredDocuments.deallocate()
    unsafe offeredUppers.deallocate()
    unsafe offeredLowers.deallocate()
    unsafe columnRoom.deallocate()
    unsafe singles.deallocate()
  }

  /// All documents of a range that may be among the best, and few others (but where there are too many columns).
  ///
  /// - Parameters:
  ///   - documents: begins at a window.
  ///   - prunes: whether terms that cannot lead into the best by themselves are looked up instead of added.
  ///   - shared: what other parts of the query's work have found, where there are some.
  /// - Returns: document numbers, ascending.
  func candidates(
    _ query: SegmentQuery, documents: Range<Int>, limit: Int, prunes: Bool, shared: SharedThreshold?
  ) -> [UInt32] {
    precondition(documents.lowerBound % Self.largestWindowDocumentCount == 0, "a range that begins inside a window")
    guard query.postings.count(where: \.isFrequent) <= Self.largestColumnCount else {
      return documents.lazy.filter { query.admitted?.contains($0) ?? true }.map { UInt32($0) }
    }
    // The finer the unit, the closer the bounds; but sums must stay small. Few documents hold even a tenth of a long
    // query: these are looked at one by one, and a coarser unit is taken where that would cost more.
    var excesses = [12, 3, 1] as [Double]
    var guesses = mayGuess(query, documents: documents, limit: limit)
    while let excess = excesses.first {
      prepare(query, excess: excess, prunes: prunes)
      switch scan(query, documents: documents, limit: limit, prunes: prunes, guesses: guesses, shared: shared) {
      case .candidates(let found): return found
      case .overflow: excesses.removeFirst()
      case .guessTooHigh: guesses = false
      }
    }
    return []
  }

  /// What came of looking at all windows.
  private enum ScanOutcome {
    /// Document numbers, ascending.
    case candidates([UInt32])
    /// Too many documents have more than a sum may be: a coarser unit is needed.
    case overflow
    /// Fewer documents than wanted reach a threshold that was guessed.
    case guessTooHigh
  }

  // MARK: What a query is prepared into

  /// Units in a unit of the query's ``FixedPoint``.
  var scale = 0.0
  /// Whether lists are added into ``sums`` at once.
  var isNarrow = false
  /// Whether the lists of some document may add up to more than ``largestSum``.
  var canOverflow = false
  /// Terms that have lists.
  var listedTermCount = 0
  /// Of the segment.
  var documentCount = 0

  /// Makes room for postings that stand in the dictionary, 8 bytes each.
  func reserveSingles(_ count: Int) {
    guard count > singleCapacity else { return }
    unsafe singles.deallocate()
    singleCapacity = count * 2
    unsafe singles = UnsafeMutableRawPointer.allocate(byteCount: 8 * singleCapacity, alignment: 8)
  }

  /// Takes the first of what is in the room for columns, heaviest first.
  func setColumns(count: Int) {
    unsafe columns = UnsafeMutableBufferPointer(rebasing: columnRoom[..<count])
    unsafe columns.sort { unsafe $0.bound > $1.bound }
  }

  /// Sets ``sums`` to zero where lists are added into them and others were before.
  func clearSumsIfNeeded() {
    if !isNarrow {
      sumsAreZero = false
    } else if !sumsAreZero {
      unsafe sums.update(repeating: 0, count: Self.largestWindowDocumentCount)
      sumsAreZero = true
    }
  }

  // MARK: Windows

  /// - Parameter guesses: whether a threshold may be taken that turns out too high in the end.
  private func scan(
    _ query: SegmentQuery, documents: Range<Int>, limit: Int, prunes: Bool, guesses: Bool, shared: SharedThreshold?
  ) -> ScanOutcome {
    var pool = CandidatePool(limit: limit, threshold: prunes ? initialThreshold(query, limit: limit) : 0)
    let bounds = LowerBound(query, scale: scale, roundedCount: roundedCount)
    let columnsBound = rests.first ?? 0
    /// Of looking at one document, in documents that are looked at by vectors.
    let documentCost = unsafe 4 + columns.count
    var range = -1
    for start in stride(from: documents.lowerBound, to: documents.upperBound, by: windowDocumentCount) {
      let window = start..<min(start + windowDocumentCount, documents.upperBound)
      if start / PostingForm.rangeDocumentCount != range {
        range = start / PostingForm.rangeDocumentCount
        enter(range: range, query, firstDocument: documents.lowerBound)
        if !prunes { prefetchLists() }
      }
      if let shared { pool.raise(to: threshold(ofScore: shared.score)) }
      let leading = prunes ? leadingLists(columnsBound, threshold: pool.threshold) : LeadingLists(first: 0)
      let leadsByPostings = prunes && isNarrow && columnsBound < pool.threshold && isThin(leading, query)
      let goesByAdmission =
        !leadsByPostings && query.admitted.map { $0.count(in: window) * documentCost < window.count / 4 } ?? false
      if !leadsByPostings && !goesByAdmission { prefetchLevels(window) }
      addLists(window, andLookedUp: !leadsByPostings)
      if guesses { pool.expect(share: window.upperBound == documents.upperBound ? 1 : addedShare(window: window)) }
      if leadsByPostings {
        collectByPostings(query, window, leading: leading, bounds, &pool)
      } else if goesByAdmission, let admitted = query.admitted {
        collectByAdmission(query, window, admitted, bounds, &pool)
      } else {
        guard collectByStrips(query, window, bounds, &pool) else { return .overflow }
      }
      shared?.raise(to: Int32(Double(pool.certainThreshold) / scale))
    }
    return pool.certainThreshold == pool.threshold ? .candidates(pool.finish()) : .guessTooHigh
  }
}
