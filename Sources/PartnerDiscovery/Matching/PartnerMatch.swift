public import PartnerRanking
public import ResearchProfiles

/// A partner that is suggested for an application.
public struct PartnerMatch: Hashable, Sendable {
  public var organization: OrganizationSummary
  public var score: PartnerScore
  /// What speaks for it, best first.
  public var evidence: [MatchedEvidence]
  /// Evidence in which the applicant takes part too.
  public var sharedEvidenceCount: Int
}

/// Evidence that speaks for a partner, with the partner's role in it.
public struct MatchedEvidence: Hashable, Sendable {
  public var result: EvidenceResult
  public var role: ParticipationRole
  /// The application's terms in it as the index knows them (stems, words without endings), those that count most first.
  public var terms: [String]
}

extension PartnerMatch {
  public typealias Score = PartnerScore
}
