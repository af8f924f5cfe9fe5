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

  public var votesWeight = 0.90
  public var votesScale = 10.0
  public var coverageWeight = 1.60
  public var networkWeight = 0.45
  public var networkScale = 1 / 0.003
  public var sharedProjectsWeight = 0.20
  public var sharedProjectsScale = 1000.0
  public var countryWeight = 0.65

  public var nameWeight = 4.8
  public var shortNameWeight = 1.4
  public var cityWeight = 3.3
  public var countryMentionWeight = 2.6
  /// Mentions of names at least so strong make an organisation a candidate, the strongest so many of them.
  public var nameCandidateStrength = 0.15
  public var nameCandidateCount = 300
  public var fameWeight = 0.2
  /// Organisations with more than this share of all evidence, and more than so many pieces, are damped.
  public var fameShare = 0.003
  public var fameEvidenceCount = 10.0

  public init() {}
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
