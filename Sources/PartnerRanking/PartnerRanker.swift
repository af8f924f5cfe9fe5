import Glibc

/// Ranks organisations as partners for an application: a sum of five parts, each with a reason of its own.
///
/// With r(p) the relevance of evidence p, n(o) the evidence of organisation o, |p| the organisations of p, over the
/// retrieved evidence, and never for the applicant a:
///
///     votes      E = Σ_{p∋o} exp(5 (r(p) - 1))                      0.70 ln(1 + 10 E)
///     coverage   C = Σ_t w(t) X / (X + 2 (0.25 + 0.75 L(o)/avg))    1.85 C / max C,  X = Σ_{p∋o} tf'(t, p)
///     shared     U = Σ_{p∋a,o} exp(5 (r(p) - 1)) / (|p| - 1)        0.10 ln(1 + 1000 U)
///     network    R = the walk's mass                                0.55 ln(1 + R / max R / 0.003)
///     country    1 where it is the applicant's                      0.80
///
/// The walk starts half from the applicant's past partners (by U) and half from the topic's organisations (by the
/// votes of the 200 best, times their number: expCombMNZ of Macdonald and Ounis, "Voting for candidates", CIKM 2006) and
/// takes one step through shared evidence: organisation → its evidence → the others in it.
public struct PartnerRanker: Sendable {
  public let graph: CollaborationGraph
  public let texts: OrganizationTexts
  public let parameters: RankingParameters

  public init(
    graph: CollaborationGraph, texts: OrganizationTexts, parameters: RankingParameters = RankingParameters()
  ) {
    self.graph = graph
    self.texts = texts
    self.parameters = parameters
  }

  /// The best partners, best first, at most `limit`.
  ///
  /// - Parameters:
  ///   - admits: candidates that may be shown; asked once for each.
  ///   - precedes: the order of organisations whose scores are equal.
  /// - Complexity: linear in the retrieved evidence's organisations and terms, and in the evidence of the walk's seeds.
  public func rank(
    _ query: PartnerQuery, limit: Int, scratch: RankingScratch, admits: (UInt32) -> Bool = { _ in true },
    precedes: (UInt32, UInt32) -> Bool = (<)
  ) -> [RankedPartner] {
    var touched = Touched(applicant: query.applicant)
    for item in query.evidence { scratch.evidenceRelevance[Int(item.evidence)] = item.relevance }
    defer {
      for item in query.evidence { scratch.evidenceRelevance[Int(item.evidence)] = 0 }
      for organization in touched.organizations {
        let index = Int(organization)
        scratch.votes[index] = 0
        scratch.coverage[index] = 0
        scratch.sharedProjects[index] = 0
        scratch.seeds[index] = 0
        scratch.seedCounts[index] = 0
        scratch.walk[index] = 0
      }
    }
    addVotes(query, scratch, &touched)
    let largestCoverage = addCoverage(query, scratch)
    addSharedProjects(query, scratch, &touched)
    let walkCandidates = walk(query, scratch, &touched)
    let largestWalk = touched.organizations.reduce(0.0) { largest, organization in
      organization == query.applicant ? largest : max(largest, scratch.walk[Int(organization)])
    }

    var partners: [RankedPartner] = []
    for organization in touched.organizations {
      let index = Int(organization)
      guard organization != query.applicant,
        scratch.votes[index] > 0 || scratch.sharedProjects[index] > 0 || walkCandidates.contains(organization),
        admits(organization)
      else { continue }
      let score = PartnerScore(
        votes: parameters.votesWeight * log(1 + parameters.votesScale * scratch.votes[index]),
        coverage: largestCoverage > 0 ? parameters.coverageWeight * (scratch.coverage[index] / largestCoverage) : 0,
        network: largestWalk > 0
          ? parameters.networkWeight * log(1 + parameters.networkScale * (scratch.walk[index] / largestWalk)) : 0,
        sharedProjects: parameters.sharedProjectsWeight
          * log(1 + parameters.sharedProjectsScale * scratch.sharedProjects[index]),
        country: query.country != nil && texts.countries[index] == query.country ? parameters.countryWeight : 0)
      partners.append(RankedPartner(organization: organization, score: score))
    }
    let totals = partners.map(\.score.total)
    let order = partners.indices.sorted { left, right in
      totals[left] != totals[right]
        ? totals[left] > totals[right] : precedes(partners[left].organization, partners[right].organization)
    }
    return order.prefix(limit).map { partners[$0] }
  }

  /// Organisations that some column of the scratch memory speaks of, each once, in order of first mention.
  private struct Touched {
    private(set) var organizations: [UInt32] = []
    let applicant: UInt32?

    init(applicant: UInt32?) { self.applicant = applicant }

    mutating func insert(_ organization: UInt32, in scratch: RankingScratch) {
      let index = Int(organization)
      if scratch.votes[index] == 0, scratch.sharedProjects[index] == 0, scratch.walk[index] == 0,
        scratch.seeds[index] == 0
      {
        organizations.append(organization)
      }
    }
  }

  private func addVotes(_ query: PartnerQuery, _ scratch: RankingScratch, _ touched: inout Touched) {
    for item in query.evidence {
      let vote = exp(parameters.voteDecay * (item.relevance - 1))
      for member in graph.members(of: item.evidence) {
        touched.insert(member.organization, in: scratch)
        scratch.votes[Int(member.organization)] += vote
      }
    }
  }

  /// - Returns: the largest coverage of any organisation but the applicant.
  private func addCoverage(_ query: PartnerQuery, _ scratch: RankingScratch) -> Double {
    var largest = 0.0
    var holders: [UInt32] = []
    for term in query.terms where term.weight > 0 {
      holders.removeAll(keepingCapacity: true)
      for occurrence in term.occurrences {
        for member in graph.members(of: query.evidence[Int(occurrence.place)].evidence) {
          let index = Int(member.organization)
          if scratch.termFrequency[index] == 0 { holders.append(member.organization) }
          scratch.termFrequency[index] += Double(occurrence.frequency)
        }
      }
      let lengths = texts.lengths[term.stream]
      let average = texts.averageLengths[term.stream]
      for organization in holders {
        let index = Int(organization)
        let frequency = scratch.termFrequency[index]
        scratch.termFrequency[index] = 0
        let discount =
          (1 - parameters.coverageLengthDiscount) + parameters.coverageLengthDiscount * (lengths[index] / average)
        scratch.coverage[index] += term.weight * (frequency / (frequency + parameters.coverageSaturation * discount))
        if organization != query.applicant { largest = max(largest, scratch.coverage[index]) }
      }
    }
    return largest
  }

  private func addSharedProjects(_ query: PartnerQuery, _ scratch: RankingScratch, _ touched: inout Touched) {
    guard let applicant = query.applicant else { return }
    for evidence in graph.evidence(of: applicant) {
      let members = graph.members(of: evidence)
      guard members.count >= 2 else { continue }
      let weight =
        exp(parameters.voteDecay * (scratch.evidenceRelevance[Int(evidence)] - 1)) / Double(members.count - 1)
      for member in members where member.organization != applicant {
        touched.insert(member.organization, in: scratch)
        scratch.sharedProjects[Int(member.organization)] += weight
      }
    }
  }

  /// - Returns: the organisations that the walk makes candidates.
  private func walk(_ query: PartnerQuery, _ scratch: RankingScratch, _ touched: inout Touched) -> Set<UInt32> {
    for item in query.evidence.prefix(parameters.seedEvidenceCount) {
      let vote = exp(parameters.seedDecay * (item.relevance - 1))
      for member in graph.members(of: item.evidence) where member.organization != query.applicant {
        scratch.seeds[Int(member.organization)] += vote
        scratch.seedCounts[Int(member.organization)] += 1
      }
    }
    let known = touched.organizations
    var (voteMass, sharedMass) = (0.0, 0.0)
    for organization in known {
      let index = Int(organization)
      scratch.seeds[index] *= scratch.seedCounts[index]
      voteMass += scratch.seeds[index]
      sharedMass += scratch.sharedProjects[index]
    }
    guard voteMass > 0 || sharedMass > 0 else { return [] }
    let voteShare = voteMass == 0 ? 0 : (sharedMass == 0 ? 1 : 0.5)
    let sharedShare = 1 - voteShare
    var starts: [(organization: UInt32, mass: Double)] = []
    for organization in known {
      let index = Int(organization)
      var mass = 0.0
      if voteMass > 0 { mass += voteShare * (scratch.seeds[index] / voteMass) }
      if sharedMass > 0 { mass += sharedShare * (scratch.sharedProjects[index] / sharedMass) }
      if mass > 0 { starts.append((organization, mass)) }
    }
    starts = Self.largest(starts, count: parameters.seedCount)

    // One step: each start spreads over its evidence, each piece over its organisations.
    var reached: [UInt32] = []
    for (organization, mass) in starts {
      let share = mass / Double(graph.degree(of: organization))
      for evidence in graph.evidence(of: organization) {
        if scratch.evidenceMass[Int(evidence)] == 0 { reached.append(evidence) }
        scratch.evidenceMass[Int(evidence)] += share
      }
    }
    for evidence in reached {
      let members = graph.members(of: evidence)
      let share = scratch.evidenceMass[Int(evidence)] / Double(max(members.count - 1, 1))
      scratch.evidenceMass[Int(evidence)] = 0
      for member in members {
        touched.insert(member.organization, in: scratch)
        scratch.walk[Int(member.organization)] += share
      }
    }
    let visited = touched.organizations.compactMap { organization -> (organization: UInt32, mass: Double)? in
      let mass = scratch.walk[Int(organization)]
      return mass > 0 && organization != query.applicant ? (organization, mass) : nil
    }
    return Set(Self.largest(visited, count: parameters.walkCandidateCount).map(\.organization))
  }

  /// The entries with the largest mass, in descending order; equal ones by number.
  private static func largest(
    _ entries: [(organization: UInt32, mass: Double)], count: Int
  ) -> [(organization: UInt32, mass: Double)] {
    Array(
      entries.sorted { $0.mass != $1.mass ? $0.mass > $1.mass : $0.organization < $1.organization }.prefix(count))
  }
}
