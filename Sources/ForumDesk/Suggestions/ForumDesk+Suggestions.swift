public import ForumRecords
public import PartnerDiscovery
import PartnerRanking
import ResearchProfiles

extension ForumDesk {
  /// Suggestions that are kept for an application.
  public static let suggestionCount = 20
  /// Of these so many are shown to the applicant at once.
  public static let releasedCount = 5

  /// How good a partner is beside the best one of the same application: the share of the best score from which a word
  /// applies. A partner without evidence of its own is never more than possible.
  public static let levelShares: [(level: Suggestion.Level, share: Double)] = [(.strong, 0.75), (.good, 0.45)]

  public static func level(of match: PartnerMatch, best: Double) -> Suggestion.Level {
    guard best > 0, !match.evidence.isEmpty else { return .possible }
    return levelShares.first { match.score.total >= $0.share * best }?.level ?? .possible
  }

  /// The best partners of an application by what is known now; none where nothing is known or nothing is asked for.
  ///
  /// - Complexity: milliseconds for ten thousand organisations.
  public func partners(for application: ForumApplication, limit: Int = suggestionCount) throws -> [PartnerMatch] {
    guard application.wantsJointResearch, application.application.hasText, let live else { return [] }
    var filter = SearchFilter(kinds: application.wantedKinds, regions: application.wantedRegions)
    var matches = try live.matcher.match(application.application, limit: limit, filter: filter)
    if matches.isEmpty, !filter.isEmpty {
      // Wishes are wishes: somebody from elsewhere is better than nobody.
      filter = SearchFilter()
      matches = try live.matcher.match(application.application, limit: limit, filter: filter)
    }
    return matches
  }

  /// The best partners by what is known now, with their reasons as they are kept.
  func suggestions(for application: ForumApplication) throws -> [Suggestion] {
    let matches = try partners(for: application)
    let best = matches.first?.score.total ?? 0
    let time = now
    return matches.enumerated().map { place, match in
      Suggestion(
        receipt: application.receipt, organization: match.organization.id, rank: place + 1, score: match.score.total,
        level: Self.level(of: match, best: best), reasons: SuggestionReasons(match).json, made: time,
        policyHash: live?.policyHash ?? "", isReleased: place < Self.releasedCount)
    }
  }
}
