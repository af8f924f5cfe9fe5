/// How much the terms of the other language count; 1 is as much as the query's own.
public struct BridgeParameters: Hashable, Sendable {
  /// Terms of a concept's preferred form and of its strong abbreviations.
  public var preferredFormWeight: Float = 1
  /// Terms that only its other forms have.
  public var otherFormWeight: Float = 0.4
  /// Factor for concepts of ``generalField``, which say what is wanted and not on what.
  public var generalFieldFactor: Float = 0.5
  public var generalField = "research-policy"
  /// Terms of a mined pair, times its probability.
  public var minedWeight: Float = 1
  /// Mined pairs below this probability add nothing.
  public var leastProbability: Float = 0.1
  /// Mined pairs of a term, at most.
  public var pairLimit = 12

  public init() {}
}
