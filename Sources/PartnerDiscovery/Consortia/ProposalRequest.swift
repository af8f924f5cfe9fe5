public import CallRules
public import ConsortiumMatching
public import ResearchProfiles

/// What proposals are asked for.
public struct ProposalRequest: Sendable {
  public var application: Application
  /// The forum's other applications: what candidates themselves need.
  public var forum: [Application]
  public var rules: RuleBook
  /// Members, the applicant included; what the rules say where it is `nil`, else 3 to 6.
  public var size: ClosedRange<Int>?
  /// Of the call; `nil` where it is not known.
  public var securityClass: String?
  public var facts: [OrganizationID: StatedFacts]
  public var pinned: [OrganizationID]
  public var vetoed: [OrganizationID]
  /// `nil` chooses by where the needs come from.
  public var weights: ConsortiumWeights?
  /// Candidates, at most: the best partners, and the best suppliers of every need.
  public var poolLimit: Int

  public init(
    application: Application, forum: [Application] = [], rules: RuleBook, size: ClosedRange<Int>? = nil,
    securityClass: String? = nil, facts: [OrganizationID: StatedFacts] = [:], pinned: [OrganizationID] = [],
    vetoed: [OrganizationID] = [], weights: ConsortiumWeights? = nil, poolLimit: Int = 300
  ) {
    self.application = application
    self.forum = forum
    self.rules = rules
    self.size = size
    self.securityClass = securityClass
    self.facts = facts
    self.pinned = pinned
    self.vetoed = vetoed
    self.weights = weights
    self.poolLimit = poolLimit
  }
}
