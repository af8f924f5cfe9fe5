/// How term pairs are mined; the defaults are measured on halves of bilingual patent titles.
public struct TermPairMiningParameters: Hashable, Sendable {
  public var iterationCount = 8
  /// Pairs that are less likely in both directions are dropped.
  public var leastProbability: Float = 0.1
  /// Texts beyond this number are not looked at.
  public var textLimit = 50_000
  /// Different terms of a text beyond this number are not looked at.
  public var termLimit = 64

  /// Pairs, at most; the surest stay.
  public var pairLimit = 100_000

  public init() {}
}
