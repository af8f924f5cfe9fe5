import Glibc

/// The oracle of ``PartnerRanker``: the same formulas written the obvious way, organisation by organisation, over sets
/// and dictionaries.
///
/// Sums are made in another order, so parts agree to about a millionth and not to the last bit.
///
/// - Complexity: organisations times evidence: for tests.
public struct ReferenceRanker: Sendable {
  private let graph: CollaborationGraph
  private let texts: OrganizationTexts
  private let parameters: RankingParameters

  public init(graph: CollaborationGraph, texts: OrganizationTexts, parameters: RankingParameters = RankingParameters())
  {
    self.graph = graph
    self.texts = texts
    self.parameters = parameters
  }

  /// The parts of every candidate's score.
  public func scores(_ query: PartnerQuery) -> [UInt32: PartnerScore] {
    let others = (0..<UInt32(graph.organizationCount)).filter { $0 != query.applicant }
    let relevance = Dictionary(uniqueKeysWithValues: query.evidence.map { ($0.evidence, $0.relevance) })
    func members(_ evidence: UInt32) -> [UInt32] { graph.members(of: evidence).map(\.organization) }

    var votes: [UInt32: Double] = [:]
    var shared: [UInt32: Double] = [:]
    var coverage: [UInt32: Double] = [:]
    for organization in others {
      let own = graph.evidence(of: organization)
      votes[organization] = own.reduce(0) { sum, evidence in
        sum + (relevance[evidence].map { exp(parameters.voteDecay * ($0 - 1)) } ?? 0)
      }
      if let applicant = query.applicant {
        shared[organization] = own.filter { members($0).contains(applicant) }.reduce(0) { sum, evidence in
          sum + exp(parameters.voteDecay * ((relevance[evidence] ?? 0) - 1)) / Double(members(evidence).count - 1)
        }
      }
      coverage[organization] = query.terms.reduce(0) { sum, term in
        let frequency = term.occurrences.reduce(0.0) { frequency, occurrence in
          let evidence = query.evidence[Int(query.places[occurrence])].evidence
          return members(evidence).contains(organization)
            ? frequency + Double(query.frequencies[occurrence]) : frequency
        }
        let length = texts.lengths[term.stream][Int(organization)] / texts.averageLengths[term.stream]
        let discount = 1 - parameters.coverageLengthDiscount + parameters.coverageLengthDiscount * length
        return frequency == 0
          ? sum : sum + term.weight * frequency / (frequency + parameters.coverageSaturation * discount)
      }
    }
    let walk = walk(query, others: others, shared: shared)
    let walkCandidates = Set(
      others.filter { walk[$0, default: 0] > 0 }
        .sorted { walk[$0, default: 0] != walk[$1, default: 0] ? walk[$0, default: 0] > walk[$1, default: 0] : $0 < $1 }
        .prefix(parameters.walkCandidateCount))

    let largestCoverage = others.map { coverage[$0, default: 0] }.max() ?? 0
    let largestWalk = others.map { walk[$0, default: 0] }.max() ?? 0
    let mentions = Dictionary(uniqueKeysWithValues: query.mentions.map { ($0.organization, $0) })
    let named = Set(parameters.organizationsMadeCandidates(by: query.mentions))
    var scores: [UInt32: PartnerScore] = [:]
    for organization in others {
      let (vote, together) = (votes[organization, default: 0], shared[organization, default: 0])
      let isCandidate = walkCandidates.contains(organization) || named.contains(organization)
      let evidenceCount = graph.degree(of: organization)
      guard vote > 0 || together > 0 || isCandidate, evidenceCount > 0 else { continue }
      var score = PartnerScore()
      score.votes = parameters.votesWeight * log(1 + parameters.votesScale * vote)
      if largestCoverage > 0 {
        score.coverage = parameters.coverageWeight * coverage[organization, default: 0] / largestCoverage
      }
      if largestWalk > 0 {
        let share = walk[organization, default: 0] / largestWalk
        score.network = parameters.networkWeight * log(1 + parameters.networkScale * share)
      }
      score.sharedProjects = parameters.sharedProjectsWeight * log(1 + parameters.sharedProjectsScale * together)
      if let country = query.country, texts.countries[Int(organization)] == country {
        score.country = parameters.countryWeight
      }
      let mention = mentions[organization] ?? PartnerQuery.Mention(organization: organization)
      score.named = parameters.nameWeight * mention.name + parameters.shortNameWeight * mention.shortName
      let country = Int(texts.countries[Int(organization)])
      let countryMention = query.countryMentions.indices.contains(country) ? query.countryMentions[country] : 0
      score.place = parameters.cityWeight * mention.city + parameters.countryMentionWeight * countryMention
      let usual = max(parameters.fameEvidenceCount, parameters.fameShare * Double(graph.evidenceCount))
      if Double(evidenceCount) > usual { score.fame = -parameters.fameWeight * log(Double(evidenceCount) / usual) }
      scores[organization] = score
    }
    return scores
  }

  private func walk(_ query: PartnerQuery, others: [UInt32], shared: [UInt32: Double]) -> [UInt32: Double] {
    let seedEvidence = query.evidence.prefix(parameters.seedEvidenceCount)
    var seeds: [UInt32: Double] = [:]
    for organization in others {
      let voting = seedEvidence.filter { item in
        graph.members(of: item.evidence).contains { $0.organization == organization }
      }
      seeds[organization] =
        voting.reduce(0) { $0 + exp(parameters.seedDecay * ($1.relevance - 1)) } * Double(voting.count)
    }
    let (seedMass, sharedMass) = (seeds.values.reduce(0, +), shared.values.reduce(0, +))
    guard seedMass > 0 || sharedMass > 0 else { return [:] }
    let seedShare = seedMass == 0 ? 0 : (sharedMass == 0 ? 1 : 0.5)
    var starts: [(UInt32, Double)] = []
    for organization in others {
      let fromSeeds = seedMass > 0 ? seedShare * seeds[organization, default: 0] / seedMass : 0
      let fromShared = sharedMass > 0 ? (1 - seedShare) * shared[organization, default: 0] / sharedMass : 0
      if fromSeeds + fromShared > 0 { starts.append((organization, fromSeeds + fromShared)) }
    }
    starts.sort { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    var walk: [UInt32: Double] = [:]
    for (organization, mass) in starts.prefix(parameters.seedCount) {
      let own = graph.evidence(of: organization)
      for evidence in own {
        let members = graph.members(of: evidence)
        for member in members {
          walk[member.organization, default: 0] += mass / Double(own.count) / Double(max(members.count - 1, 1))
        }
      }
    }
    return walk
  }
}
