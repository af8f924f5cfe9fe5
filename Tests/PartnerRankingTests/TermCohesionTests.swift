import PartnerRanking
import ResearchProfiles
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
    var counts = Array(repeating: 0.0, count: 100)
    let community = cohesion.lift(evidence: Array(0..<20), counts: &counts)
    let strangers = cohesion.lift(evidence: Array(30..<50), counts: &counts)
    #expect(community > 1)
    #expect(strangers <= 1)
    #expect(counts.allSatisfy { $0 == 0 })
  }

  @Test func `a term of nothing or of one record stays near 1`() {
    let cohesion = TermCohesion(graph)
    var counts = Array(repeating: 0.0, count: 100)
    #expect(cohesion.lift(evidence: [], counts: &counts) == 1)
    #expect(abs(cohesion.lift(evidence: [0], counts: &counts) - 1) < 0.8)
  }
}
