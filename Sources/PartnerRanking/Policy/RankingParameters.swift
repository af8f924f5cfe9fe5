/// How a ranking looks around: the numbers of ``PartnerRanker`` that are no weights. Fitted with the first formula on
/// consortia of three half years of the public CORDIS history, and insensitive: half or twice of each changes nDCG@10 by
/// at most .002.
public struct RankingParameters: Hashable, Sendable, Codable {
  /// Pieces of evidence that are retrieved for a text.
  public var evidenceCount = 1000
  /// Pieces of evidence that are retrieved for each stated need.
  public var needEvidenceCount = 200
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
  /// Mentions of names at least so strong make an organisation a candidate, the strongest so many of them.
  public var nameCandidateStrength = 0.15
  public var nameCandidateCount = 300
  /// Participations that two countries are granted, so that rare ones stay near 0.
  public var countryTiesSmoothing = 5.0

  public init() {}

  enum CodingKeys: String, CodingKey {
    case evidenceCount = "evidence"
    case needEvidenceCount = "need_evidence"
    case voteDecay = "vote_decay"
    case coverageSaturation = "coverage_saturation"
    case coverageLengthDiscount = "coverage_length_discount"
    case seedEvidenceCount = "seed_evidence"
    case seedDecay = "seed_decay"
    case seedCount = "seeds"
    case walkCandidateCount = "walk_candidates"
    case nameCandidateStrength = "name_candidate_strength"
    case nameCandidateCount = "name_candidates"
    case countryTiesSmoothing = "country_ties_smoothing"
  }
}

extension RankingParameters {
  /// Whom the text names clearly enough to be considered without any evidence or tie: everybody whose acronym it
  /// holds, and the strongest by name.
  func organizationsMadeCandidates(by mentions: [PartnerQuery.Mention]) -> [UInt32] {
    var named = mentions.filter { $0.name > nameCandidateStrength }
    named.selectFirst(nameCandidateCount) { left, right in
      left.name != right.name ? left.name > right.name : left.organization < right.organization
    }
    return mentions.filter { $0.shortName > 0 }.map(\.organization)
      + named.prefix(nameCandidateCount).map(\.organization)
  }
}
