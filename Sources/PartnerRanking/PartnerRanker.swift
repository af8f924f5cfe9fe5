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
    let partners = scratch.withColumns { columns in
      for item in query.evidence { columns.evidenceRelevance[Int(item.evidence)] = item.relevance }
      addVotes(query, &columns)
      addCoverage(query, &columns)
      addSharedProjects(query, &columns)
      walk(query, &columns)
      defer { columns.clear(query.evidence) }
      return candidates(query, columns, admits: admits)
    }
    let totals = partners.map(\.score.total)
    let order = partners.indices.sorted { left, right in
      totals[left] != totals[right]
        ? totals[left] > totals[right] : precedes(partners[left].organization, partners[right].organization)
    }
    return order.prefix(limit).map { partners[$0] }
  }

  private func candidates(
    _ query: PartnerQuery, _ columns: RankingScratch.Columns, admits: (UInt32) -> Bool
  ) -> [RankedPartner] {
    var (largestCoverage, largestWalk) = (0.0, 0.0)
    for organization in columns.touched where organization != query.applicant {
      largestCoverage = max(largestCoverage, columns.coverage[Int(organization)])
      largestWalk = max(largestWalk, columns.walk[Int(organization)])
    }
    var partners: [RankedPartner] = []
    for organization in columns.touched {
      let index = Int(organization)
      guard organization != query.applicant,
        columns.votes[index] > 0 || columns.sharedProjects[index] > 0 || columns.isWalkCandidate[index],
        admits(organization)
      else { continue }
      let score = PartnerScore(
        votes: parameters.votesWeight * log(1 + parameters.votesScale * columns.votes[index]),
        coverage: largestCoverage > 0 ? parameters.coverageWeight * (columns.coverage[index] / largestCoverage) : 0,
        network: largestWalk > 0
          ? parameters.networkWeight * log(1 + parameters.networkScale * (columns.walk[index] / largestWalk)) : 0,
        sharedProjects: parameters.sharedProjectsWeight
          * log(1 + parameters.sharedProjectsScale * columns.sharedProjects[index]),
        country: query.country != nil && texts.countries[index] == query.country ? parameters.countryWeight : 0)
      partners.append(RankedPartner(organization: organization, score: score))
    }
    return partners
  }

  private func addVotes(_ query: PartnerQuery, _ columns: inout RankingScratch.Columns) {
    let members = graph.memberOrganizations
    for item in query.evidence {
      let vote = exp(parameters.voteDecay * (item.relevance - 1))
      for place in graph.memberRange(of: item.evidence) {
        columns.touch(members[place])
        columns.votes[Int(members[place])] += vote
      }
    }
  }

  private func addCoverage(_ query: PartnerQuery, _ columns: inout RankingScratch.Columns) {
    let members = graph.memberOrganizations
    let ranges = query.evidence.map { graph.memberRange(of: $0.evidence) }
    var holders: [UInt32] = []
    for term in query.terms where term.weight > 0 {
      holders.removeAll(keepingCapacity: true)
      for occurrence in term.occurrences {
        let frequency = Double(occurrence.frequency)
        for place in ranges[Int(occurrence.place)] {
          let organization = members[place]
          if columns.termFrequency[Int(organization)] == 0 { holders.append(organization) }
          columns.termFrequency[Int(organization)] += frequency
        }
      }
      let lengths = texts.lengths[term.stream]
      let saturation = parameters.coverageSaturation * (1 - parameters.coverageLengthDiscount)
      let slope = parameters.coverageSaturation * parameters.coverageLengthDiscount / texts.averageLengths[term.stream]
      for organization in holders {
        let index = Int(organization)
        let frequency = columns.termFrequency[index]
        columns.termFrequency[index] = 0
        columns.coverage[index] += term.weight * (frequency / (frequency + saturation + slope * lengths[index]))
      }
    }
  }

  private func addSharedProjects(_ query: PartnerQuery, _ columns: inout RankingScratch.Columns) {
    guard let applicant = query.applicant else { return }
    let members = graph.memberOrganizations
    for evidence in graph.evidence(of: applicant) {
      let range = graph.memberRange(of: evidence)
      guard range.count >= 2 else { continue }
      let weight = exp(parameters.voteDecay * (columns.evidenceRelevance[Int(evidence)] - 1)) / Double(range.count - 1)
      for place in range where members[place] != applicant {
        columns.touch(members[place])
        columns.sharedProjects[Int(members[place])] += weight
      }
    }
  }

  private func walk(_ query: PartnerQuery, _ columns: inout RankingScratch.Columns) {
    let members = graph.memberOrganizations
    var reached: [UInt32] = []
    for (organization, mass) in walkStarts(query, &columns) {
      let range = graph.evidenceRange(of: organization)
      let share = mass / Double(range.count)
      for place in range {
        let evidence = graph.evidence[place]
        if columns.evidenceMass[Int(evidence)] == 0 { reached.append(evidence) }
        columns.evidenceMass[Int(evidence)] += share
      }
    }
    for evidence in reached {
      let range = graph.memberRange(of: evidence)
      let share = columns.evidenceMass[Int(evidence)] / Double(max(range.count - 1, 1))
      columns.evidenceMass[Int(evidence)] = 0
      for place in range {
        columns.touch(members[place])
        columns.walk[Int(members[place])] += share
      }
    }
    var visited: [(organization: UInt32, mass: Double)] = []
    for organization in columns.touched where organization != query.applicant && columns.walk[Int(organization)] > 0 {
      visited.append((organization, columns.walk[Int(organization)]))
    }
    for candidate in Self.largest(visited, count: parameters.walkCandidateCount) {
      columns.isWalkCandidate[Int(candidate.organization)] = true
    }
  }

  /// Where the walk starts and with how much: half from the applicant's past partners, half from the topic's
  /// organisations, or all from the one that there is.
  private func walkStarts(
    _ query: PartnerQuery, _ columns: inout RankingScratch.Columns
  ) -> [(organization: UInt32, mass: Double)] {
    let members = graph.memberOrganizations
    for item in query.evidence.prefix(parameters.seedEvidenceCount) {
      let vote = exp(parameters.seedDecay * (item.relevance - 1))
      for place in graph.memberRange(of: item.evidence) where members[place] != query.applicant {
        columns.seeds[Int(members[place])] += vote
        columns.seedCounts[Int(members[place])] += 1
      }
    }
    var (voteMass, sharedMass) = (0.0, 0.0)
    for organization in columns.touched {
      let index = Int(organization)
      columns.seeds[index] *= columns.seedCounts[index]
      voteMass += columns.seeds[index]
      sharedMass += columns.sharedProjects[index]
    }
    guard voteMass > 0 || sharedMass > 0 else { return [] }
    let voteShare = voteMass == 0 ? 0 : (sharedMass == 0 ? 1 : 0.5)
    let sharedShare = 1 - voteShare
    var starts: [(organization: UInt32, mass: Double)] = []
    for organization in columns.touched {
      let index = Int(organization)
      var mass = 0.0
      if voteMass > 0 { mass += voteShare * (columns.seeds[index] / voteMass) }
      if sharedMass > 0 { mass += sharedShare * (columns.sharedProjects[index] / sharedMass) }
      if mass > 0 { starts.append((organization, mass)) }
    }
    return Self.largest(starts, count: parameters.seedCount)
  }

  /// The entries with the largest mass, in descending order; equal ones by number.
  private static func largest(
    _ entries: [(organization: UInt32, mass: Double)], count: Int
  ) -> [(organization: UInt32, mass: Double)] {
    Array(
      entries.sorted { $0.mass != $1.mass ? $0.mass > $1.mass : $0.organization < $1.organization }.prefix(count))
  }
}
