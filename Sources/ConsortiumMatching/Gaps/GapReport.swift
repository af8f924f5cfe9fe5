/// What a forum lacks: needs that nobody can meet, bodies that everything hangs on, offers that nobody wants.
public struct GapReport: Hashable, Sendable {
  public struct UnmetNeed: Hashable, Sendable {
    /// Place among the demands.
    public var demand: Int
    /// The best there is, below ``CoverageLevel/met``.
    public var bestLevel: CoverageLevel
    /// Who comes nearest; `nil` where nobody has any evidence.
    public var nearest: Int?
  }

  public struct SoleSupplier: Hashable, Sendable {
    public var body: Int
    /// Demands that it alone can meet.
    public var demands: [Int]
    /// Applications behind them.
    public var applicationCount: Int
  }

  /// Required needs first, then in the order of the demands.
  public var unmet: [UnmetNeed]
  /// Those with the most demands first, ties by number.
  public var soleSuppliers: [SoleSupplier]
  /// Places of offers that meet nobody's need.
  public var unwantedOffers: [Int]
  /// Demands that at least two bodies can meet.
  public var wellMetCount: Int

  /// - Complexity: linear in the supplies.
  public init(_ problem: GapProblem) {
    var unmet: [UnmetNeed] = []
    var sole: [Int: [Int]] = [:]
    wellMetCount = 0
    for (place, demand) in problem.demands.enumerated() {
      let suppliers = demand.supplies.filter { $0.level >= .met }
      switch suppliers.count {
      case 0:
        let nearest = demand.supplies.max { ($0.level, $1.body) < ($1.level, $0.body) }
        let level = nearest?.level ?? .none
        unmet.append(UnmetNeed(demand: place, bestLevel: level, nearest: level > .none ? nearest?.body : nil))
      case 1: sole[suppliers[0].body, default: []].append(place)
      default: wellMetCount += 1
      }
    }
    self.unmet =
      unmet.filter { problem.demands[$0.demand].need.isRequired }
      + unmet.filter { !problem.demands[$0.demand].need.isRequired }
    soleSuppliers = sole.map { body, demands in
      SoleSupplier(
        body: body, demands: demands, applicationCount: Set(demands.map { problem.demands[$0].application }).count)
    }.sorted { $0.demands.count != $1.demands.count ? $0.demands.count > $1.demands.count : $0.body < $1.body }
    unwantedOffers = problem.offers.indices.filter { problem.offers[$0].bestDemand < .met }
  }
}
