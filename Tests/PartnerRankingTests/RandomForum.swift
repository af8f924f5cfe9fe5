import PartnerRanking
import ResearchProfiles
import TestCorpora

/// Organisations, evidence and a query of random numbers.
struct RandomForum {
  var random = SplitMix64(seed: 0)
  let graph: CollaborationGraph
  let texts: OrganizationTexts

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    defer { self.random = random }
    let organizationCount = Int.random(in: 1...40, using: &random)
    let evidenceCount = Int.random(in: 0...60, using: &random)
    var builder = CollaborationGraph.Builder()
    var lengths = [[UInt32](), [UInt32]()]
    for _ in 0..<evidenceCount {
      let members = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        CollaborationGraph.Member(
          organization: UInt32.random(in: 0..<UInt32(organizationCount), using: &random),
          role: Int.random(in: 0..<3, using: &random) == 0 ? .coordinator : .participant)
      }
      builder.append(members: members, day: nil)
      for stream in 0..<2 { lengths[stream].append(UInt32.random(in: 0...300, using: &random)) }
    }
    let graph = CollaborationGraph(organizationCount: organizationCount, builder)
    self.graph = graph
    texts = OrganizationTexts(
      graph: graph, evidenceLengths: lengths,
      countries: (0..<organizationCount).map { _ in UInt16.random(in: 0...3, using: &random) },
      cities: (0..<organizationCount).map { _ in UInt32.random(in: 0...4, using: &random) },
      kinds: (0..<organizationCount).map { _ in UInt8.random(in: 0..<UInt8(KindTable.kinds.count), using: &random) })
  }

  mutating func query() -> PartnerQuery {
    let found = (0..<UInt32(graph.evidenceCount)).shuffled(using: &random)
      .prefix(Int.random(in: 0...max(1, graph.evidenceCount), using: &random))
    var relevances = found.map { _ in Double.random(in: 0.05...1, using: &random) }.sorted(by: >)
    if !relevances.isEmpty { relevances[0] = 1 }
    let evidence = zip(found, relevances).map { PartnerQuery.RetrievedEvidence(evidence: $0, relevance: $1) }
    var terms: [PartnerQuery.Term] = []
    var (places, frequencies) = ([UInt32](), [UInt32]())
    for _ in 0..<Int.random(in: 0...8, using: &random) where !evidence.isEmpty {
      let start = places.count
      for place in evidence.indices where Bool.random(using: &random) {
        places.append(UInt32(place))
        frequencies.append(UInt32.random(in: 1...9, using: &random))
      }
      terms.append(
        .init(
          weight: Double.random(in: 0...10, using: &random), stream: Int.random(in: 0...1, using: &random),
          occurrences: start..<places.count))
    }
    let isKnown = Int.random(in: 0..<4, using: &random) > 0
    var query = PartnerQuery(
      applicant: isKnown ? UInt32.random(in: 0..<UInt32(graph.organizationCount), using: &random) : nil,
      country: Bool.random(using: &random) ? UInt16.random(in: 1...3, using: &random) : nil,
      evidence: evidence, terms: terms, places: places, frequencies: frequencies)
    for organization in 0..<UInt32(graph.organizationCount) where Int.random(in: 0..<5, using: &random) == 0 {
      let isShort = Bool.random(using: &random)
      query.mentions.append(
        .init(
          organization: organization, name: Double.random(in: 0...1, using: &random),
          shortName: isShort ? Double.random(in: 0...1, using: &random) : 0,
          city: Double.random(in: 0...1, using: &random)))
    }
    query.kind = Int.random(in: 0..<KindTable.kinds.count, using: &random)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      var relevance = 1.0
      query.needs.append(
        (0..<UInt32(graph.evidenceCount)).shuffled(using: &random).prefix(10).map { evidence in
          defer { relevance *= Double.random(in: 0.5...1, using: &random) }
          return .init(evidence: evidence, relevance: relevance)
        })
    }
    query.countryMentions = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      Double.random(in: 0...1, using: &random)
    }
    return query
  }
}
