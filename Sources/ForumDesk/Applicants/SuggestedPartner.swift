public import ForumRecords
public import PartnerDiscovery
import ResearchProfiles

/// A partner as an applicant is shown it: no personal data, and what was said about it.
public struct SuggestedPartner: Hashable, Sendable {
  public var organization: OrganizationSummary
  public var level: Suggestion.Level
  public var reasons: SuggestionReasons?
  public var answer: Interest?
  public var introduction: Introduction?

  public var sentences: [Bilingual] { reasons?.sentences ?? [] }
}

extension ForumDesk {
  /// What is shown to the applicant, best first. Partners that the index no longer knows are left out, as are those whose
  /// application was withdrawn.
  ///
  /// - Throws: errors of the store.
  /// - Complexity: linear in the suggestions.
  public func suggestedPartners(of receipt: String) throws -> [SuggestedPartner] {
    guard let session = live?.session else { return [] }
    let answers = Dictionary(
      try store.interests(receipt: receipt).map { ($0.organization, $0) }, uniquingKeysWith: { $1 })
    let introductions = Dictionary(
      try store.introductions(IntroductionFilter(receipt: receipt)).items.filter { $0.receipt == receipt }
        .map { ($0.organization, $0) }, uniquingKeysWith: { first, _ in first })
    return try suggestions(of: receipt, releasedOnly: true).compactMap { suggestion in
      guard let summary = session.summary(of: suggestion.organization) else { return nil }
      return SuggestedPartner(
        organization: summary, level: suggestion.level, reasons: SuggestionReasons(json: suggestion.reasons),
        answer: answers[suggestion.organization], introduction: introductions[suggestion.organization])
    }
  }
}
