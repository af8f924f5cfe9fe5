import ParallelExecution
public import Retrieval

/// Ranked answers to many requests, and how long they took.
public struct BatchRun: Sendable {
  public struct Answer: Hashable, Sendable {
    public var id: String
    public var results: [Result]
  }

  public struct Result: Hashable, Sendable {
    public var id: String
    public var score: Double

    public init(id: String, score: Double) {
      self.id = id
      self.score = score
    }
  }

  /// In the order of the requests.
  public var answers: [Answer]
  public var statistics: LatencyStatistics
  /// How each request was answered; empty where that is not a search alone.
  public var plans: [QueryPlan] = []

  /// Answers every request once to warm up and once more measured.
  ///
  /// - Parameters:
  ///   - executor: requests run in parallel, each on one thread.
  ///   - isWarmed: whether the unmeasured pass is made; without it the first answers include reading from disk.
  static func run(
    ids: [String], executor: ParallelExecutor, isWarmed: Bool, answer: @Sendable (Int) -> [Result]
  ) -> BatchRun {
    if isWarmed { executor.forEach(count: ids.count) { index, _ in _ = answer(index) } }
    let clock = ContinuousClock()
    let start = clock.now
    let timed = executor.map(count: ids.count) { index, _ in
      let begin = clock.now
      let results = answer(index)
      return (results, (clock.now - begin).seconds)
    }
    let seconds = (clock.now - start).seconds
    return BatchRun(
      answers: zip(ids, timed).map { Answer(id: $0, results: $1.0) },
      statistics: LatencyStatistics(
        latencySeconds: timed.map(\.1), threadCount: executor.threadCount, seconds: seconds))
  }

  /// The TREC form `qid Q0 docid rank score tag`, a line for each result.
  public func trecLines(tag: String) -> String {
    var lines = ""
    for answer in answers {
      for (place, result) in answer.results.enumerated() {
        lines += "\(answer.id) Q0 \(result.id) \(place + 1) \(result.score) \(tag)\n"
      }
    }
    return lines
  }
}

/// How long requests took, from the text to the ranked ids.
public struct LatencyStatistics: Hashable, Sendable {
  public var requestCount: Int
  public var threadCount: Int
  /// Wall time of all requests.
  public var seconds: Double
  public var medianMicroseconds: Double
  public var percentile95Microseconds: Double
  public var percentile99Microseconds: Double

  public var requestsPerSecond: Double { seconds > 0 ? Double(requestCount) / seconds : 0 }

  init(latencySeconds: [Double], threadCount: Int, seconds: Double) {
    let sorted = latencySeconds.sorted()
    /// The smallest latency that at least the given share of requests does not exceed.
    func percentile(_ share: Double) -> Double {
      guard !sorted.isEmpty else { return 0 }
      let rank = Int((share * Double(sorted.count)).rounded(.up))
      return sorted[max(0, min(sorted.count, rank) - 1)] * 1_000_000
    }
    requestCount = sorted.count
    self.threadCount = threadCount
    self.seconds = seconds
    medianMicroseconds = percentile(0.50)
    percentile95Microseconds = percentile(0.95)
    percentile99Microseconds = percentile(0.99)
  }
}

extension DiscoverySession {
  /// Answers a file of queries. Their texts are plain: no operators.
  ///
  /// - Parameter threadCount: `nil` for one a core.
  public func run(
    _ batch: QueryBatch, level: SearchLevel, limit: Int, threadCount: Int?, isWarmed: Bool
  ) -> BatchRun {
    var run = BatchRun.run(
      ids: batch.queries.map(\.id), executor: ParallelExecutor(threadCount: threadCount), isWarmed: isWarmed
    ) { index in
      let query = batch.queries[index]
      return self.rank(.plain(query.text), level: level, filter: query.filter, limit: limit).map {
        BatchRun.Result(id: $0.id, score: $0.score)
      }
    }
    run.plans = batch.queries.map { plan(for: .plain($0.text), level: level, filter: $0.filter, limit: limit) }
    return run
  }
}
