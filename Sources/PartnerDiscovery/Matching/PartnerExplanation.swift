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
  /// The retrieved evidence of the organisation, best first.
  public var evidence: [ExplainedEvidence]
  /// How many pieces of retrieved evidence there are in all for the organisation.
  public var evidenceCount: Int
  /// Evidence that the organisation shares with the applicant, newest first.
  public var shared: [EvidenceResult]
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
      candidateCount: partners.count, score: partner.score, added: preparation.added, evidence: explained,
      evidenceCount: matched.count,
      shared: sharedEvidence(preparation, with: number, limit: evidenceLimit),
      exclusion: isApplicant ? .isApplicant : (place == nil ? .noConnection : nil))
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
