import Testing
import forum_generator

@Suite struct SplitMix64Tests {
  @Test func `gives the published sequence for the seed 1234567`() {
    var random = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    for value in expected { #expect(random.next() == value) }
  }

  @Test(arguments: [1, 2, 7, 100, 1_000_003])
  func `numbers below a bound stay below it and reach both ends`(bound: Int) {
    var random = SplitMix64(label: "bound \(bound)")
    let drawn = (0..<2000).map { _ in random.below(bound) }
    #expect(drawn.allSatisfy { (0..<bound).contains($0) })
    if bound <= 100 { #expect(Set(drawn) == Set(0..<bound)) }
  }

  @Test func `an order holds every position once`() {
    var random = SplitMix64(label: "order")
    for count in 1...20 { #expect(random.order(count: count).sorted() == Array(0..<count)) }
  }

  @Test func `a weight of nought is never drawn`() {
    var random = SplitMix64(label: "weights")
    for _ in 0..<500 { #expect(random.pickIndex(weights: [0, 3, 0, 5, 0]) % 2 == 1) }
  }
}
