import CVectorKernels
import SearchIndex
import TextAnalysis

/// What scores are at least, and what the best may be guessed to be.
extension ImpactSweep {
  /// In parts of a unit it is still a number of 32 bits.
  private static let largestThreshold: Int32 = 1 << 18
  /// A threshold is guessed where at least so many documents are possible for each that is wanted.
  private static let leastPossiblePerWanted = 8

  /// A score in units that the best documents of a single term alone reach: a threshold to begin with.
  func initialThreshold(_ query: SegmentQuery, limit: Int) -> Int32 {
    guard query.admitted == nil else { return 0 }
    var threshold: Int32 = 0
    var triedTerms: [Int] = []
    for number in unsafe lists.indices.reversed() {
      let term = unsafe lists[number].term
      let postings = query.postings[term]
      guard postings.listedCount >= limit, !triedTerms.contains(term) else { continue }
      guard triedTerms.count < 2 && postings.listedCount <= 2048 + 4 * limit else { break }
      triedTerms.append(term)
      let code = unsafe leastCode(ofBest: limit, lists.filter { unsafe $0.term == term }, postings)
      let weight = Double(query.terms[term].weight) * Double(query.leastFactor) * scale
      let units = weight * Double(code - 1) / Double(Impact.largestCode) * 0.999_9
      threshold = max(threshold, Int32(units) - 1)
    }
    return threshold
  }

  /// A code that so many postings of a term's lists reach.
  private func leastCode(ofBest count: Int, _ lists: [List], _ postings: TermPostings) -> Int {
    var counts = Array(repeating: 0, count: 256)
    for number in unsafe lists.indices {
      let list = unsafe lists[number]
      guard unsafe list.isUnit else {
        for place in unsafe 0..<list.count {
          unsafe counts[Int(list.codes.load(fromByteOffset: place, as: UInt8.self))] += 1
        }
        continue
      }
      for range in 0..<(unsafe list.isWide ? 1 : PostingForm.rangeCount(documentCount: documentCount)) {
        for place in unsafe list.isWide ? 0..<list.count : postings.unit.places(inRange: range) {
          let document = unsafe Int(list.document(place)) + range * PostingForm.rangeDocumentCount
          if document < documentCount {
            unsafe counts[Int(list.codes.load(fromByteOffset: document, as: UInt8.self))] += 1
          }
        }
      }
    }
    var found = 0
    for code in counts.indices.reversed() {
      found += counts[code]
      if found >= count { return max(1, code) }
    }
    return 1
  }

  /// What a sum must reach where its score must be at least as large as one that was found elsewhere.
  ///
  /// The unit is made for the scores of this segment; those of another may be a million times larger, which says no more
  /// than that nothing here reaches them.
  func threshold(ofScore score: Int32) -> Int32 {
    Int32(min(Double(score) * scale * 0.999_9, Double(Self.largestThreshold))) - 1
  }

  /// Whether the threshold of later windows may be guessed from earlier ones: where many more documents than are wanted
  /// can be expected.
  func mayGuess(_ query: SegmentQuery, documents: Range<Int>, limit: Int) -> Bool {
    guard documents == 0..<query.documentCount, documents.count > Self.largestWindowDocumentCount else { return false }
    let admittedCount = query.admitted?.count(in: documents) ?? documents.count
    return min(query.postingCount, admittedCount) / Self.leastPossiblePerWanted >= limit
  }

  /// The part of all postings that have been added, the heavier terms' the more.
  ///
  /// Documents of one kind stand together where they come from one source: what speaks the query's words tells better how
  /// many of the best have gone by than the number of documents does.
  func addedShare(window: Range<Int>) -> Double {
    var (added, all) = (0.0, 0.0)
    for number in unsafe lists.indices where unsafe !lists[number].isLookedUp {
      let list = unsafe lists[number]
      unsafe added += Double(list.bound) * Double(list.next)
      unsafe all += Double(list.bound) * Double(list.count)
    }
    return all > 0 ? added / all : Double(window.upperBound) / Double(documentCount)
  }

  /// What a document's exact score is at least, in units, when its sum is known.
  ///
  /// A sum is too large by at most what codes are more than impacts times 240, apart from what rounding weights has added.
  /// How much that is depends on the document's norm alone, and most on small frequencies, whose codes are small: they are
  /// tried; of the others it is known that a code is less than one too large.
  struct LowerBound {
    private let kernelBound: moim_lower_bound

    /// - Parameter roundedCount: by how many units a sum may be too large because weights are rounded up.
    init(_ query: SegmentQuery, scale: Double, roundedCount: Int) {
      let streams = TermStream.allCases.filter { stream in query.terms.contains { $0.stream == stream } }
      func norms(_ stream: TermStream?) -> moim_norms {
        let norms = query.segment.norms(of: stream ?? .word)
        return unsafe moim_norms(
          lengths: norms.lengthsAddress, k1: norms.saturation.k1, b: norms.saturation.b, average_length: norms.average)
      }
      // A weight is rounded up by less than one part, an exact score down by less than one unit of its own.
      let rounding = Int32(query.terms.count / 16 + roundedCount) + 3 + Int32(Double(query.terms.count) * scale)
      kernelBound = unsafe moim_lower_bound(
        norms: (norms(streams.first), norms(streams.last)), norms_count: streams.count,
        factor: query.leastFactor / query.largestFactor * 0.999_9, rounding: rounding)
    }

    /// - Parameters:
    ///   - documents: with room for seven more behind them.
    ///   - sums, units: with as much room.
    func find(
      _ documents: UnsafeMutablePointer<UInt32>, _ sums: UnsafePointer<Int32>, count: Int,
      _ units: UnsafeMutablePointer<Int32>
    ) {
      guard count > 0 else { return }
      let wholeCount = (count + 7) & ~7
      // Any document will do for those that are missing.
      for index in count..<wholeCount { unsafe documents[index] = documents[0] }
      unsafe withUnsafePointer(to: kernelBound) { bound in
        unsafe moim_lower_bounds(ImpactSweep.vectors, bound, documents, sums, wholeCount, units)
      }
    }
  }
}
