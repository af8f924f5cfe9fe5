/// Demands that cannot hold together in a pool, none of which could be left out: without any one of them the others
/// can hold (unless ``isMinimal`` says that this could not be shown).
public struct RuleConflict: Hashable, Sendable {
  public enum Demand: Hashable, Sendable {
    /// The rule at this place of the book.
    case rule(Int)
    /// The size that was asked for.
    case size(ClosedRange<Int>)
    /// Pinned candidates.
    case pins([Int])
    /// Vetoed candidates.
    case vetoes([Int])
  }

  /// In the order of the book; size, pins and vetoes behind them. Empty where the pool has nobody at all.
  public var demands: [Demand]
  public var isMinimal: Bool

  public init(demands: [Demand], isMinimal: Bool) {
    self.demands = demands
    self.isMinimal = isMinimal
  }
}
