/// What a policy was learnt from, how well it did on what it had not seen, and what an officer's choices cost.
public struct TrainingRecord: Hashable, Sendable, Codable {
  /// How well a ranking finds those who really joined, as means over applications.
  public struct Scores: Hashable, Sendable, Codable {
    public var normalizedGain10 = 0.0
    public var recall100 = 0.0
    public var reciprocalRank = 0.0
    /// Of the newcomers that joined, the share among the first ten.
    public var newcomerRecall10 = 0.0
    /// The share of all first ten places that the ten most shown bodies take.
    public var topTenShare = 0.0

    public init() {}

    enum CodingKeys: String, CodingKey {
      case normalizedGain10 = "ndcg_10"
      case recall100 = "recall_100"
      case reciprocalRank = "mrr"
      case newcomerRecall10 = "newcomer_recall_10"
      case topTenShare = "top_10_share"
    }
  }

  /// A 95 % bootstrap interval over applications.
  public struct Interval: Hashable, Sendable, Codable {
    public var low: Double
    public var high: Double

    public init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
  }

  /// How sure the means over applications are.
  public struct Intervals: Hashable, Sendable, Codable {
    public var normalizedGain10: Interval
    public var recall100: Interval
    public var reciprocalRank: Interval

    public init(normalizedGain10: Interval, recall100: Interval, reciprocalRank: Interval) {
      self.normalizedGain10 = normalizedGain10
      self.recall100 = recall100
      self.reciprocalRank = reciprocalRank
    }

    enum CodingKeys: String, CodingKey {
      case normalizedGain10 = "ndcg_10"
      case recall100 = "recall_100"
      case reciprocalRank = "mrr"
    }
  }

  /// Consortia of a time, with what was known before it.
  public struct Split: Hashable, Sendable, Codable {
    /// Days `yyyy-mm-dd`: what was known before the first, consortia from then to before the second.
    public var from: String
    public var to: String
    public var applicationCount: Int
    /// By a policy that was trained on the other splits.
    public var scores: Scores
    public var intervals: Intervals
    /// By straight lines that were not trained here.
    public var untrainedScores: Scores

    public init(
      from: String, to: String, applicationCount: Int, scores: Scores, intervals: Intervals, untrainedScores: Scores
    ) {
      self.from = from
      self.to = to
      self.applicationCount = applicationCount
      self.scores = scores
      self.intervals = intervals
      self.untrainedScores = untrainedScores
    }

    enum CodingKeys: String, CodingKey {
      case from, to, scores, intervals
      case applicationCount = "applications"
      case untrainedScores = "untrained_scores"
    }
  }

  /// What a choice of the officer's leads to, as a mean over all splits.
  public struct Price: Hashable, Sendable, Codable {
    /// `ties`, `nearness`, `size`, `newcomer_share` or `cap_share`.
    public var choice: String
    public var position: Double
    public var scores: Scores

    public init(choice: String, position: Double, scores: Scores) {
      self.choice = choice
      self.position = position
      self.scores = scores
    }
  }

  /// A hash of the ids and dates of all evidence, as sixteen hexadecimal digits.
  public var fingerprint: String
  public var evidenceCount: Int
  public var splits: [Split]
  /// Means over all applications of all splits, without any choice.
  public var scores: Scores
  public var prices: [Price]

  public init(fingerprint: String, evidenceCount: Int, splits: [Split], scores: Scores, prices: [Price]) {
    self.fingerprint = fingerprint
    self.evidenceCount = evidenceCount
    self.splits = splits
    self.scores = scores
    self.prices = prices
  }

  enum CodingKeys: String, CodingKey {
    case fingerprint, splits, scores, prices
    case evidenceCount = "evidence"
  }
}
