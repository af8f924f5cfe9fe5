/// Tries every allocation. The oracle of ``AllocationSolver``; exponential in the options, for up to about 16 of them.
public struct ExhaustiveAllocation: Sendable {
  private let setting: AllocationSetting

  public init(_ problem: AllocationProblem) { setting = AllocationSetting(problem) }

  /// What the best allocation reaches.
  public func best() -> AllocationOutcome {
    let choices = setting.options.enumerated().flatMap { application, options in options.map { (application, $0) } }
    var best: AllocationOutcome?
    for pattern in 0..<(UInt64(1) << UInt64(choices.count)) {
      var suggestions = setting.pinned
      var used = Array(repeating: 0, count: setting.capacities.count)
      var added = Array(repeating: 0, count: suggestions.count)
      var newcomers = 0
      for (place, choice) in choices.enumerated() where pattern >> UInt64(place) & 1 == 1 {
        suggestions[choice.0].append(choice.1)
        added[choice.0] += 1
        used[choice.1.body] += 1
        if setting.isNewcomer[choice.1.body] { newcomers += 1 }
      }
      guard zip(used, setting.capacities).allSatisfy({ $0 <= $1 }), zip(added, setting.slots).allSatisfy({ $0 <= $1 })
      else { continue }
      let bests = suggestions.indices.filter { setting.isGuaranteed($0) }.compactMap {
        suggestions[$0].map(\.quality).max()
      }
      let outcome = AllocationOutcome(
        servedCount: suggestions.count { !$0.isEmpty }, laneCount: min(newcomers, setting.laneTarget),
        smallestBest: bests.min() ?? 0, sum: suggestions.joined().reduce(0) { $0 + $1.quality })
      if best.map({ $0 < outcome }) ?? true { best = outcome }
    }
    return best ?? AllocationOutcome(servedCount: 0, laneCount: 0, smallestBest: 0, sum: 0)
  }
}
