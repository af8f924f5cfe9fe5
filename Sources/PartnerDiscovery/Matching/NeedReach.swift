/// How many bodies have evidence for a need.
public struct NeedReach: Hashable, Sendable {
  /// Bodies at level medium (보통) or better: those that count as meeting the need.
  public var metCount: Int
  /// Bodies at level high or better.
  public var highCount: Int
  /// Bodies at any level above none.
  public var anyCount: Int
  /// The strongest of all, in 0...1; see ``CoverageScale``.
  public var bestStrength: Double

  public init(metCount: Int, highCount: Int, anyCount: Int, bestStrength: Double) {
    self.metCount = metCount
    self.highCount = highCount
    self.anyCount = anyCount
    self.bestStrength = bestStrength
  }
}
