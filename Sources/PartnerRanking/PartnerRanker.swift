import Glibc

/// Ranks organisations as partners for an application: a sum of parts, each with a reason of its own.
///
/// With r(p) the relevance of evidence p, n(o) the evidence of organisation o, |p| the organisations of p, over the
/// retrieved evidence, and never for the applicant a:
///
///     votes      E = Σ_{p∋o} exp(5 (r(p) - 1))                      0.90 ln(1 + 10 E)
///     coverage   C = Σ_t w(t) X / (X + 2 (0.25 + 0.75 L(o)/avg))    1.60 C / max C,  X = Σ_{p∋o} tf'(t, p)
///     shared     U = Σ_{p∋a,o} exp(5 (r(p) - 1)) / (|p| - 1)        0.20 ln(1 + 1000 U)
///     network    R = the walk's mass                                0.45 ln(1 + R / max R / 0.003)
///     country    1 where it is the applicant's                      0.65
///     named      how strongly the text names it                     4.8 name + 1.4 short name
///     place      how strongly the text names where it is            3.3 city + 2.6 country
///     fame       n(o) against n0 = max(10, 0.3 % of all evidence)   -0.2 ln(max(n(o) / n0, 1))
///
/// The walk starts half from the applicant's past partners (by U) and half from the topic's organisations (by the
/// votes of the 200 best, times their number: expCombMNZ of Macdonald and Ounis, "Voting for candidates", CIKM 2006) and
/// takes one step through shared evidence: organisation → its evidence → the others in it.
public struct PartnerRanker: Sendable {
  public let graph: CollaborationGraph
  public let texts: OrganizationTexts
  public let parameters: RankingParameters
  /// How much each body is put back because it has a large share of all evidence.
  let fame: [Double]

  /// - Complexity: linear in the organisations.
  public init(
    graph: CollaborationGraph, texts: OrganizationTexts, parameters: RankingParameters = RankingParameters()
  ) {
    self.graph = graph
    self.texts = texts
    self.parameters = parameters
    let usual = max(parameters.fameEvidenceCount, parameters.fameShare * Double(graph.evidenceCount))
    fame = (0..<UInt32(graph.organizationCount)).map { organization in
      let degree = Double(graph.degree(of: organization))
      return degree <= usual ? 0 : Self.rounded(-parameters.fameWeight * log(degree / usual))
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
    var candidates = candidates(measure, scratch, admits: admits)
    func isBetter(_ left: RankingCandidate, _ right: RankingCandidate) -> Bool {
      left.total != right.total
        ? left.total > right.total
        : precedes(scratch.organization(ofSlot: left.slot), scratch.organization(ofSlot: right.slot))
    }
    candidates.selectFirst(limit, by: isBetter)
    return candidates.prefix(limit).sorted(by: isBetter).map { candidate in
      RankedPartner(
        organization: scratch.organization(ofSlot: candidate.slot),
        score: score(ofSlot: candidate.slot, measure, scratch))
    }
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
      && query.mentions.allSatisfy { $0.organization < graph.organizationCount }
      && (query.applicant.map { $0 < graph.organizationCount } ?? true)
  }

  /// To millionths, so that parts that are printed add up to the score that is printed.
  static func rounded(_ part: Double) -> Double { (part * 1_000_000).rounded() / 1_000_000 }
}
