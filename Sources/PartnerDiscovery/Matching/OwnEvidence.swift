/// The evidence of an applicant's own that speaks to something it offers.
public struct OwnEvidence: Hashable, Sendable {
  /// The strongest piece.
  public var evidence: EvidenceResult
  /// In 0...1; see ``CoverageScale``.
  public var strength: Double
  /// Whether it is enough to count as meeting a need of the same words.
  public var isMet: Bool

  public init(evidence: EvidenceResult, strength: Double, isMet: Bool) {
    self.evidence = evidence
    self.strength = strength
    self.isMet = isMet
  }
}
