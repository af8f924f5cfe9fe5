import PartnerRanking
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct PartnerRankerTests {
  /// Random curves, tables and sliders, and limits so small that the cuts are felt in small graphs.
  private static func policy(seed: UInt64) -> RankingPolicy {
    var random = SplitMix64(seed: seed ^ 0xF0)
    var policy = RankingPolicy.straightLines
    policy.parameters.seedEvidenceCount = 12
    policy.parameters.seedCount = 9
    policy.parameters.walkCandidateCount = 7
    policy.parameters.nameCandidateCount = 3
    policy.fame.evidenceCount = 4
    guard seed % 4 != 0 else { return policy }
    policy.curves = PartnerScore.Part.curved.filter { _ in Int.random(in: 0..<8, using: &random) > 0 }.map { part in
      let offset =
        Bool.random(using: &random) && part != .countryTies ? Double.random(in: 0.001...1, using: &random) : nil
      let knotCount = Int.random(in: 2...FeatureCurve.largestKnotCount, using: &random)
      var knot = offset == nil ? -1.0 : -6.0
      let knots = (0..<knotCount).map { _ in
        knot += Double.random(in: 0.3...0.8, using: &random)
        return knot
      }
      return FeatureCurve(
        part: part, logOffset: offset, knots: knots,
        values: knots.map { _ in Double.random(in: -2...2, using: &random) })
    }
    for row in policy.kindTable.values.indices {
      for column in policy.kindTable.values.indices {
        policy.kindTable.values[row][column] = Double.random(in: -1...1, using: &random)
      }
    }
    for name in PolicySliders.Name.allCases { policy.sliders[name] = Double.random(in: -1...1, using: &random) }
    return policy
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the ranking is that of the reference, part by part`(seed: UInt64) {
    var forum = RandomForum(seed: seed)
    let policy = Self.policy(seed: seed)
    #expect(throws: Never.self) { try policy.validate() }
    let ranker = PartnerRanker(graph: forum.graph, texts: forum.texts, policy: policy)
    let reference = ReferenceRanker(graph: forum.graph, texts: forum.texts, policy: policy)
    let scratch = RankingScratch(for: forum.graph)
    for _ in 0..<5 {
      // The same scratch memory serves every query: what one leaves behind would show in the next.
      let query = forum.query()
      let ranked = ranker.rank(query, limit: .max, scratch: scratch)
      let expected = reference.scores(query)
      #expect(Set(ranked.map(\.organization)) == Set(expected.keys))
      for partner in ranked {
        for part in PartnerScore.Part.allCases {
          let difference = partner.score[part] - (expected[partner.organization]?[part] ?? -1)
          #expect(abs(difference) < 2e-6, "\(part) of \(partner.organization)")
        }
        let sum = PartnerScore.Part.allCases.reduce(0) { $0 + partner.score[$1] }
        #expect(abs(sum - partner.score.total) < 1e-9)
      }
      for (left, right) in zip(ranked, ranked.dropFirst()) {
        #expect(
          left.score.total > right.score.total
            || (left.score.total == right.score.total && left.organization < right.organization))
      }
      for limit in [1, 3, 10] {
        #expect(ranker.rank(query, limit: limit, scratch: scratch) == Array(ranked.prefix(limit)))
      }
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `the applicant and whoever is not admitted never appear`(seed: UInt64) {
    var forum = RandomForum(seed: seed)
    let ranker = PartnerRanker(graph: forum.graph, texts: forum.texts)
    let scratch = RankingScratch(for: forum.graph)
    let query = forum.query()
    let ranked = ranker.rank(query, limit: .max, scratch: scratch, admits: { $0 % 3 != 0 })
    #expect(ranked.allSatisfy { $0.organization != query.applicant && $0.organization % 3 != 0 })
  }

  private func makeRanker(_ evidence: [[UInt32]], organizationCount: Int) -> (PartnerRanker, RankingScratch) {
    var builder = CollaborationGraph.Builder()
    for members in evidence {
      builder.append(members: members.map { .init(organization: $0, role: .participant) }, day: nil)
    }
    let graph = CollaborationGraph(organizationCount: organizationCount, builder)
    let lengths = Array(repeating: UInt32(100), count: evidence.count)
    let texts = OrganizationTexts(
      graph: graph, evidenceLengths: [lengths, lengths], countries: Array(repeating: 0, count: organizationCount))
    return (PartnerRanker(graph: graph, texts: texts), RankingScratch(for: graph))
  }

  @Test func `a past partner of the applicant comes before an equal stranger`() {
    // 1 and 2 have one equally relevant project each; 1 has worked with the applicant 0 as well.
    let (ranker, scratch) = makeRanker([[1], [2], [0, 1]], organizationCount: 3)
    let query = PartnerQuery(
      applicant: 0, country: nil, evidence: [.init(evidence: 0, relevance: 1), .init(evidence: 1, relevance: 1)])
    let ranked = ranker.rank(query, limit: 10, scratch: scratch)
    #expect(ranked.map(\.organization) == [1, 2])
    #expect(ranked[0].score[.sharedProjects] > 0)
    #expect(ranked[1].score[.sharedProjects] == 0)
  }

  @Test func `organisations without any tie still compete by their own words`() {
    let (ranker, scratch) = makeRanker([[1], [2], [3]], organizationCount: 4)
    let query = PartnerQuery(
      applicant: nil, country: nil, evidence: [.init(evidence: 2, relevance: 1), .init(evidence: 0, relevance: 0.6)],
      terms: [.init(weight: 3, stream: 0, occurrences: 0..<2)],
      places: [0, 1], frequencies: [4, 1])
    #expect(ranker.rank(query, limit: 10, scratch: scratch).map(\.organization) == [3, 1])
  }

  @Test func `who meets one stated need best comes before who half meets the whole text`() {
    let (ranker, scratch) = makeRanker([[1], [2]], organizationCount: 3)
    var query = PartnerQuery(
      applicant: nil, country: nil, evidence: [.init(evidence: 0, relevance: 1), .init(evidence: 1, relevance: 0.97)])
    #expect(ranker.rank(query, limit: 10, scratch: scratch).map(\.organization) == [1, 2])
    query.needs = [[.init(evidence: 1, relevance: 1), .init(evidence: 0, relevance: 0.3)]]
    let ranked = ranker.rank(query, limit: 10, scratch: scratch)
    #expect(ranked.map(\.organization) == [2, 1])
    #expect(ranked[0].score[.needs] > ranked[1].score[.needs])
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `features and the policy's curves give the score that the ranking gives`(seed: UInt64) {
    var forum = RandomForum(seed: seed)
    var policy = Self.policy(seed: seed)
    policy.sliders = PolicySliders()
    let ranker = PartnerRanker(graph: forum.graph, texts: forum.texts, policy: policy)
    let scratch = RankingScratch(for: forum.graph)
    for _ in 0..<5 {
      let query = forum.query()
      let ranked = ranker.rank(query, limit: 10, scratch: scratch)
      let features = ranker.features(query, limit: 10, scratch: scratch)
      #expect(features.map(\.organization) == ranked.map(\.organization))
      for (features, partner) in zip(features, ranked) {
        for curve in policy.curves {
          #expect(abs(curve.value(of: features[curve.part]) - partner.score[curve.part]) < 1e-6)
        }
      }
    }
  }

  @Test func `an application that nothing speaks to gets nobody`() {
    let (ranker, scratch) = makeRanker([[1, 2]], organizationCount: 3)
    let query = PartnerQuery(applicant: nil, country: nil, evidence: [])
    #expect(ranker.rank(query, limit: 10, scratch: scratch).isEmpty)
  }

  @Test func `nobody without a part of the score has a negative zero in it`() {
    let (ranker, scratch) = makeRanker([[1], [2]], organizationCount: 3)
    let query = PartnerQuery(applicant: nil, country: nil, evidence: [.init(evidence: 0, relevance: 1)])
    let parts = ranker.rank(query, limit: 10, scratch: scratch).flatMap { partner in
      PartnerScore.Part.allCases.map { partner.score[$0] }
    }
    #expect(!parts.isEmpty && parts.allSatisfy { $0 != 0 || $0.sign == .plus })
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `memory that served votes and rankings serves the next ones as new memory does`(seed: UInt64) {
    var forum = RandomForum(seed: seed)
    let ranker = PartnerRanker(graph: forum.graph, texts: forum.texts, policy: Self.policy(seed: seed))
    let voting = EvidenceVoting(graph: forum.graph)
    let used = RankingScratch(for: forum.graph)
    for _ in 0..<5 {
      let query = forum.query()
      let new = RankingScratch(for: forum.graph)
      #expect(ranker.rank(query, limit: .max, scratch: used) == ranker.rank(query, limit: .max, scratch: new))
      func votes(_ scratch: RankingScratch) -> [EvidenceVoting.Candidate] {
        voting.rank(query.evidence, limit: .max, scratch: scratch, admits: { _ in true }, precedes: <)
      }
      #expect(votes(used) == votes(RankingScratch(for: forum.graph)))
    }
  }
}
