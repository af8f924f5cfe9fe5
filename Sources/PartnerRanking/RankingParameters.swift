/// The constants of ``PartnerRanker``: fitted on consortia of three half years of the public CORDIS history (2022-07 to
/// 2023-12), each with only what was known before it, by softmax cross-entropy, and rounded.
public struct RankingParameters: Hashable, Sendable, Codable {
  /// Pieces of evidence that are retrieved for a text.
  public var evidenceCount = 1000
  /// How fast a vote falls with relevance: exp(decay · (relevance - 1)).
  public var voteDecay = 5.0
  /// Saturation and length discount of the coverage of a term by an organisation.
  public var coverageSaturation = 2.0
  public var coverageLengthDiscount = 0.75
  /// Evidence whose organisations seed the walk, and how fast its weight falls.
  public var seedEvidenceCount = 200
  public var seedDecay = 10.0
  /// Organisations that the walk starts from.
  public var seedCount = 300
  /// Organisations that the walk alone makes candidates.
  public var walkCandidateCount = 1000

  public var votesWeight = 0.70
  public var votesScale = 10.0
  public var coverageWeight = 1.85
  public var networkWeight = 0.55
  public var networkScale = 1 / 0.003
  public var sharedProjectsWeight = 0.10
  public var sharedProjectsScale = 1000.0
  public var countryWeight = 0.80

  public init() {}
}
