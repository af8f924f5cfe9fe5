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
  private let averageLengths: [Float]
  private let filterCache = Mutex<[AttributeFilter: [DocumentSet]]>([:])
  private static let filterCacheCapacity = 256
  private static let sweeps = ScratchPool { ImpactSweep() }
  private static let scorers = ScratchPool { ExactScorer() }
  private static let directScorers = ScratchPool { DirectScorer() }

  public init(_ collection: CollectionSnapshot, model: ScoringModel = ScoringModel()) {
    self.collection = collection
    self.model = model
    averageLengths = TermStream.allCases.map { collection.averageLength(of: $0) }
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
    if tasks.count == 1, let task = tasks.first {
      let best = Self.run(
        prepared.segments[task.segment], documents: task.documents, limit: limit, processor: processor)
      return best.map { hit($0, segment: task.segment, prepared) }
    }
    let shared = SharedThreshold()
    let partial = executor.map(count: tasks.count) { index, _ in
      let task = tasks[index]
      return Self.run(
        prepared.segments[task.segment], documents: task.documents, limit: limit, processor: processor,
        shared: shared)
    }
    var best: [(segment: Int, entry: ScoredDocument)] = []
    for (task, entries) in zip(tasks, partial) { best += entries.map { (task.segment, $0) } }
    if tasks.count > 1 { sort(&best) }
    return best.prefix(limit).map { hit($0.entry, segment: $0.segment, prepared) }
  }

  /// Best first over several segments; ties by id.
  func sort(_ found: inout [(segment: Int, entry: ScoredDocument)]) {
    found.sort { left, right in
      if left.entry.score != right.entry.score { return left.entry.score > right.entry.score }
      if left.segment == right.segment { return left.entry.document < right.entry.document }
      return SegmentReader.compareIDs(place(left), place(right)) < 0
    }
  }

  private func place(_ found: (segment: Int, entry: ScoredDocument)) -> (SegmentReader, Int) {
    (collection.segments[found.segment].reader, Int(found.entry.document))
  }

  func hit(_ entry: ScoredDocument, segment: Int, _ prepared: PreparedQuery) -> Hit {
    Hit(
      document: collection.documentBases[segment] + Int(entry.document), score: prepared.unit.score(entry.score))
  }

  /// Up to so many terms pruning pays.
  static let fewTermCount = 12

  /// Which processor a query gets where none is asked for.
  static func chooseProcessor(for query: SegmentQuery, limit: Int) -> QueryProcessor {
    if DirectScorer.suits(query, limit: limit) { return .direct }
    return query.terms.count <= fewTermCount ? .maxScore : .sweep
  }

  private static func run(
    _ query: SegmentQuery, documents: Range<Int>, limit: Int, processor: QueryProcessor?, shared: SharedThreshold? = nil
  ) -> [ScoredDocument] {
    guard !query.terms.isEmpty else { return [] }
    let processor = processor ?? chooseProcessor(for: query, limit: limit)
    if processor == .exhaustive { return ExhaustiveScorer.run(query, documents: documents, limit: limit) }
    if processor == .direct {
      return directScorers.withScratch { $0.best(query, documents: documents, limit: limit) }
    }
    let candidates = candidates(
      query, documents: documents, limit: limit, prunes: processor == .maxScore, shared: shared)
    let scores = scorers.withScratch { $0.score(candidates, query, isRecording: false).scores }
    return best(candidates, scores: scores, limit: limit)
  }

  /// The documents that may be among the best, ascending.
  static func candidates(
    _ query: SegmentQuery, documents: Range<Int>, limit: Int, prunes: Bool, shared: SharedThreshold?
  ) -> [UInt32] {
    sweeps.withScratch { $0.candidates(query, documents: documents, limit: limit, prunes: prunes, shared: shared) }
  }

  /// Gives candidates their exact scores, and finds where terms occur among them.
  static func score(_ candidates: [UInt32], _ query: SegmentQuery) -> (scores: [Int32], matches: ExactScorer.Matches) {
    scorers.withScratch { $0.score(candidates, query, isRecording: true) }
  }

  static func best(_ documents: [UInt32], scores: [Int32], limit: Int) -> [ScoredDocument] {
    var keys: [UInt64] = []
    keys.reserveCapacity(documents.count)
    for index in documents.indices where scores[index] > 0 {
      keys.append(BestDocuments.key(score: scores[index], document: documents[index]))
    }
    return BestDocuments.choose(&keys, limit: limit)
  }

  /// One task a segment, and several for a segment that is heavy enough to be worth splitting.
  private static func tasks(
    for segments: [SegmentQuery], threadCount: Int
  ) -> [(segment: Int, documents: Range<Int>)] {
    let heavyPostingCount = 200_000
    let window = ImpactSweep.largestWindowDocumentCount
    return segments.enumerated().flatMap { number, segment -> [(segment: Int, documents: Range<Int>)] in
      let windowCount = (segment.documentCount + window - 1) / window
      let parts = segment.postingCount >= heavyPostingCount ? max(1, min(threadCount, windowCount)) : 1
      return (0..<parts).map { part in
        let bounds = [part, part + 1].map { min(segment.documentCount, windowCount * $0 / parts * window) }
        return (number, bounds[0]..<bounds[1])
      }
    }
  }

  // MARK: Preparation

  struct PreparedQuery {
    var unit: FixedPoint
    /// query weight · term weight of every term of the query, in units; 0 where no document holds it.
    var weights: [Float]
    /// Documents of the collection that hold each term, deleted ones included.
    var documentFrequencies: [Int]
    var segments: [SegmentQuery]
  }

  func prepare(_ query: TermQuery) -> PreparedQuery {
    // Lent, not copied: nothing is counted that other threads count too.
    let terms = query.terms.span
    var keys = TermKeys(reserving: terms.count)
    for index in terms.indices { keys.append(stream: terms[index].stream, term: terms[index].bytes.span) }
    var frequencies = Array(repeating: 0, count: terms.count)
    let held = collection.segments.map { segment in
      let postings = segment.reader.postings(keys)
      for (list, place) in zip(postings.found, postings.places) { frequencies[place] += list.documentCount }
      return postings
    }
    var weights = Array(repeating: Float(0), count: terms.count)
    for index in terms.indices {
      let weight = model.termWeight(
        of: terms[index].stream, documentFrequency: frequencies[index], documentCount: collection.documentCount)
      weights[index] = terms[index].weight * weight
    }
    let unit = FixedPoint(largestScore: weights.reduce(0, +))
    for index in weights.indices { weights[index] *= unit.unitsPerOne }
    var segments: [SegmentQuery] = []
    for (number, postings) in held.enumerated() {
      var segmentTerms: [SegmentQuery.Term] = []
      segmentTerms.reserveCapacity(postings.places.count)
      for place in postings.places {
        segmentTerms.append(
          SegmentQuery.Term(index: place, weight: weights[place], stream: terms[place].stream))
      }
      segments.append(
        SegmentQuery(
          segment: collection.segments[number].reader, terms: segmentTerms, postings: postings.found,
          admitted: admittedDocuments(query, segment: number), averageLengths: averageLengths))
    }
    return PreparedQuery(unit: unit, weights: weights, documentFrequencies: frequencies, segments: segments)
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
      let combinations = segment.reader.attributeCombinations
      var admitted: DocumentSet?
      for part in filter.parts {
        var set = DocumentSet(documentCount: segment.documentCount)
        for (ordinal, combination) in combinations.enumerated() where part.admits(combination) {
          for document in segment.reader.documents(withCombination: ordinal) { set.insert(Int(document)) }
        }
        admitted?.formIntersection(set)
        admitted = admitted ?? set
      }
      var result = admitted ?? DocumentSet(documentCount: segment.documentCount, isFull: true)
      if let days = filter.days {
        var dated = DocumentSet(documentCount: segment.documentCount)
        for document in 0..<segment.documentCount where segment.reader.day(of: document).map(days.contains) == true {
          dated.insert(document)
        }
        result.formIntersection(dated)
      }
      return result
    }
    filterCache.withLock { cache in
      if cache.count >= Self.filterCacheCapacity { cache.removeAll() }
      cache[filter] = sets
    }
    return sets
  }
}
