/// An allocation problem after pins, vetoes and wishes: what remains to be decided.
struct AllocationSetting: Sendable {
  /// By application, qualities with what wishes add; neither vetoed nor pinned.
  var options: [[AllocationProblem.Option]]
  /// What pins leave, at least 0.
  var capacities: [Int]
  /// Suggestions that may still be added.
  var slots: [Int]
  /// By application.
  var pinned: [[AllocationProblem.Option]]
  var isNewcomer: [Bool]
  /// Introductions of newcomers that are wanted besides pinned ones.
  var laneTarget: Int

  init(_ problem: AllocationProblem) {
    let vetoes = Set(problem.vetoes)
    let pins = Set(problem.pins).subtracting(vetoes)
    var wishes: [AllocationProblem.Pair: Int] = [:]
    for pair in problem.wishes { wishes[pair, default: 0] += 1 }
    func quality(_ application: Int, _ option: AllocationProblem.Option) -> Int {
      switch wishes[.init(application: application, body: option.body)] ?? 0 {
      case 0: option.quality
      case 1: option.quality + AllocationProblem.wishBonus
      default: option.quality + AllocationProblem.mutualWishBonus
      }
    }
    options = problem.options.enumerated().map { application, options in
      options.compactMap { option in
        let pair = AllocationProblem.Pair(application: application, body: option.body)
        guard !vetoes.contains(pair), !pins.contains(pair) else { return nil }
        return .init(body: option.body, quality: quality(application, option))
      }
    }
    capacities = problem.capacities.map { max(0, $0) }
    pinned = problem.options.map { _ in [] }
    for pin in pins.sorted() {
      let known = problem.options[pin.application].first { $0.body == pin.body }
      pinned[pin.application].append(
        .init(body: pin.body, quality: known.map { quality(pin.application, $0) } ?? 0))
      capacities[pin.body] = max(0, capacities[pin.body] - 1)
    }
    let pinned = pinned
    slots = problem.options.indices.map { max(0, problem.suggestionCount - pinned[$0].count) }
    isNewcomer = problem.isNewcomer
    laneTarget = 0
    guard problem.newcomerPercent > 0 else { return }
    // What can be introduced at most: neither side gives more than it has.
    var demand = Array(repeating: 0, count: capacities.count)
    for options in options { for option in options { demand[option.body] += 1 } }
    let given = zip(options, slots).reduce(0) { $0 + min($1.0.count, $1.1) }
    let taken = zip(demand, capacities).reduce(0) { $0 + min($1.0, $1.1) }
    let pinCount = pinned.reduce(0) { $0 + $1.count }
    let pinnedNewcomers = pinned.joined().count { problem.isNewcomer[$0.body] }
    let wanted = (problem.newcomerPercent * (min(given, taken) + pinCount) + 99) / 100
    laneTarget = max(0, wanted - pinnedNewcomers)
  }

  /// Applications that the first two stages speak of: those that no pin serves and that may get something.
  func isGuaranteed(_ application: Int) -> Bool { pinned[application].isEmpty && slots[application] > 0 }
}
