/// How an allocation treats everybody.
public struct AllocationStatistics: Hashable, Sendable {
  public var applicationCount: Int
  public var servedCount: Int
  /// Applications without a suggestion although some body fits them: capacities, vetoes or their own limits are in the
  /// way. Those whom nobody fits are not among them.
  public var unservedWithOptionsCount: Int
  public var introductionCount: Int
  /// Qualities without what wishes add, by served application's best suggestion.
  public var smallestBest: Int
  public var meanBest: Double
  public var meanQuality: Double
  /// Of introductions over the bodies that fit anybody: 0 if all get the same, near 1 if few get everything.
  public var exposureGini: Double
  /// Share of introductions that go to newcomers.
  public var newcomerShare: Double
  public var largestExposure: Int

  public init(_ allocation: Allocation, of problem: AllocationProblem) {
    let suggestions = allocation.suggestions.enumerated().map { application, options in
      options.map { option in
        problem.options[application].first { $0.body == option.body }?.quality ?? 0
      }
    }
    applicationCount = problem.options.count
    servedCount = suggestions.count { !$0.isEmpty }
    unservedWithOptionsCount = zip(suggestions, problem.options).count { $0.isEmpty && !$1.isEmpty }
    introductionCount = suggestions.reduce(0) { $0 + $1.count }
    let bests = suggestions.compactMap { $0.max() }
    smallestBest = bests.min() ?? 0
    meanBest = bests.isEmpty ? 0 : Double(bests.reduce(0, +)) / Double(bests.count)
    let total = suggestions.joined().reduce(0, +)
    meanQuality = introductionCount == 0 ? 0 : Double(total) / Double(introductionCount)
    let exposure = allocation.exposure(bodyCount: problem.capacities.count)
    var fits = Array(repeating: false, count: problem.capacities.count)
    for options in problem.options { for option in options { fits[option.body] = true } }
    exposureGini = Self.gini(zip(exposure, fits).filter(\.1).map(\.0))
    let newcomers = allocation.suggestions.joined().count { problem.isNewcomer[$0.body] }
    newcomerShare = introductionCount == 0 ? 0 : Double(newcomers) / Double(introductionCount)
    largestExposure = exposure.max() ?? 0
  }

  /// Half the mean difference between two of the numbers, relative to their mean.
  static func gini(_ counts: [Int]) -> Double {
    let sorted = counts.sorted()
    let total = sorted.reduce(0, +)
    guard total > 0 else { return 0 }
    let weighted = sorted.enumerated().reduce(0.0) {
      $0 + Double(2 * ($1.offset + 1) - sorted.count - 1) * Double($1.element)
    }
    return weighted / (Double(sorted.count) * Double(total))
  }
}
