import Glibc
import ResearchProfiles

/// The oracle of ``PartnerRanker``: the same formulas written the obvious way, organisation by organisation, over sets
/// and dictionaries.
///
/// Sums are made in another order, so parts agree to about a millionth and not to the last bit.
///
/// - Complexity: organisations times evidence: for tests.
public struct ReferenceRanker: Sendable {
  private let graph: CollaborationGraph
  private let texts: OrganizationTexts
  private let policy: RankingPolicy

  public init(graph: CollaborationGraph, texts: OrganizationTexts, policy: RankingPolicy = .straightLines) {
    self.graph = graph
    self.texts = texts
    self.policy = policy
  }

  private var parameters: RankingParameters { policy.parameters }

  /// The parts of every candidate's score.
  public func scores(_ query: PartnerQuery) -> [UInt32: [PartnerScore.Part: Double]] {
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
    let (walk, partnerWalk) = walks(query, others: others, shared: shared)
    let walkCandidates = Set(
      others.filter { walk[$0, default: 0] > 0 }
        .sorted { walk[$0, default: 0] != walk[$1, default: 0] ? walk[$0, default: 0] > walk[$1, default: 0] : $0 < $1 }
        .prefix(parameters.walkCandidateCount))

    let needs = needs(query, others: others)
    let largestCoverage = others.map { coverage[$0, default: 0] }.max() ?? 0
    let largestWalk = others.map { walk[$0, default: 0] }.max() ?? 0
    let largestPartnerWalk = others.map { partnerWalk[$0, default: 0] }.max() ?? 0
    let mentions = Dictionary(uniqueKeysWithValues: query.mentions.map { ($0.organization, $0) })
    let named = Set(parameters.organizationsMadeCandidates(by: query.mentions))
    var scores: [UInt32: [PartnerScore.Part: Double]] = [:]
    for organization in others {
      let (vote, together) = (votes[organization, default: 0], shared[organization, default: 0])
      let need = needs[organization, default: 0]
      let isCandidate = walkCandidates.contains(organization) || named.contains(organization)
      let evidenceCount = graph.degree(of: organization)
      guard vote > 0 || together > 0 || need > 0 || isCandidate, evidenceCount > 0 else { continue }
      var features: [PartnerScore.Part: Double] = [.votes: vote, .needs: need, .sharedProjects: together]
      if largestCoverage > 0 { features[.coverage] = coverage[organization, default: 0] / largestCoverage }
      if largestWalk > 0 { features[.network] = walk[organization, default: 0] / largestWalk }
      if largestPartnerWalk > 0 {
        features[.partnerNetwork] = partnerWalk[organization, default: 0] / largestPartnerWalk
      }
      let mention = mentions[organization] ?? PartnerQuery.Mention(organization: organization)
      (features[.named], features[.acronymNamed], features[.cityNamed]) = (
        mention.name, mention.shortName, mention.city
      )
      let country = texts.countries[Int(organization)]
      let countryMention =
        query.countryMentions.indices.contains(Int(country)) ? query.countryMentions[Int(country)] : 0
      features[.countryNamed] = countryMention
      if let own = query.country {
        if own == country { (features[.country], features[.ownCountryNamed]) = (1, countryMention > 0 ? 1 : 0) }
        features[.countryTies] = countryTies(own, country)
      }
      let city = query.applicant.map { texts.cities[Int($0)] } ?? 0
      features[.city] = city != 0 && city == texts.cities[Int(organization)] ? 1 : 0
      var parts: [PartnerScore.Part: Double] = [:]
      for part in PartnerScore.Part.curved {
        let value = policy.curves.first { $0.part == part }?.value(of: features[part] ?? 0) ?? 0
        let limit = PartnerScore.largestPart
        parts[part] = min(max(policy.sliders.factor(of: part) * value, -limit), limit)
      }
      parts[.kinds] = policy.kindTable.values[query.kind][Int(texts.kinds[Int(organization)])]
      let usual = max(policy.fame.evidenceCount, policy.fame.share * Double(graph.evidenceCount))
      let excess = log(max(Double(evidenceCount) / usual, 1))
      parts[.fame] = -policy.sliders.factor(of: .fame) * policy.fame.weight * excess
      scores[organization] = parts
    }
    return scores
  }

  private func needs(_ query: PartnerQuery, others: [UInt32]) -> [UInt32: Double] {
    var needs: [UInt32: Double] = [:]
    for need in query.needs {
      var votes: [UInt32: Double] = [:]
      for organization in others {
        votes[organization] = need.reduce(0) { sum, item in
          graph.members(of: item.evidence).contains { $0.organization == organization }
            ? sum + exp(parameters.voteDecay * (item.relevance - 1)) : sum
        }
      }
      guard let largest = votes.values.max(), largest > 0 else { continue }
      for organization in others {
        needs[organization] = max(needs[organization, default: 0], votes[organization, default: 0] / largest)
      }
    }
    return needs
  }

  private func countryTies(_ coordinator: UInt16, _ member: UInt16) -> Double {
    guard coordinator != 0, member != 0, texts.countries.contains(where: { $0 >= coordinator }) else { return 0 }
    func joined(_ isIncluded: (_ coordinator: UInt16, _ member: UInt16) -> Bool) -> Double {
      (0..<UInt32(graph.evidenceCount)).reduce(0.0) { sum, evidence in
        let members = graph.members(of: evidence)
        guard let leader = members.first(where: { $0.role == .coordinator }), members.count > 1 else { return sum }
        let found = members.count {
          $0.organization != leader.organization
            && isIncluded(texts.countries[Int(leader.organization)], texts.countries[Int($0.organization)])
        }
        return sum + Double(found) / Double(members.count - 1)
      }
    }
    let total = joined { _, _ in true }
    guard total > 0 else { return 0 }
    let expected = joined { leader, _ in leader == coordinator } * joined { _, other in other == member } / total
    let smoothing = parameters.countryTiesSmoothing
    return log((joined { $0 == coordinator && $1 == member } + smoothing) / (expected + smoothing))
  }

  private func walks(
    _ query: PartnerQuery, others: [UInt32], shared: [UInt32: Double]
  ) -> (mixed: [UInt32: Double], fromPartners: [UInt32: Double]) {
    let seedEvidence = query.evidence.prefix(parameters.seedEvidenceCount)
    var seeds: [UInt32: Double] = [:]
    for organization in others {
      let voting = seedEvidence.filter { item in
        graph.members(of: item.evidence).contains { $0.organization == organization }
      }
      seeds[organization] =
        voting.reduce(0) { $0 + exp(parameters.seedDecay * ($1.relevance - 1)) } * Double(voting.count)
    }
    let (topic, partners) = (walk(from: seeds, others), walk(from: shared, others))
    guard !topic.isEmpty, !partners.isEmpty else { return (topic.isEmpty ? partners : topic, partners) }
    var mixed: [UInt32: Double] = [:]
    for organization in Set(topic.keys).union(partners.keys) {
      mixed[organization] = 0.5 * topic[organization, default: 0] + 0.5 * partners[organization, default: 0]
    }
    return (mixed, partners)
  }

  /// One step from the heaviest organisations.
  private func walk(from masses: [UInt32: Double], _ others: [UInt32]) -> [UInt32: Double] {
    let total = others.reduce(0) { $0 + masses[$1, default: 0] }
    guard total > 0 else { return [:] }
    var starts: [(organization: UInt32, mass: Double)] = []
    for organization in others {
      let mass = masses[organization, default: 0] / total
      if mass > 0 { starts.append((organization, mass)) }
    }
    starts.sort { $0.mass != $1.mass ? $0.mass > $1.mass : $0.organization < $1.organization }
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
