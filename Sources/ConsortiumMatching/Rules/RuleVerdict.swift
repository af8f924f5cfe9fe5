/// What a rule says of one set of members.
public struct RuleVerdict: Hashable, Sendable {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case met
    case notMet = "not_met"
    case unknown
  }

  /// A fact that is missing.
  public struct MissingFact: Hashable, Sendable {
    /// The member, by its number; `nil` for the call as a whole.
    public var member: Int?
    public var field: MemberFacts.Field

    public init(member: Int?, field: MemberFacts.Field) {
      self.member = member
      self.field = field
    }
  }

  /// The rule's place in its book.
  public var rule: Int
  public var state: State
  /// What was counted (members, percent, different values), for certain; `nil` where nothing is counted.
  public var found: Int?
  /// Members that break the rule, or that leave it open.
  public var members: [Int]
  /// What would have to be known, by member and field.
  public var missing: [MissingFact]

  public init(
    rule: Int, state: State, found: Int? = nil, members: [Int] = [], missing: [MissingFact] = []
  ) {
    self.rule = rule
    self.state = state
    self.found = found
    self.members = members
    self.missing = missing
  }
}
