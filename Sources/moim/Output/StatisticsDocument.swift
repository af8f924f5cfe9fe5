import PartnerDiscovery
import Retrieval

/// How long a batch took, as JSON.
struct StatisticsDocument: Encodable {
  struct Latency: Encodable {
    var p50: Double
    var p95: Double
    var p99: Double
  }

  /// How many queries a processor answered, why it was chosen, and what they were like on average.
  struct Processor: Encodable {
    var processor: String
    var reason: String
    var queries: Int
    var terms: Int
    var frequentTerms: Int
    var listPostings: Int

    enum CodingKeys: String, CodingKey {
      case processor, reason, queries, terms
      case frequentTerms = "frequent_terms"
      case listPostings = "list_postings"
    }
  }

  var queries: Int
  var threads: Int
  var seconds: Double
  var queriesPerSecond: Double
  var latency: Latency
  var processors: [Processor]?

  enum CodingKeys: String, CodingKey {
    case queries, threads, seconds, processors
    case queriesPerSecond = "queries_per_second"
    case latency = "latency_us"
  }

  init(_ run: BatchRun) {
    let statistics = run.statistics
    queries = statistics.requestCount
    threads = statistics.threadCount
    seconds = statistics.seconds
    queriesPerSecond = statistics.requestsPerSecond
    latency = Latency(
      p50: statistics.medianMicroseconds, p95: statistics.percentile95Microseconds,
      p99: statistics.percentile99Microseconds)
    guard !run.plans.isEmpty else { return }
    processors = QueryProcessor.allCases.compactMap { processor in
      let plans = run.plans.filter { $0.processor == processor }
      guard !plans.isEmpty else { return nil }
      func mean(_ number: KeyPath<QueryPlan, Int>) -> Int { plans.reduce(0) { $0 + $1[keyPath: number] } / plans.count }
      return Processor(
        processor: processor.rawValue, reason: processor.reason, queries: plans.count, terms: mean(\.termCount),
        frequentTerms: mean(\.columnCount), listPostings: mean(\.listPostingCount))
    }
  }
}
