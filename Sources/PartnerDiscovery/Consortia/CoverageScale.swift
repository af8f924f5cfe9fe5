public import ConsortiumMatching

/// Makes levels of the strength of a body's best evidence for a need.
///
/// Strength is a retrieval score as a share of what the need's words could score at most, so that it can be compared
/// between needs and workspaces. The thresholds come from `moim-benchmarks coverage`, which fits the share of bodies that
/// meet a need to the strength (isotonic regression): on the demonstration forum's judgments for each need it is about
/// 6 % at low, 24 % at medium, 45 % at high, 70 % at very high, and 1 % below; see Documentation/CONSORTIA.md, also for
/// real projects.
public enum CoverageScale {
  /// From which strength on each level holds.
  public static let thresholds: [(level: CoverageLevel, strength: Double)] = [
    (.veryHigh, 0.45), (.high, 0.32), (.medium, 0.22), (.low, 0.10),
  ]

  public static func level(ofStrength strength: Double) -> CoverageLevel {
    thresholds.first { strength >= $0.strength }?.level ?? .none
  }
}
