import PartnerRanking
import ResearchProfiles
import Retrieval
import SearchIndex

extension DiscoverySession {
  func summary(of number: UInt32) -> OrganizationSummary {
    let card = directory.card(number)
    let id = directory.id(number)
    return OrganizationSummary(
      id: id, name: card.map { $0.names.primary.isEmpty ? id.rawValue : $0.names.primary } ?? id.rawValue,
      kind: card?.kind, country: card?.country, region: card?.region)
  }

  func card(ofEvidence number: Int) -> EvidenceCard? {
    let place = evidence.locate(number)
    return try? EvidenceCard(evidence.segments[place.segment].reader.storedBytes(of: place.document))
  }

  /// A piece of evidence as it is shown.
  func result(for hit: Hit, passages: PassageFinder) -> EvidenceResult {
    let card = card(ofEvidence: hit.document)
    let participants = graph.members(of: UInt32(hit.document)).map { member in
      EvidenceResult.Participant(organization: summary(of: member.organization), role: member.role)
    }
    return EvidenceResult(
      id: EvidenceID(evidence.id(of: hit.document)), score: hit.score, kind: card?.kind ?? .statement,
      title: card?.title.primary ?? "",
      date: graph.day(of: UInt32(hit.document)).map(CalendarDate.init(daysSinceEpoch:)),
      participants: participants, passage: card.flatMap { Self.bestPassage(of: $0, passages) })
  }

  /// The first of the texts, in the source's order of languages, that holds a term of the query.
  static func bestPassage(of card: EvidenceCard, _ passages: PassageFinder) -> Passage? {
    for entry in card.text.entries {
      if let passage = passages.best(in: entry.text) { return passage }
    }
    return nil
  }

  func passageFinder(for query: TermQuery) -> PassageFinder {
    PassageFinder(
      terms: zip(query.terms, searcher.termWeights(of: query)).map { ($0, $0.weight * $1) },
      analyzer: analyzer)
  }
}
