import PartnerRanking
import ResearchProfiles
import Retrieval
import SearchIndex

/// Describes evidence and organisations for readers. What an answer shows several times is made once.
struct EvidenceDescription {
  private let session: DiscoverySession
  private let passages: PassageFinder
  private var results: [Int: EvidenceResult] = [:]
  private var summaries: [UInt32: OrganizationSummary] = [:]

  /// - Parameter query: what passages are chosen for.
  init(_ session: DiscoverySession, for query: TermQuery) {
    self.session = session
    passages = session.passageFinder(for: query)
  }

  mutating func summary(of organization: UInt32) -> OrganizationSummary {
    if let known = summaries[organization] { return known }
    let summary = session.summary(of: organization)
    summaries[organization] = summary
    return summary
  }

  /// A piece of evidence as it is shown.
  mutating func result(for hit: Hit) -> EvidenceResult {
    if let known = results[hit.document] { return known }
    let card = session.card(ofEvidence: hit.document)
    let participants = session.members(ofEvidence: hit.document).map { member in
      EvidenceResult.Participant(organization: summary(of: member.organization), role: member.role)
    }
    var result = EvidenceResult(
      id: EvidenceID(session.evidence.id(of: hit.document)), score: hit.score, kind: card?.kind ?? .statement,
      title: card?.title.primary ?? "",
      date: session.day(ofEvidence: hit.document).map(CalendarDate.init(daysSinceEpoch:)),
      participants: participants, passage: card.flatMap { DiscoverySession.bestPassage(of: $0, passages) })
    result.fields = card?.resultFields ?? []
    results[hit.document] = result
    return result
  }
}
