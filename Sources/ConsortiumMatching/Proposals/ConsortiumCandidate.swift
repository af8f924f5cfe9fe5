/// A body that might join.
public struct ConsortiumCandidate: Hashable, Sendable {
  public var facts: MemberFacts
  /// For each need of the problem.
  public var coverage: [CoverageLevel]
  /// How well it fits the application as a whole, 0...1000.
  public var fit: Int
  /// Whether it has worked with the applicant before.
  public var hasWorkedWithApplicant: Bool
  /// How well the applicant meets what the candidate itself needs, 0...1000.
  public var reciprocity: Int

  public init(
    facts: MemberFacts = MemberFacts(), coverage: [CoverageLevel], fit: Int = 0, hasWorkedWithApplicant: Bool = false,
    reciprocity: Int = 0
  ) {
    self.facts = facts
    self.coverage = coverage
    self.fit = fit
    self.hasWorkedWithApplicant = hasWorkedWithApplicant
    self.reciprocity = reciprocity
  }
}
