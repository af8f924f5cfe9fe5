/// A random run and its judgments, the same from the same seed everywhere: ties in rank, documents named twice,
/// unanswered queries, grades of 0, queries without a group.
struct EvaluationScenario {
  var judgments = ""
  var run = ""
  var groups = ""
  var newcomers: [String] = []

  init(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    for query in 0..<40 {
      for _ in 0..<generator.next(below: 25) {
        let document = generator.next(below: 300)
        judgments += "q\(query)\t0\td\(document)\t\(generator.next(below: 4))\n"
      }
    }
    for query in 0..<40 where generator.next(below: 8) != 0 {
      for place in 0..<generator.next(below: 130) {
        let document = generator.next(below: 300)
        let rank = 1 + place - generator.next(below: 2)
        run += "q\(query) Q0 d\(document) \(rank) \(Double(generator.next(below: 50)) / 8) t\n"
      }
    }
    for query in 0..<40 {
      let labels = ["a", "b", "c"].filter { _ in generator.next(below: 2) == 1 }
      groups += "q\(query)\t\(labels.joined(separator: ","))\n"
    }
    newcomers = (0..<300).filter { _ in generator.next(below: 4) == 0 }.map { "d\($0)" }
  }
}

struct SplitMix64 {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)).multipliedFullWidth(by: UInt64(bound)).high)
  }
}
