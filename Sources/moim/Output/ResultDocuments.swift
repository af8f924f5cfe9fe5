import PartnerDiscovery
import PartnerRanking
import ResearchProfiles
import Retrieval

/// An organisation as JSON.
struct OrganizationDocument: Encodable {
  var id: String
  var name: String
  var kind: String?
  var country: String?
  var region: String?
  var role: String?
  /// The fields of research that most of its evidence is of; absent where that was not asked for.
  var fields: [FieldDocument]?

  init(_ summary: OrganizationSummary, role: ParticipationRole? = nil, fields: [ResultField]? = nil) {
    self.fields = fields.map { $0.map(FieldDocument.init) }
    id = summary.id.rawValue
    name = summary.name
    kind = summary.kind?.rawValue
    country = summary.country
    region = summary.region
    self.role = role?.rawValue
  }
}

/// A piece of evidence as JSON.
struct EvidenceDocument: Encodable {
  var id: String
  var score: Double
  var kind: String
  var title: String
  var date: String?
  var passage: String?
  var organizations: [OrganizationDocument]?
  /// The organisation's own role, where the evidence stands under one.
  var role: String?
  var terms: [String]?
  /// Fields of research, the surest first.
  var fields: [FieldDocument]

  init(_ result: EvidenceResult, isWithOrganizations: Bool = true) {
    id = result.id.rawValue
    score = result.score
    kind = result.kind.rawValue
    title = result.title
    fields = result.fields.map(FieldDocument.init)
    date = result.date?.description
    passage = result.passage?.text
    organizations =
      isWithOrganizations
      ? result.participants.map { OrganizationDocument($0.organization, role: $0.role) } : nil
  }

  init(_ matched: MatchedEvidence) {
    self.init(matched.result, isWithOrganizations: false)
    role = matched.role.rawValue
    terms = matched.terms
  }
}

/// An answer to `moim search` as JSON.
struct SearchDocument: Encodable {
  struct Result: Encodable {
    var rank: Int
    var evidence: EvidenceDocument?
    var organization: OrganizationDocument?
    var score: Double
    var id: String
    var supporting: [EvidenceDocument]?
  }

  var query: String
  var level: String
  /// Terms of the other language that were added; absent where there are none.
  var added: [AddedTermDocument]?
  var results: [Result]
}

/// An answer to `moim match` as JSON.
struct MatchDocument: Encodable {
  struct Partner: Encodable {
    var rank: Int
    var id: String
    var score: Double
    var organization: OrganizationDocument
    var parts: PartsDocument
    var sharedEvidence: Int
    var evidence: [EvidenceDocument]

    enum CodingKeys: String, CodingKey {
      case rank, id, score, organization, parts, evidence
      case sharedEvidence = "shared_evidence"
    }
  }

  struct Application: Encodable {
    var id: String
    var title: String
    /// Terms of the other language that were added to its query; absent where there are none.
    var added: [AddedTermDocument]?
    var partners: [Partner]
  }

  var applications: [Application]
}

/// The parts of a score as JSON: they add up to it.
struct PartsDocument: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private let score: PartnerMatch.Score

  init(_ score: PartnerMatch.Score) { self.score = score }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for part in PartnerMatch.Score.Part.allCases {
      try container.encode(score[part], forKey: Key(stringValue: part.rawValue))
    }
  }
}

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
