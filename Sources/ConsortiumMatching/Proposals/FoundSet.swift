/// The best set that was found, and how much better another might be.
public struct FoundSet: Hashable, Sendable {
  /// Numbers of candidates, ascending; the applicant is not among them.
  public var partners: [Int]
  public var value: Int
  /// No set is worth more than this.
  public var bound: Int

  public init(partners: [Int], value: Int, bound: Int) {
    self.partners = partners
    self.value = value
    self.bound = bound
  }

  /// Whether the set is proven to be the best.
  public var isOptimal: Bool { bound <= value }

  /// By how much the best set may be worth more, as a share of the bound, in 0...1; 0 for a proven optimum.
  public var gap: Double { isOptimal || bound == 0 ? 0 : Double(bound - value) / Double(abs(bound)) }
}
