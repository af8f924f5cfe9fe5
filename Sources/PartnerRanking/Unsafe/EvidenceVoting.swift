import Glibc

/// Turns retrieved evidence into ranked organisations by votes alone: for searches, which have no applicant.
///
/// expCombMNZ of Macdonald and Ounis, "Voting for candidates" (CIKM 2006): the sum of an organisation's votes
/// exp(10 (r - 1)) times their number, here on a logarithmic scale: ln(1 + sum · number).
public struct EvidenceVoting: Sendable {
  private static let voteDecay = 10.0

  private let graph: CollaborationGraph

  public init(graph: CollaborationGraph) { self.graph = graph }

  /// An organisation and its score.
  public struct Candidate: Hashable, Sendable {
    public var organization: UInt32
    public var score: Double

    public init(organization: UInt32, score: Double) {
      self.organization = organization
      self.score = score
    }
  }

  /// - Parameters:
  ///   - named: organisations that the query names, each once, with how closely in 0...1: they come before all
  ///     others.
  ///   - precedes: the order of organisations whose scores are equal.
  /// - Complexity: linear in the evidence's organisations.
  ///
  /// Invariant of the unsafe columns: every index is an organisation number of the graph that `scratch` was made for.
  public func rank(
    _ evidence: [PartnerQuery.RetrievedEvidence], named: [Candidate] = [], limit: Int, scratch: RankingScratch,
    admits: (UInt32) -> Bool, precedes: (UInt32, UInt32) -> Bool
  ) -> [Candidate] {
    defer { scratch.clear() }
    for item in evidence {
      let vote = exp(Self.voteDecay * (item.relevance - 1))
      for member in graph.members(of: item.evidence) {
        let slot = scratch.slot(of: Int(member.organization))
        unsafe scratch.votes[slot] += vote
        unsafe scratch.seedCounts[slot] += 1
      }
    }
    var bestScore = 0.0
    for slot in 0..<scratch.count {
      let score = unsafe log(1 + scratch.votes[slot] * scratch.seedCounts[slot])
      unsafe scratch.votes[slot] = score
      bestScore = max(bestScore, score)
    }
    for candidate in named where candidate.organization < graph.organizationCount {
      unsafe scratch.votes[scratch.slot(of: Int(candidate.organization))] += bestScore + candidate.score
    }
    var candidates: [Candidate] = []
    for slot in 0..<scratch.count {
      let (organization, score) = unsafe (scratch.organizations[slot], scratch.votes[slot])
      if admits(organization) { candidates.append(Candidate(organization: organization, score: score)) }
    }
    func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
      left.score != right.score ? left.score > right.score : precedes(left.organization, right.organization)
    }
    candidates.selectFirst(limit, by: isBetter)
    return candidates.prefix(limit).sorted(by: isBetter)
  }
}
