/// What becomes of two records, or of a new one.
public enum ResolutionOutcome: String, Hashable, Sendable, Codable {
  case merged
  /// A person decides.
  case held
  case new
}

/// From how many points on records are merged or held.
public struct ResolutionThresholds: Hashable, Sendable {
  public var merging = 80
  public var holding = 62
  /// Where identifiers conflict nothing is merged; what else speaks for it must outweigh them to be shown to a person.
  public var holdingDespiteConflict = 10

  public init() {}

  public func outcome(of score: ResolutionScore) -> ResolutionOutcome {
    if score.isForbidden { return score.points >= holdingDespiteConflict ? .held : .new }
    return score.points >= merging ? .merged : score.points >= holding ? .held : .new
  }
}
