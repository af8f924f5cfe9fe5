public import ConsortiumMatching
public import ResearchProfiles

/// An allocation with its settings, as it is stored.
public struct AllocationRun: Codable, Hashable, Sendable {
  public struct Introduction: Codable, Hashable, Sendable {
    public var organization: OrganizationID
    /// Of the match, see `AllocationProblem.qualityRange`; with what wishes add.
    public var quality: Int
    public var isPinned: Bool

    enum CodingKeys: String, CodingKey {
      case organization, quality
      case isPinned = "is_pinned"
    }
  }

  public struct Application: Codable, Hashable, Sendable {
    public var id: String
    /// Best first.
    public var introductions: [Introduction]
    /// Why there is none, where there is none.
    public var reason: String?
  }

  public struct Settings: Codable, Hashable, Sendable {
    public var capacity: Int
    public var suggestions: Int
    public var newcomerPercent: Int
    public var rules: String?
    public var decisions: AllocationDecisions

    public init(
      capacity: Int, suggestions: Int, newcomerPercent: Int, rules: String?, decisions: AllocationDecisions
    ) {
      self.capacity = capacity
      self.suggestions = suggestions
      self.newcomerPercent = newcomerPercent
      self.rules = rules
      self.decisions = decisions
    }

    enum CodingKeys: String, CodingKey {
      case capacity, suggestions, rules, decisions
      case newcomerPercent = "newcomer_percent"
    }
  }

  public struct Outcome: Codable, Hashable, Sendable {
    public var served: Int
    public var introductions: Int
    public var smallestBest: Int
    public var meanBest: Double
    public var meanQuality: Double
    public var exposureGini: Double
    public var largestExposure: Int
    public var newcomerShare: Double
    public var sum: Int
    public var isProven: Bool

    enum CodingKeys: String, CodingKey {
      case served, introductions, sum
      case smallestBest = "smallest_best"
      case meanBest = "mean_best"
      case meanQuality = "mean_quality"
      case exposureGini = "exposure_gini"
      case largestExposure = "largest_exposure"
      case newcomerShare = "newcomer_share"
      case isProven = "is_proven"
    }
  }

  public struct Price: Codable, Hashable, Sendable {
    public var constraint: String
    /// Quality of all introductions that is lost, as a share of what there would be without the constraint.
    public var lostShare: Double
    public var smallestBestWithout: Int
    public var servedWithout: Int

    enum CodingKeys: String, CodingKey {
      case constraint
      case lostShare = "lost_share"
      case smallestBestWithout = "smallest_best_without"
      case servedWithout = "served_without"
    }
  }

  public var settings: Settings
  public var applications: [Application]
  public var outcome: Outcome
  public var prices: [Price]

  public init(
    _ allocation: Allocation, prices: [ConstraintPrice], of preparation: AllocateForum.Preparation, settings: Settings
  ) {
    self.settings = settings
    let pins = Set(preparation.problem.pins)
    applications = preparation.applications.enumerated().map { place, application in
      let introductions = allocation.suggestions[place].map { option in
        Introduction(
          organization: preparation.bodies[option.body], quality: option.quality,
          isPinned: pins.contains(.init(application: place, body: option.body)))
      }
      return Application(
        id: application.id, introductions: introductions,
        reason: introductions.isEmpty ? Self.reason(application, preparation.problem.options[place]) : nil)
    }
    let statistics = AllocationStatistics(allocation, of: preparation.problem)
    outcome = Outcome(
      served: statistics.servedCount, introductions: statistics.introductionCount,
      smallestBest: statistics.smallestBest, meanBest: statistics.meanBest, meanQuality: statistics.meanQuality,
      exposureGini: statistics.exposureGini, largestExposure: statistics.largestExposure,
      newcomerShare: statistics.newcomerShare, sum: allocation.outcome.sum, isProven: allocation.isProven)
    self.prices = prices.map {
      Price(
        constraint: $0.constraint.rawValue, lostShare: $0.lostShare, smallestBestWithout: $0.without.smallestBest,
        servedWithout: $0.without.servedCount)
    }
  }

  private static func reason(
    _ application: ResearchProfiles.Application, _ options: [AllocationProblem.Option]
  ) -> String {
    if !application.hasText {
      return "cannot be matched yet, because it has no title, summary, keywords or needs"
    }
    return options.isEmpty
      ? "cannot be matched yet, because no evidence in the workspace speaks to its text"
      : "everybody who fits has no room left: raise --capacity"
  }
}
