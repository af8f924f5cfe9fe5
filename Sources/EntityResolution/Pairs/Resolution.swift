/// Which of many records are one body.
public struct Resolution: Sendable {
  public struct Pair: Hashable, Sendable {
    /// Position of the record that stays.
    public let primary: Int
    /// Position of the record that is, or may be, the same body.
    public let other: Int
    public let points: Int
    /// Positions of the two records whose comparison said so: these two, or others of their bodies.
    public let compared: [Int]
  }

  /// For each record the position of the first one of its body; its own where it is the only one.
  public internal(set) var primaries: [Int]
  /// Joined, the surest first.
  public internal(set) var merged: [Pair] = []
  /// For a person to decide, the surest first.
  public internal(set) var held: [Pair] = []
  public internal(set) var comparedPairCount = 0
}
