/// A consortium that is proposed, with the reason for every seat.
public struct ConsortiumProposal: Hashable, Sendable {
  /// A need that a member meets.
  public struct Contribution: Hashable, Sendable {
    public var need: Int
    public var level: CoverageLevel
    /// Nobody else in the set meets it better; the first of equals.
    public var isBest: Bool
  }

  /// Somebody who might take a seat instead.
  public struct Alternate: Hashable, Sendable {
    public var candidate: Int
    /// What the set would be worth more with it; at most 0 for an optimal set.
    public var valueChange: Int
  }

  public struct Seat: Hashable, Sendable {
    /// The candidate's number, or the applicant's.
    public var member: Int
    public var role: ConsortiumRole
    /// By need.
    public var contributions: [Contribution]
    /// What the set is worth more with it than without, everything else unchanged; `nil` for the applicant.
    public var marginalValue: Int?
    public var isPinned: Bool
    /// Best first.
    public var alternates: [Alternate]
  }

  public var found: FoundSet
  /// The lead first, then by number.
  public var seats: [Seat]
  /// In the order of the book.
  public var verdicts: [RuleVerdict]
  /// Best level in the set, by need.
  public var coverage: [CoverageLevel]

  /// Needs that nobody in the set meets.
  public var uncoveredNeeds: [Int] { coverage.indices.filter { coverage[$0] < .met } }

  /// Needs that one member alone meets: without it they are lost.
  public var singleSupplierNeeds: [Int] {
    coverage.indices.filter { need in
      seats.count { $0.contributions.contains { $0.need == need && $0.level >= .met } } == 1
    }
  }
}
