/// The answer to a ``ConsortiumProblem``.
public struct ConsortiumPlan: Hashable, Sendable {
  /// Best first; each differs from those before it in at least half of its freely chosen members.
  public var proposals: [ConsortiumProposal]
  /// Why there is none, where there is none.
  public var conflict: RuleConflict?
  /// Steps that were used.
  public var stepCount: Int

  public init(proposals: [ConsortiumProposal], conflict: RuleConflict? = nil, stepCount: Int) {
    self.proposals = proposals
    self.conflict = conflict
    self.stepCount = stepCount
  }
}
