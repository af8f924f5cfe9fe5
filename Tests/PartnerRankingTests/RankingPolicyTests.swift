import PartnerRanking
import TestCorpora
import Testing

@Suite struct RankingPolicyTests {
  @Test func `a curve is flat below its knots, straight between them and goes on above`() {
    let curve = FeatureCurve(part: .coverage, knots: [1, 2, 4], values: [0.5, 1, 3])
    #expect([0, 1, 1.5, 2, 3, 4, 5].map(curve.value(of:)) == [0.5, 0.5, 0.75, 1, 2, 3, 4])
    let logarithmic = FeatureCurve.line(.votes, slope: 2, logOffset: 0.1)
    #expect(logarithmic.value(of: 0) == 0)
    #expect(abs(logarithmic.value(of: 0.9) - 2 * 2.302585092994046) < 1e-12)
  }

  @Test func `what makes no sense is named by its key with what is expected`() {
    func error(_ change: (inout RankingPolicy) -> Void) -> String {
      var policy = RankingPolicy.straightLines
      change(&policy)
      do throws(RankingPolicyError) {
        try policy.validate()
        return ""
      } catch { return "\(error)" }
    }
    #expect(error { _ in } == "")
    #expect(error { $0.format = 9 }.contains("'moim tune'"))
    #expect(error { $0.curves[0].knots = [1, 1] }.contains("features[0] votes.knots"))
    #expect(error { $0.curves[1].values = [1] }.contains("features[1] needs.values"))
    #expect(error { $0.curves[1].values = [0, .nan] }.contains("features[1] needs.values"))
    #expect(error { $0.curves[2].part = .votes }.contains("given once"))
    #expect(error { $0.curves[2].part = .fame }.contains("no curve"))
    #expect(error { $0.curves[0].logOffset = 0 }.contains("log_offset"))
    #expect(error { $0.kindTable.values.removeLast() }.contains("kind_table.values"))
    #expect(error { $0.sliders.ties = 2 }.contains("sliders.ties"))
    #expect(error { $0.lane.share = -1 }.contains("newcomer_lane.share"))
    #expect(error { $0.capShare = 0 }.contains("cap_share"))
    #expect(error { $0.parameters.seedCount = 0 }.contains("parameters.seeds"))
    #expect(error { $0.parameters.voteDecay = .infinity }.contains("parameters.vote_decay"))
  }

  @Test func `sliders multiply what they are about and leave the rest`() {
    var sliders = PolicySliders()
    #expect(PartnerScore.Part.allCases.allSatisfy { sliders.factor(of: $0) == 1 })
    sliders.ties = -1
    sliders.nearness = 1
    sliders.size = -0.5
    #expect(sliders.factor(of: .network) == 0 && sliders.factor(of: .sharedProjects) == 0)
    #expect(sliders.factor(of: .city) == 2 && sliders.factor(of: .country) == 2)
    #expect(sliders.factor(of: .fame) == 1.5 && sliders.factor(of: .votes) == 1)
  }

  private func lane(_ share: Double) -> NewcomerLane {
    var lane = NewcomerLane()
    (lane.isOn, lane.share) = (true, share)
    return lane
  }

  @Test func `reserved places end with the tenth`() {
    #expect(NewcomerLane().places.isEmpty)
    #expect([0, 0.1, 0.2, 0.3].map { lane($0).places } == [[], [10], [7, 10], [4, 7, 10]])
    #expect(lane(1).places == Array(1...10))
    #expect((0...10).allSatisfy { lane(Double($0) / 10).places.count == $0 })
  }

  @Test func `missing newcomers get the last reserved places and nobody else changes order`() {
    // Hundreds are newcomers.
    func isNewcomer(_ element: Int) -> Bool { element >= 100 }
    let one = [1, 2, 100, 4, 5, 6, 7, 8, 9, 10, 11, 12, 101, 102]
    #expect(lane(0.2).reserve(in: one, isNewcomer: isNewcomer) == [1, 2, 100, 4, 5, 6, 7, 8, 9, 101, 10, 11, 12, 102])
    let none = Array(1...12) + [100, 13, 101]
    #expect(
      lane(0.2).reserve(in: none, isNewcomer: isNewcomer)
        == [1, 2, 3, 4, 5, 6, 100, 7, 8, 101, 9, 10, 11, 12, 13])
    #expect(lane(0.2).reserve(in: Array(1...9) + [100], isNewcomer: isNewcomer) == Array(1...9) + [100])
    #expect(NewcomerLane().reserve(in: none, isNewcomer: isNewcomer) == none)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the lane keeps everybody and has as many newcomers as it can`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let ranking = (0..<Int.random(in: 0...40, using: &random)).map { _ in Int.random(in: 0..<5, using: &random) }
    let lane = lane(Double.random(in: 0...1, using: &random))
    let result = lane.reserve(in: Array(ranking.enumerated()), isNewcomer: { $0.element == 0 })
    #expect(result.map(\.offset).sorted() == Array(ranking.indices))
    #expect(result.filter { $0.element != 0 }.map(\.offset) == ranking.indices.filter { ranking[$0] != 0 })
    let newcomerCount = ranking.count { $0 == 0 }
    #expect(
      result.prefix(10).count { $0.element == 0 } >= min(lane.places.count, newcomerCount, ranking.count > 10 ? 10 : 0))
  }
}
