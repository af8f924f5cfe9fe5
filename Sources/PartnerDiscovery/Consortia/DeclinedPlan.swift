public import ConsortiumMatching

/// What becomes of the first proposal when a member says no.
public struct DeclinedPlan: Sendable {
  public var declined: Int
  /// The other members stay.
  public var kept: ConsortiumPlan
  /// Everything is planned anew.
  public var anew: ConsortiumPlan

  public init(declined: Int, kept: ConsortiumPlan, anew: ConsortiumPlan) {
    self.declined = declined
    self.kept = kept
    self.anew = anew
  }
}
