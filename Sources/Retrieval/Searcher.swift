public import ParallelExecution
public import SearchIndex
import Synchronization
import TextAnalysis

/// A document that was found.
public struct Hit: Hashable, Sendable {
  /// In the collection's numbering over all segments.
  public var document: Int
  /// Exact: a whole number of the query's unit.
  public var score: Double

  public init(document: Int, score: Double) {
    self.document = document
    self.score = score
  }
}

/// Finds the best documents of one snapshot of a collection. Safe to share between threads.
public final class Searcher: Sendable {
  public let collection: CollectionSnapshot
  public let model: ScoringModel
  let norms: [SegmentNorms]
  private let filterCache = Mutex<[AttributeFilter: [DocumentSet]]>([:])
  private static let filterCacheCapacity = 256
  private static let sweeps = ScratchPool { WindowedSweep() }

  /// - Complexity: linear in the documents (their length norms are computed).
  public init(_ collection: CollectionSnapshot, model: ScoringModel = ScoringModel()) {
    self.collection = collection
    self.model = model
    norms = collection.segments.map { SegmentNorms(segment: $0, collection: collection) }
  }

  /// The best documents, best first; equal scores in ascending order of id.
  ///
  /// - Parameters:
  ///   - processor: `nil` chooses by the query.
  ///   - executor: splits the work where it is worth it; the answer is the same.
  public func search(
    _ query: TermQuery, limit: Int, processor: QueryProcessor? = nil, executor: ParallelExecutor = .serial
  ) -> [Hit] {
    guard limit > 0, !query.isEmpty else { return [] }
    return search(prepare(query), limit: limit, processor: processor, executor: executor)
  }

  func search(
    _ prepared: PreparedQuery, limit: Int, processor: QueryProcessor?, executor: ParallelExecutor
  ) -> [Hit] {
    let tasks = Self.tasks(for: prepared.segments, threadCount: executor.threadCount)
    let partial = executor.map(count: tasks.count) { index, _ in
      let task = tasks[index]
      return Self.run(
        prepared.segments[task.segment], documents: task.documents, limit: limit, processor: processor)
    }
    var best: [(segment: Int, entry: TopDocuments.Entry)] = []
    for (task, entries) in zip(tasks, partial) { best += entries.map { (task.segment, $0) } }
    if tasks.count > 1 {
      best.sort { left, right in
        if left.entry.score != right.entry.score { return left.entry.score > right.entry.score }
        if left.segment == right.segment { return left.entry.document < right.entry.document }
        return SegmentReader.compareIDs(place(left), place(right)) < 0
      }
    }
    return best.prefix(limit).map { segment, entry in
      Hit(
        document: collection.documentBases[segment] + Int(entry.document),
        score: prepared.unit.score(entry.score))
    }
  }

  private func place(_ found: (segment: Int, entry: TopDocuments.Entry)) -> (SegmentReader, Int) {
    (collection.segments[found.segment].reader, Int(found.entry.document))
  }

  /// Which processor a query gets where none is asked for.
  ///
  /// Measured: the sweep wins wherever its accumulators fit the cache or the terms are many; skipping pays for a few
  /// terms with long lists.
  static func chooseProcessor(for query: SegmentQuery) -> QueryProcessor {
    query.terms.count <= 6 && query.postingCount > 1 << 17 ? .blockMaxMaxScore : .sweep
  }

  private static func run(
    _ query: SegmentQuery, documents: Range<Int>, limit: Int, processor: QueryProcessor?
  ) -> [TopDocuments.Entry] {
    guard !query.terms.isEmpty else { return [] }
    switch processor ?? chooseProcessor(for: query) {
    case .exhaustive: return ExhaustiveScorer.run(query, documents: documents, limit: limit)
    case .sweep: return sweeps.withScratch { $0.run(query, documents: documents, limit: limit) }
    case .blockMaxMaxScore: return BlockMaxMaxScore.run(query, documents: documents, limit: limit)
    }
  }

  /// One task a segment, and several for a segment that is heavy enough to be worth splitting.
  private static func tasks(
    for segments: [SegmentQuery], threadCount: Int
  ) -> [(segment: Int, documents: Range<Int>)] {
    let heavyPostingCount = 200_000
    return segments.enumerated().flatMap { number, segment -> [(segment: Int, documents: Range<Int>)] in
      let parts = segment.postingCount >= heavyPostingCount ? min(threadCount, segment.documentCount / 4096 + 1) : 1
      let step = (segment.documentCount + parts - 1) / parts
      return (0..<parts).map { (number, $0 * step..<min(segment.documentCount, ($0 + 1) * step)) }
    }
  }

  // MARK: Preparation

  struct PreparedQuery {
    var unit: FixedPoint
    /// query weight · term weight of every term of the query, in units; 0 where no document holds it.
    var weights: [Float]
    var segments: [SegmentQuery]
  }

  func prepare(_ query: TermQuery) -> PreparedQuery {
    let postings = query.terms.map { term in
      collection.segments.map { $0.reader.postings(stream: term.stream, term: term.bytes) }
    }
    var weights = zip(query.terms, postings).map { term, found -> Float in
      let documentFrequency = found.reduce(0) { $0 + ($1?.documentCount ?? 0) }
      return term.weight
        * model.termWeight(
          of: term.stream, documentFrequency: documentFrequency, documentCount: collection.documentCount)
    }
    let unit = FixedPoint(largestScore: weights.reduce(0, +))
    weights = weights.map { $0 * unit.unitsPerOne }
    let segments = collection.segments.indices.map { number in
      let factors = TermStream.allCases.map { boundFactor(of: $0, segment: number) }
      let terms = query.terms.indices.compactMap { index -> SegmentQuery.Term? in
        guard let found = postings[index][number], weights[index] > 0 else { return nil }
        let stream = query.terms[index].stream
        return SegmentQuery.Term(
          index: index, postings: found, weight: weights[index], stream: stream,
          boundFactor: factors[Int(stream.rawValue)])
      }
      return SegmentQuery(
        terms: terms, norms: norms[number], admitted: admittedDocuments(query, segment: number),
        documentCount: collection.segments[number].documentCount)
    }
    return PreparedQuery(unit: unit, weights: weights, segments: segments)
  }

  /// Impact bounds are those of the segment's own average length a. Under the collection's average c·a a norm shrinks
  /// at most to 1/c of itself (c > 1), and tf/(tf + norm/c) <= c · tf/(tf + norm).
  private func boundFactor(of stream: TermStream, segment: Int) -> Float {
    let reader = collection.segments[segment].reader
    let own = ImpactBound.averageLength(
      total: reader.totalLengths[Int(stream.rawValue)], documentCount: reader.documentCount)
    return max(1, collection.averageLength(of: stream) / own) * 1.000_01
  }

  private func admittedDocuments(_ query: TermQuery, segment number: Int) -> DocumentSet? {
    let segment = collection.segments[number]
    var admitted: DocumentSet?
    func admit(_ set: DocumentSet) {
      if admitted == nil { admitted = set } else { admitted?.formIntersection(set) }
    }
    if !query.filter.isEmpty { admit(filterSets(query.filter)[number]) }
    for phrase in query.required { admit(PhraseMatcher.documents(holding: phrase, in: segment.reader)) }
    for phrase in query.excluded {
      if admitted == nil { admitted = DocumentSet(documentCount: segment.documentCount, isFull: true) }
      admitted?.subtract(PhraseMatcher.documents(holding: phrase, in: segment.reader))
    }
    if let deleted = segment.deleted {
      if admitted == nil { admitted = DocumentSet(documentCount: segment.documentCount, isFull: true) }
      admitted?.subtract(words: deleted.words)
    }
    return admitted
  }

  private func filterSets(_ filter: AttributeFilter) -> [DocumentSet] {
    if let cached = filterCache.withLock({ $0[filter] }) { return cached }
    let sets = collection.segments.map { segment in
      var set = DocumentSet(documentCount: segment.documentCount)
      for (ordinal, combination) in segment.reader.attributeCombinations.enumerated()
      where filter.admits(combination) {
        for document in segment.reader.documents(withCombination: ordinal) { set.insert(Int(document)) }
      }
      return set
    }
    filterCache.withLock { cache in
      if cache.count >= Self.filterCacheCapacity { cache.removeAll() }
      cache[filter] = sets
    }
    return sets
  }
}
