import PartnerRanking
import TestCorpora
import Testing

@Suite struct ExposureCapTests {
  private func ranking(_ organizations: [UInt32], from best: Double = 100) -> [ExposureCap.Candidate] {
    organizations.enumerated().map { .init(organization: $1, score: best - Double($0)) }
  }

  @Test func `a cap of everybody changes nothing`() {
    let rankings = [ranking(Array(0..<30)), ranking(Array(0..<30))]
    #expect(ExposureCap(share: 1, rankingCount: 2).apply(to: rankings) == [Array(0..<30), Array(0..<30)])
  }

  @Test func `a body stays where it fits best and the others get their next`() {
    // Body 99 is second for the first application and first for the other.
    let rankings = [ranking([0, 99] + Array(1..<20)), ranking([99] + Array(20..<40))]
    let orders = ExposureCap(share: 0.5, rankingCount: 2).apply(to: rankings)
    #expect(orders[0] == [0] + Array(2..<11) + [1] + Array(11..<21))
    #expect(orders[1] == Array(0..<21))
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `nobody is over the cap while others are left, and every order is complete`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...20, using: &random)
    // So many bodies that ten places can always be filled.
    let rankings = (0..<count).map { _ in
      ranking(
        (0..<400).shuffled(using: &random).map { $0 * $0 / 400 }.reduce(into: []) { unique, organization in
          if !unique.contains(organization) { unique.append(organization) }
        })
    }
    let cap = ExposureCap(share: Double.random(in: 0.3...1, using: &random), rankingCount: count)
    var shown: [UInt32: Int] = [:]
    let orders = cap.apply(to: rankings)
    for (ranking, order) in zip(rankings, orders) {
      #expect(order.sorted() == Array(ranking.indices))
      #expect(
        order.prefix(10).sorted() == Array(order.prefix(10))
          && order.dropFirst(10).sorted() == Array(order.dropFirst(10)))
      for place in order.prefix(10) { shown[ranking[place].organization, default: 0] += 1 }
    }
    #expect(shown.values.allSatisfy { $0 <= cap.count })
    // Stable: a body that an application would rather have holds only applications that it fits as well.
    for (ranking, order) in zip(rankings, orders) {
      let last = order.prefix(10).last ?? 0
      for place in 0..<last where !order.prefix(10).contains(place) {
        #expect(shown[ranking[place].organization] == cap.count)
      }
    }
    #expect(orders == cap.apply(to: rankings))
  }
}
