/// Allocates a whole forum in stages: as many applications as possible get a suggestion; newcomers get their lane; the
/// worst-served application is served as well as possible; then the sum of all matches is as large as possible.
///
/// Each stage is a flow of minimum cost, so it is solved exactly; the threshold of the third is found by bisection, first
/// by matchings alone. Fair assignment by the smallest share first: Stelmakh, Shah and Singh, "PeerReview4All" (ALT
/// 2019), there for sums of a paper's reviewers, here for an applicant's best suggestion, which can be solved exactly.
public struct AllocationSolver: Sendable {
  private let problem: AllocationProblem
  private let setting: AllocationSetting
  private let isCancelled: @Sendable () -> Bool
  private let progress: @Sendable (Double) -> Void

  /// - Parameters:
  ///   - isCancelled: asked now and then.
  ///   - progress: told the share of the work that is done, in 0...1.
  /// - Throws: where the problem names what does not exist.
  public init(
    _ problem: AllocationProblem, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(ConsortiumError) {
    try problem.validate()
    self.problem = problem
    setting = AllocationSetting(problem)
    self.isCancelled = isCancelled
    self.progress = progress
  }

  /// - Throws: ``ConsortiumError/cancelled``.
  /// - Complexity: one search for each suggestion and stage; seconds for 1,200 applications with 100 options each.
  public func solve() throws(ConsortiumError) -> Allocation {
    let first = try flow(threshold: 0, isSumWanted: false)
    progress(0.2)
    let threshold = try largestThreshold(like: first)
    progress(0.6)
    let last = try flow(threshold: threshold, isSumWanted: true)
    progress(1)
    return allocation(last, isProven: first.isProven && last.isProven && last.tiers == first.tiers)
  }

  /// What the first two stages reach.
  private struct Tiers: Hashable {
    var guaranteedCount = 0
    var laneCount = 0
  }

  private struct Flow {
    var tiers: Tiers
    var suggestions: [[AllocationProblem.Option]]
    var isProven: Bool
  }

  private func largestThreshold(like first: Flow) throws(ConsortiumError) -> Int {
    let qualities = Set(setting.options.joined().map(\.quality)).sorted()
    let matching = BottleneckMatching(setting)
    // A matching is necessary, and usually enough.
    var (low, high) = (0, qualities.count)
    while low < high {
      let middle = (low + high) / 2
      if matching.servedCount(threshold: qualities[middle]) >= first.tiers.guaranteedCount {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return 0 }
    if setting.laneTarget == 0 { return qualities[low - 1] }
    if try flow(threshold: qualities[low - 1], isSumWanted: false).tiers == first.tiers { return qualities[low - 1] }
    (low, high) = (0, low - 1)
    while low < high {
      let middle = (low + high) / 2
      if try flow(threshold: qualities[middle], isSumWanted: false).tiers == first.tiers {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? qualities[low - 1] : 0
  }

  /// The best flow in which a guaranteed suggestion has at least the threshold's quality.
  ///
  /// An unserved application costs more than the whole lane, a newcomer less in the lane more than all qualities.
  private func flow(threshold: Int, isSumWanted: Bool) throws(ConsortiumError) -> Flow {
    let applicationCount = setting.options.count
    let bodyCount = setting.capacities.count
    let largest = AllocationProblem.qualityRange.upperBound + AllocationProblem.mutualWishBonus
    let unitCount = setting.slots.reduce(0, +) + 1
    let laneCost = largest * unitCount
    let unservedCost = laneCost * unitCount
    // Nodes: guaranteed unit, further units, options from the threshold on, options below it; bodies; groups; sink.
    func node(_ application: Int, _ part: Int) -> Int { 4 * application + part }
    let bodies = 4 * applicationCount
    let (newcomers, others, sink) = (bodies + bodyCount, bodies + bodyCount + 1, bodies + bodyCount + 2)
    var network = MinimumCostFlow(nodeCount: sink + 1, sink: sink)
    var choices: [(application: Int, option: AllocationProblem.Option, arc: Int)] = []
    var guarantees: [Int] = []
    for application in 0..<applicationCount {
      let slots = setting.slots[application]
      if slots == 0 { continue }
      let isGuaranteed = setting.isGuaranteed(application)
      let (guaranteed, further, upper, lower) = (
        node(application, 0), node(application, 1), node(application, 2), node(application, 3)
      )
      if isGuaranteed {
        guarantees.append(network.addArc(from: guaranteed, to: upper, capacity: 1, cost: 0))
        _ = network.addArc(from: guaranteed, to: sink, capacity: 1, cost: unservedCost + laneCost + largest)
      }
      for part in [upper, lower] { _ = network.addArc(from: further, to: part, capacity: slots, cost: 0) }
      _ = network.addArc(from: further, to: sink, capacity: slots, cost: laneCost + largest)
      for option in setting.options[application] where setting.capacities[option.body] > 0 {
        let arc = network.addArc(
          from: option.quality >= threshold ? upper : lower, to: bodies + option.body, capacity: 1,
          cost: isSumWanted ? largest - option.quality : largest)
        choices.append((application, option, arc))
      }
    }
    for body in 0..<bodyCount where setting.capacities[body] > 0 {
      _ = network.addArc(
        from: bodies + body, to: setting.isNewcomer[body] ? newcomers : others, capacity: setting.capacities[body],
        cost: 0)
    }
    let lane = network.addArc(from: newcomers, to: sink, capacity: setting.laneTarget, cost: 0)
    _ = network.addArc(from: newcomers, to: sink, capacity: unitCount, cost: laneCost)
    _ = network.addArc(from: others, to: sink, capacity: unitCount, cost: laneCost)
    network.close()
    for application in 0..<applicationCount where setting.slots[application] > 0 {
      if isCancelled() { throw .cancelled }
      var units = setting.slots[application]
      if setting.isGuaranteed(application) {
        _ = network.send(from: node(application, 0))
        units -= 1
      }
      for _ in 0..<units { _ = network.send(from: node(application, 1)) }
    }
    var suggestions = setting.pinned
    for choice in choices where network.flow(of: choice.arc) > 0 {
      suggestions[choice.application].append(choice.option)
    }
    let tiers = Tiers(
      guaranteedCount: guarantees.reduce(0) { $0 + network.flow(of: $1) }, laneCount: network.flow(of: lane))
    return Flow(tiers: tiers, suggestions: suggestions, isProven: network.isProvenOptimal)
  }

  /// What would be reached without a constraint; `nil` where it is not in use.
  func outcomeWithout(_ constraint: ConstraintPrice.Constraint) throws(ConsortiumError) -> AllocationOutcome? {
    var relaxed = problem
    switch constraint {
    case .capacity: relaxed.capacities = problem.capacities.map { max($0, problem.options.count) }
    case .newcomerLane:
      if setting.laneTarget == 0 { return nil }
      relaxed.newcomerPercent = 0
    case .vetoes:
      if problem.vetoes.isEmpty { return nil }
      relaxed.vetoes = []
    case .pins:
      if problem.pins.isEmpty { return nil }
      relaxed.pins = []
    case .worstFirst:
      // A threshold of 0 binds nobody.
      return allocation(try flow(threshold: 0, isSumWanted: true), isProven: true).outcome
    }
    return try AllocationSolver(relaxed, isCancelled: isCancelled).solve().outcome
  }

  private func allocation(_ flow: Flow, isProven: Bool) -> Allocation {
    let suggestions = flow.suggestions.map { options in
      options.sorted { $0.quality != $1.quality ? $0.quality > $1.quality : $0.body < $1.body }
    }
    let bests = suggestions.indices.filter { setting.isGuaranteed($0) }.compactMap { suggestions[$0].first?.quality }
    return Allocation(
      suggestions: suggestions,
      outcome: AllocationOutcome(
        servedCount: suggestions.count { !$0.isEmpty }, laneCount: flow.tiers.laneCount, smallestBest: bests.min() ?? 0,
        sum: suggestions.joined().reduce(0) { $0 + $1.quality }), isProven: isProven)
  }
}
