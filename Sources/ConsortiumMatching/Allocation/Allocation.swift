/// Who is introduced to whom.
public struct Allocation: Hashable, Sendable {
  /// By application, best matches first, ties by body.
  public var suggestions: [[AllocationProblem.Option]]
  /// What each stage reached.
  public var outcome: AllocationOutcome
  /// Whether every stage was proven to be the best possible.
  public var isProven: Bool

  public init(suggestions: [[AllocationProblem.Option]], outcome: AllocationOutcome, isProven: Bool) {
    self.suggestions = suggestions
    self.outcome = outcome
    self.isProven = isProven
  }

  /// Introductions of each body.
  public func exposure(bodyCount: Int) -> [Int] {
    var counts = Array(repeating: 0, count: bodyCount)
    for options in suggestions { for option in options { counts[option.body] += 1 } }
    return counts
  }
}
