/// What is asked for and offered at a forum, and who could meet it.
public struct GapProblem: Hashable, Sendable {
  /// A body's level for a need.
  public struct Supply: Hashable, Sendable {
    public var body: Int
    public var level: CoverageLevel

    public init(body: Int, level: CoverageLevel) {
      self.body = body
      self.level = level
    }
  }

  public struct Demand: Hashable, Sendable {
    /// The application that asks.
    public var application: Int
    public var need: ConsortiumNeed
    /// Bodies with evidence, the applicant's own house left out; each once.
    public var supplies: [Supply]

    public init(application: Int, need: ConsortiumNeed, supplies: [Supply]) {
      self.application = application
      self.need = need
      self.supplies = supplies
    }
  }

  public struct Offer: Hashable, Sendable {
    public var application: Int
    public var statement: String
    /// How well it meets the need of somebody else that it meets best.
    public var bestDemand: CoverageLevel

    public init(application: Int, statement: String, bestDemand: CoverageLevel) {
      self.application = application
      self.statement = statement
      self.bestDemand = bestDemand
    }
  }

  public var demands: [Demand]
  public var offers: [Offer]

  public init(demands: [Demand], offers: [Offer] = []) {
    self.demands = demands
    self.offers = offers
  }
}
