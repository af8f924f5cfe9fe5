/// What a constraint costs: the same forum without it.
public struct ConstraintPrice: Hashable, Sendable {
  public enum Constraint: String, CaseIterable, Hashable, Sendable, Codable {
    case capacity
    case newcomerLane = "newcomer_lane"
    case vetoes
    case pins
    /// Serving the worst-served first, before the sum.
    case worstFirst = "worst_first"
  }

  public var constraint: Constraint
  public var with: AllocationOutcome
  public var without: AllocationOutcome

  /// Lost quality in all, as a share of what there would be without the constraint; may be negative where the
  /// constraint serves more.
  public var lostShare: Double {
    without.sum == 0 ? 0 : Double(without.sum - with.sum) / Double(without.sum)
  }
}

extension AllocationSolver {
  /// What each constraint that is in use costs, in a fixed order.
  ///
  /// - Parameter outcome: of the problem itself.
  /// - Complexity: one allocation for each constraint.
  public func prices(of outcome: AllocationOutcome) throws(ConsortiumError) -> [ConstraintPrice] {
    var prices: [ConstraintPrice] = []
    for constraint in ConstraintPrice.Constraint.allCases {
      guard let relaxed = try outcomeWithout(constraint) else { continue }
      prices.append(ConstraintPrice(constraint: constraint, with: outcome, without: relaxed))
    }
    return prices
  }
}
