import Glibc

/// Ranks organisations as partners for an application: a sum of parts, each with a reason of its own.
///
/// With r(p) the relevance of evidence p, n(o) the evidence of organisation o, |p| the organisations of p, over the
/// retrieved evidence, and never for the applicant a, the features are
///
///     votes            E = Σ_{p∋o} exp(5 (r(p) - 1))
///     needs            the same over the evidence of a need, against the body for which it is largest; the best need
///     coverage         C / max C,  C = Σ_t w(t) X / (X + 2 (0.25 + 0.75 L(o)/avg)),  X = Σ_{p∋o} tf'(t, p)
///     shared projects  U = Σ_{p∋a,o} exp(5 (r(p) - 1)) / (|p| - 1)
///     network          R / max R, R the walks' mass
///     partner network  the same for the walk from the applicant's past partners alone
///     country, city    1 where it is the applicant's
///     country ties     see ``CountryTies``
///     named ...        how strongly the text names it, its acronym, its city, its country; 1 where that is a's own
///
/// Each becomes a part of the score by a curve of the ``RankingPolicy``; a table of kinds and ``FameDamping`` add two more.
/// Generalised additive models: Hastie and Tibshirani, Statistical Science 1986.
///
/// Two walks, mixed by halves, start from the applicant's past partners (by U) and from the topic's organisations (by the
/// votes of the 200 best, times their number: expCombMNZ of Macdonald and Ounis, "Voting for candidates", CIKM 2006) and
/// take one step through shared evidence: organisation → its evidence → the others in it.
public struct PartnerRanker: Sendable {
  public let graph: CollaborationGraph
  public let texts: OrganizationTexts
  public let policy: RankingPolicy
  let countryTies: CountryTies
  let curves: CurveTable
  /// How much each body is put back because it has a large share of all evidence, in millionths.
  let fame: [Int32]
  /// `kindParts[applicant's kind][partner's kind]`, in millionths.
  let kindParts: [[Int32]]

  public var parameters: RankingParameters { policy.parameters }

  /// - Parameter policy: a valid one, see ``RankingPolicy/validate()``.
  /// - Complexity: linear in the graph.
  public init(graph: CollaborationGraph, texts: OrganizationTexts, policy: RankingPolicy = .straightLines) {
    self.graph = graph
    self.texts = texts
    self.policy = policy
    countryTies = CountryTies(
      graph: graph, countries: texts.countries, smoothing: policy.parameters.countryTiesSmoothing)
    curves = CurveTable(policy)
    kindParts = policy.kindTable.values.map { row in row.map { PartnerScore.millionths($0) } }
    let usual = policy.fame.usualEvidenceCount(evidenceCount: graph.evidenceCount)
    let weight = policy.fame.weight * policy.sliders.factor(of: .fame)
    fame = (0..<UInt32(graph.organizationCount)).map { organization in
      let degree = Double(graph.degree(of: organization))
      return degree <= usual ? 0 : PartnerScore.millionths(-weight * log(degree / usual))
    }
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
    precondition(isSound(query), "the query speaks of what is not there")
    fill(scratch, for: query)
    defer { scratch.clear() }
    let measure = measure(query, scratch)
    return best(limit, measure, scratch, admits: admits, precedes: precedes).map { candidate in
      RankedPartner(
        organization: scratch.organization(ofSlot: candidate.slot),
        score: score(ofSlot: candidate.slot, measure, scratch))
    }
  }

  /// The best partners as ``rank(_:limit:scratch:admits:precedes:)`` has them, with what their scores are made from.
  public func features(
    _ query: PartnerQuery, limit: Int, scratch: RankingScratch, precedes: (UInt32, UInt32) -> Bool = (<)
  ) -> [PartnerFeatures] {
    precondition(isSound(query), "the query speaks of what is not there")
    fill(scratch, for: query)
    defer { scratch.clear() }
    let measure = measure(query, scratch)
    return best(limit, measure, scratch, admits: { _ in true }, precedes: precedes).map { candidate in
      features(ofSlot: candidate.slot, measure, scratch)
    }
  }

  /// The votes of some evidence by organisation, for explanations.
  public func votes(for evidence: [PartnerQuery.RetrievedEvidence], applicant: UInt32?) -> [UInt32: Double] {
    var votes: [UInt32: Double] = [:]
    for item in evidence {
      for member in graph.members(of: item.evidence) where member.organization != applicant {
        votes[member.organization, default: 0] += exp(parameters.voteDecay * (item.relevance - 1))
      }
    }
    return votes
  }

  private func best(
    _ limit: Int, _ measure: Measure, _ scratch: RankingScratch, admits: (UInt32) -> Bool,
    precedes: (UInt32, UInt32) -> Bool
  ) -> [RankingCandidate] {
    var candidates = candidates(measure, scratch, admits: admits)
    func isBetter(_ left: RankingCandidate, _ right: RankingCandidate) -> Bool {
      left.total != right.total
        ? left.total > right.total
        : precedes(scratch.organization(ofSlot: left.slot), scratch.organization(ofSlot: right.slot))
    }
    candidates.selectFirst(limit, by: isBetter)
    return candidates.prefix(limit).sorted(by: isBetter)
  }

  /// Whether all numbers of a query are below what they count.
  private func isSound(_ query: PartnerQuery) -> Bool {
    let (largestPlace, smallestFrequency) = (query.places.max() ?? 0, query.frequencies.min() ?? 1)
    return query.evidence.allSatisfy { $0.evidence < graph.evidenceCount }
      && (query.places.isEmpty || largestPlace < query.evidence.count) && smallestFrequency > 0
      && query.places.count == query.frequencies.count
      && query.terms.allSatisfy {
        $0.occurrences.lowerBound >= 0 && $0.occurrences.upperBound <= query.places.count
          && texts.lengths.indices.contains($0.stream)
      }
      && query.needs.allSatisfy { $0.allSatisfy { $0.evidence < graph.evidenceCount } }
      && query.kind < KindTable.kinds.count
      && query.mentions.allSatisfy { $0.organization < graph.organizationCount }
      && (query.applicant.map { $0 < graph.organizationCount } ?? true)
  }
}
