/// How much a field takes.
public struct IntakeLimits: Hashable, Sendable {
  /// Characters (as people count them) of each value, at most.
  public var characters: Int
  /// Values, at most.
  public var values: Int
  /// Of numbers.
  public var range: ClosedRange<Int>?

  public init(characters: Int, values: Int = 1, range: ClosedRange<Int>? = nil) {
    self.characters = characters
    self.values = values
    self.range = range
  }
}
