/// What an allocation is measured by, stage after stage: each is as good as it can be without losing any of the ones
/// before it.
public struct AllocationOutcome: Hashable, Comparable, Sendable {
  /// Applications with at least one suggestion.
  public var servedCount: Int
  /// Introductions of newcomers, as far as the lane asks for them.
  public var laneCount: Int
  /// The best suggestion of the worst-served application that has one; applications with a pin are left out. 0 where
  /// there is none.
  public var smallestBest: Int
  /// Qualities of all suggestions together, with what wishes add.
  public var sum: Int

  public init(servedCount: Int, laneCount: Int, smallestBest: Int, sum: Int) {
    self.servedCount = servedCount
    self.laneCount = laneCount
    self.smallestBest = smallestBest
    self.sum = sum
  }

  /// Worse first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.servedCount, left.laneCount, left.smallestBest, left.sum)
      < (right.servedCount, right.laneCount, right.smallestBest, right.sum)
  }
}
