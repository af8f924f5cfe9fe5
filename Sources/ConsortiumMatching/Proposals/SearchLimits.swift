/// How much work a search may do. Work is counted in steps and not in time, so that the same problem always gets the same
/// answer; about 20 million steps are a second.
public struct SearchLimits: Sendable {
  /// Candidates looked at in all; afterwards the best set found so far is returned with its gap.
  public var stepCount: Int
  /// Asked now and then whether to give up.
  public var isCancelled: @Sendable () -> Bool

  public init(stepCount: Int = 4_000_000, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.stepCount = stepCount
    self.isCancelled = isCancelled
  }
}
