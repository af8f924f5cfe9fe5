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
/// ``accumulators``. Of the columns of frequent terms the levels (``ColumnLayout``: codes rounded up to four bits) are added
/// by vectors, 64 documents at a time, heaviest terms first, and no further than the strip can still reach the threshold.
/// Documents that reach it get their whole codes. A few columns go through a whole window before the next few do, so that
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

  @unsafe
  struct Column {
    var levels: UnsafeRawPointer
    var excesses: UnsafeRawPointer
    /// In units.
    var levelWeight: Int32
    /// What a level adds more than its sixteen codes, in parts of a unit.
    var levelRounding: Int32
    /// A code times the weight is in parts of a unit.
    var codeWeight: Int32
    /// At least what the term adds to any document, in units.
    var bound: Int32
  }

  @unsafe
  struct List {
    var documents: UnsafeRawPointer
    var codes: UnsafeRawPointer
    /// Whether document numbers have 32 bits and are those of the segment, not 16 of a range.
    var isWide: Bool
    /// Whether `codes` has one for every document of the segment, as in unit lists.
    var isUnit: Bool
    /// The exceptions of a unit list that are left: document u32, frequency u24, code u8.
    var exceptions: UnsafeRawPointer
    var exceptionCount: Int
    /// Those of the window that is added.
    var firstException: UnsafeRawPointer
    /// Place among the query's terms.
    var term: Int
    /// A code times the weight is in parts of a unit.
    var weight: Int32
    /// At least what the term adds to any document, in units.
    var bound: Int32
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
  private(set) var windowDocumentCount = largestWindowDocumentCount
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
  private let columnRoom: UnsafeMutableBufferPointer<Column>
  /// Heaviest first: a part of the room for them, so that copies of this are not counted.
  private(set) var columns: UnsafeMutableBufferPointer<Column>
  /// As kernels see them.
  var kernelColumns: [moim_column] = unsafe []
  /// For each group: what its columns and those of later groups can add; 0 at the end.
  var rests: [Int32] = []
  /// Lightest first where some may be looked up instead of added.
  var lists: [List] = unsafe []
  private var singles: UnsafeMutableRawPointer
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
    guard query.postings.count(where: \.isColumn) <= Self.largestColumnCount else {
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

  // MARK: Preparation

  /// Units in a unit of the query's ``FixedPoint``.
  private(set) var scale = 0.0
  /// Whether lists are added into ``sums`` at once.
  private(set) var isNarrow = false
  /// Whether the lists of some document may add up to more than ``largestSum``.
  private(set) var canOverflow = false
  /// So few lists may all be in one document, and get a unit with which none overflows.
  private static let fewListCount = 16
  /// Of the segment.
  private(set) var documentCount = 0

  private func prepare(_ query: SegmentQuery, excess: Double, prunes: Bool) {
    var columnCount = 0
    unsafe lists.removeAll(keepingCapacity: true)
    scale = Self.scale(of: query, excess: excess)
    documentCount = query.documentCount
    let perCode = scale * Double(query.largestFactor) / Double(Impact.largestCode) * 1.000_01
    let partsPerUnit = Double(1 << Self.partBits)
    reserveSingles(query.terms.count)
    for (number, term) in query.terms.enumerated() {
      let postings = query.postings[number]
      let units = Double(term.weight) * perCode
      let code = Int32(postings.largestCode)
      func appendList(_ documents: UnsafeRawPointer, _ codes: UnsafeRawPointer, isWide: Bool, isUnit: Bool) {
        let weight = Int32((units * partsPerUnit).rounded(.up))
        unsafe lists.append(
          List(
            documents: documents, codes: codes, isWide: isWide, isUnit: isUnit,
            exceptions: postings.exceptionsAddress, exceptionCount: isUnit ? postings.exceptionCount : 0,
            firstException: postings.exceptionsAddress, term: number, weight: weight,
            bound: Self.units(ofParts: code &* weight), count: postings.documentCount))
      }
      switch unsafe postings.layout {
      case .column(let levels, let excesses):
        let levelWeight = Int32((units * Double(ColumnLayout.codesPerLevel)).rounded(.up))
        let codesPerLevel = Int32(ColumnLayout.codesPerLevel)
        let codeWeight = Int32((units * partsPerUnit).rounded(.up))
        let level = (code + codesPerLevel - 1) / codesPerLevel
        unsafe columnRoom.initializeElement(
          at: columnCount,
          to: Column(
            levels: levels, excesses: excesses, levelWeight: levelWeight,
            levelRounding: (levelWeight << Self.partBits) - codesPerLevel * codeWeight, codeWeight: codeWeight,
            bound: level * levelWeight))
        columnCount += 1
      case .ranges(let documents, let codes, let isUnit):
        unsafe appendList(documents, codes, isWide: false, isUnit: isUnit)
      case .list(let documents, let codes, let isUnit):
        unsafe appendList(documents, codes, isWide: true, isUnit: isUnit)
      case .single(let document, let code):
        let place = unsafe singles + number * 8
        unsafe place.storeBytes(of: document.littleEndian, as: UInt32.self)
        unsafe place.storeBytes(of: code, toByteOffset: 4, as: UInt8.self)
        unsafe appendList(UnsafeRawPointer(place), UnsafeRawPointer(place + 4), isWide: true, isUnit: false)
      }
    }
    isNarrow = unsafe lists.count <= Self.fewListCount
    canOverflow = excess > 1 && !isNarrow
    windowsBeforeNextLook = 0
    if !isNarrow {
      sumsAreZero = false
    } else if !sumsAreZero {
      unsafe sums.update(repeating: 0, count: Self.largestWindowDocumentCount)
      sumsAreZero = true
    }
    unsafe columns = UnsafeMutableBufferPointer(rebasing: columnRoom[..<columnCount])
    unsafe columns.sort { unsafe $0.bound > $1.bound }
    if prunes { unsafe lists.sort { unsafe $0.bound < $1.bound } }
    // Columns are read faster the longer the pieces; without many of them the accumulators had better be near.
    let usualCount = Self.largestWindowDocumentCount >> (columnCount >= 2 * Self.groupColumnCount ? 0 : 1)
    // A small segment is one window that is not much larger, for windows are cleared.
    windowDocumentCount = min(usualCount, max(Self.stripDocumentCount, Self.powerOfTwo(notBelow: documentCount)))
    unsafe kernelColumns.removeAll(keepingCapacity: true)
    unsafe kernelColumns.append(
      contentsOf: columns.lazy.map { unsafe moim_column(levels: $0.levels, weight: UInt16($0.levelWeight)) })
    rests.removeAll(keepingCapacity: true)
    var rest = unsafe columns.reduce(0) { unsafe $0 + $1.bound }
    for number in unsafe columns.indices {
      let column = unsafe columns[number]
      if number % Self.groupColumnCount == 0 { rests.append(rest) }
      unsafe rest -= column.bound
    }
    rests.append(0)
  }

  /// Parts as units, rounded up.
  @inline(__always)
  static func units(ofParts parts: Int32) -> Int32 { (parts &+ (1 << partBits &- 1)) &>> partBits }

  private static func powerOfTwo(notBelow count: Int) -> Int {
    1 << (Int.bitWidth - max(0, count - 1).leadingZeroBitCount)
  }

  private static func scale(of query: SegmentQuery, excess: Double) -> Double {
    var (columnSum, listSum) = (0.0, 0.0)
    var columnCount = 0
    for (term, postings) in zip(query.terms, query.postings) {
      let weight = Double(term.weight) * Double(query.largestFactor)
      let code = Double(postings.largestCode)
      if case .column = unsafe postings.layout {
        // Levels are rounded up.
        columnSum += weight * (code + Double(ColumnLayout.codesPerLevel)) / Double(Impact.largestCode)
        columnCount += 1
      } else {
        listSum += weight * code / Double(Impact.largestCode)
      }
    }
    // The weights are rounded up too, at most 16 of them are added for a term.
    let room = Double(largestSum) - 16 * Double(columnCount)
    var scale = Double.greatestFiniteMagnitude
    if columnSum > 0 { scale = min(scale, room / columnSum) }
    if listSum > 0 {
      let isShort = query.terms.count - columnCount <= fewListCount
      scale = min(scale, (isShort ? 1 : excess) * (room - Double(query.terms.count) / 16 - 16) / listSum)
    }
    return scale * 0.999_9
  }

  private func reserveSingles(_ count: Int) {
    guard count > singleCapacity else { return }
    unsafe singles.deallocate()
    singleCapacity = count * 2
    unsafe singles = UnsafeMutableRawPointer.allocate(byteCount: 8 * singleCapacity, alignment: 8)
  }

  // MARK: Windows

  /// - Parameter guesses: whether a threshold may be taken that turns out too high in the end.
  private func scan(
    _ query: SegmentQuery, documents: Range<Int>, limit: Int, prunes: Bool, guesses: Bool, shared: SharedThreshold?
  ) -> ScanOutcome {
    var pool = CandidatePool(limit: limit, threshold: prunes ? initialThreshold(query, limit: limit) : 0)
    let bounds = unsafe LowerBound(query, scale: scale, roundedListCount: isNarrow ? lists.count : 0)
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
