public import ConsortiumMatching

/// Makes levels of the strength of a body's best evidence for a need.
///
/// Strength is a retrieval score as a share of what the need's words could score at most, so that it can be compared
/// between needs and workspaces. The thresholds come from `moim-benchmarks coverage`: on the demonstration forum's
/// judgments for each need, evidence of level low is judged to meet the need about as often as any evidence that was
/// found (4 %), of medium four times, of high seven times and of very high eleven times as often; see
/// Documentation/CONSORTIA.md, also for real projects.
public enum CoverageScale {
  /// From which strength on each level holds.
  public static let thresholds: [(level: CoverageLevel, strength: Double)] = [
    (.veryHigh, 0.40), (.high, 0.26), (.medium, 0.18), (.low, 0.10),
  ]

  public static func level(ofStrength strength: Double) -> CoverageLevel {
    thresholds.first { strength >= $0.strength }?.level ?? .none
  }
}
