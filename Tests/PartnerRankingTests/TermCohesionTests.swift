import PartnerRanking
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct TermCohesionTests {
  /// Ten bodies that work together all the time, and ninety that never do.
  private var graph: CollaborationGraph {
    var builder = CollaborationGraph.Builder()
    for _ in 0..<30 { builder.append(members: (0..<10).map { .init(organization: $0, role: .participant) }, day: nil) }
    for loner in 10..<100 { builder.append(members: [.init(organization: UInt32(loner), role: .owner)], day: nil) }
    return CollaborationGraph(organizationCount: 100, builder)
  }

  @Test func `a term of one community is lifted, one of strangers is not`() {
    let cohesion = TermCohesion(graph)
    var counts = Array(repeating: UInt32(0), count: 100)
    let community = cohesion.lift(evidence: Array(0..<20), counts: &counts)
    let strangers = cohesion.lift(evidence: Array(30..<50), counts: &counts)
    #expect(community > 1)
    #expect(strangers <= 1)
    #expect(counts.allSatisfy { $0 == 0 })
  }

  @Test func `a term of nothing or of one record stays near 1`() {
    let cohesion = TermCohesion(graph)
    var counts = Array(repeating: UInt32(0), count: 100)
    #expect(cohesion.lift(evidence: [], counts: &counts) == 1)
    #expect(abs(cohesion.lift(evidence: [0], counts: &counts) - 1) < 0.8)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the lift is that of the formula, and the counters are left at zero`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let graph = RandomForum(seed: seed).graph
    let cohesion = TermCohesion(graph)
    var counts = Array(repeating: UInt32(0), count: graph.organizationCount)
    func pairs(_ evidence: [UInt32]) -> (shared: Double, possible: Double) {
      var (shared, possible) = (0.0, 0.0)
      for (index, left) in evidence.enumerated() {
        for right in evidence[..<index] {
          let (a, b) = (graph.members(of: left).map(\.organization), graph.members(of: right).map(\.organization))
          shared += Double(Set(a).intersection(b).count)
          possible += Double(a.count * b.count)
        }
      }
      return (shared, possible)
    }
    let all = Array(0..<UInt32(graph.evidenceCount))
    let (allShared, allPossible) = pairs(all)
    let rate = allPossible > 0 ? allShared / allPossible : 0
    // Few pieces of evidence are cleared one by one, many at a stroke.
    for share in [0, 1, 3, 10] {
      let evidence = all.filter { _ in Int.random(in: 0..<10, using: &random) < share }
      let (shared, possible) = pairs(evidence)
      let lift = cohesion.lift(evidence: evidence, counts: &counts)
      #expect(abs(lift - (shared + 20) / (possible * rate + 20)) < 1e-9)
      #expect(counts.allSatisfy { $0 == 0 })
    }
  }
}
