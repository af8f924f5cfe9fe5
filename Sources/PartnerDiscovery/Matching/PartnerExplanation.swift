public import PartnerRanking
public import ResearchProfiles
public import Retrieval
import SearchIndex
import TextAnalysis

/// Why an organisation is, or is not, a good partner for an application. The parts add up to the score.
public struct PartnerExplanation: Hashable, Sendable {
  public var application: String
  public var organization: OrganizationSummary
  /// Place in the ranking of all candidates, from 1; `nil` for an organisation that is no candidate.
  public var rank: Int?
  public var candidateCount: Int
  public var score: PartnerScore
  /// Terms of the other language that the application's query got besides its own.
  public var added: [AddedTerm]
  /// What the score is made from; `nil` for an organisation that is no candidate.
  public var features: PartnerFeatures?
  /// How many needs the application states.
  public var needCount: Int
  /// The need that it meets best.
  public var bestNeed: MetNeed?
  /// The retrieved evidence of the organisation, best first.
  public var evidence: [ExplainedEvidence]
  /// How many pieces of retrieved evidence there are in all for the organisation.
  public var evidenceCount: Int
  /// Evidence that the organisation shares with the applicant, newest first.
  public var shared: [EvidenceResult]
  /// A stated need and the organisation's best evidence for it.
  public struct MetNeed: Hashable, Sendable {
    public var statement: String
    public var evidence: EvidenceID
  }

  /// Why it cannot be suggested at all, where that is so.
  public var exclusion: Exclusion?

  public enum Exclusion: String, Hashable, Sendable, Codable {
    case isApplicant = "is_applicant"
    case noConnection = "no_connection"
  }
}

/// A piece of evidence with its retrieval score taken apart.
public struct ExplainedEvidence: Hashable, Sendable {
  public var matched: MatchedEvidence
  public var explanation: Explanation
}

extension ApplicationMatcher {
  /// Takes the score of an organisation for an application apart.
  ///
  /// - Throws: ``DiscoveryError`` for an unknown organisation or an application without text.
  public func explain(
    _ organization: OrganizationID, for application: Application, evidenceLimit: Int = 5
  ) throws(DiscoveryError) -> PartnerExplanation {
    guard let number = session.directory.number(of: organization) else {
      throw .unknownOrganization(id: organization.rawValue)
    }
    let (preparation, partners) = try ranked(application, limit: .max, filter: SearchFilter())
    let place = partners.firstIndex { $0.organization == number }
    let partner = place.map { partners[$0] } ?? RankedPartner(organization: number, score: PartnerScore())
    let matched = describe([partner], preparation, evidenceLimit: .max)[0].evidence
    let shown = matched.prefix(evidenceLimit).compactMap { evidence in
      session.evidence.document(withID: evidence.result.id.rawValue).map { (evidence, $0) }
    }
    let explanations = session.searcher.explain(preparation.query, documents: shown.map(\.1))
    let explained = zip(shown, explanations).map { ExplainedEvidence(matched: $0.0, explanation: $1) }
    let isApplicant = preparation.partnerQuery.applicant == number
    return PartnerExplanation(
      application: application.id, organization: session.summary(of: number), rank: place.map { $0 + 1 },
      candidateCount: partners.count, score: partner.score, added: preparation.added,
      features: try features(of: number, for: application),
      needCount: application.needs.count, bestNeed: bestNeed(of: number, application, preparation), evidence: explained,
      evidenceCount: matched.count,
      shared: sharedEvidence(preparation, with: number, limit: evidenceLimit),
      exclusion: isApplicant ? .isApplicant : (place == nil ? .noConnection : nil))
  }

  private func features(
    of organization: UInt32, for application: Application
  ) throws(DiscoveryError) -> PartnerFeatures? {
    try features(application, limit: .max).first { $0.organization == organization }
  }

  /// The need for which the organisation's votes come nearest to the best body's.
  private func bestNeed(
    of organization: UInt32, _ application: Application, _ preparation: Preparation
  ) -> PartnerExplanation.MetNeed? {
    var best: (share: Double, need: PartnerExplanation.MetNeed)?
    for (need, evidence) in zip(application.needs, preparation.partnerQuery.needs) {
      let votes = ranker.votes(for: evidence, applicant: preparation.partnerQuery.applicant)
      guard let own = votes[organization], let largest = votes.values.max(), own / largest > best?.share ?? 0,
        let first = evidence.first(where: { item in
          session.graph.members(of: item.evidence).contains { $0.organization == organization }
        })
      else { continue }
      let id = EvidenceID(session.evidence.id(of: Int(first.evidence)))
      best = (own / largest, .init(statement: need.statement, evidence: id))
    }
    return best?.need
  }

  private func sharedEvidence(_ preparation: Preparation, with partner: UInt32, limit: Int) -> [EvidenceResult] {
    guard let applicant = preparation.partnerQuery.applicant, applicant != partner else { return [] }
    let shared = sharedEvidence(applicant, partner).sorted { left, right in
      let (leftDay, rightDay) = (session.graph.day(of: left) ?? .min, session.graph.day(of: right) ?? .min)
      return leftDay != rightDay ? leftDay > rightDay : left < right
    }
    var description = EvidenceDescription(session, for: preparation.query)
    return shared.prefix(limit).map { description.result(for: Hit(document: Int($0), score: 0)) }
  }
}

extension Explanation.Part {
  public var isSyllablePair: Bool { stream == .syllable }

  /// `word` or `syllable`.
  public var streamName: String { stream == .word ? "word" : "syllable" }
}
