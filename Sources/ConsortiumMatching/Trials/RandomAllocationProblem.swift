/// Small random allocations, for holding the solver against its oracle in tests and benchmarks.
public enum RandomAllocationProblem {
  /// - Parameter optionLimit: options in all; the oracle takes time exponential in them.
  public static func make(
    optionLimit: Int = 11, using random: inout some RandomNumberGenerator
  ) -> AllocationProblem {
    let applicationCount = Int.random(in: 1...5, using: &random)
    let bodyCount = Int.random(in: 1...5, using: &random)
    let qualityLimit = [3, 10, 10_000].randomElement(using: &random) ?? 10
    var pairs = (0..<applicationCount * bodyCount).shuffled(using: &random)
    pairs.removeLast(max(0, pairs.count - Int.random(in: 0...optionLimit, using: &random)))
    var options = Array(repeating: [AllocationProblem.Option](), count: applicationCount)
    for pair in pairs {
      options[pair / bodyCount].append(
        .init(body: pair % bodyCount, quality: .random(in: 1...qualityLimit, using: &random)))
    }
    func somePairs(_ chance: Int) -> [AllocationProblem.Pair] {
      guard Int.random(in: 0..<3, using: &random) == 0 else { return [] }
      return (0..<applicationCount * bodyCount).filter { _ in Int.random(in: 0..<chance, using: &random) == 0 }.map {
        .init(application: $0 / bodyCount, body: $0 % bodyCount)
      }
    }
    return AllocationProblem(
      options: options, capacities: (0..<bodyCount).map { _ in Int.random(in: 0...2, using: &random) },
      suggestionCount: .random(in: 1...3, using: &random),
      isNewcomer: (0..<bodyCount).map { _ in Bool.random(using: &random) },
      newcomerPercent: [0, 0, 25, 60].randomElement(using: &random) ?? 0, pins: somePairs(8), vetoes: somePairs(6),
      wishes: somePairs(4) + somePairs(4))
  }
}
