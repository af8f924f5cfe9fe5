extension PairScorer {
  /// Whether two bodies bear like names and something else says that they are two: another place, or other identifiers.
  func areNamesakes(_ left: BodyFacts, _ right: BodyFacts, _ thresholds: ResolutionThresholds) -> Bool {
    let score = score(left, right)
    if thresholds.outcome(of: score) == .merged { return false }
    var namePoints = 0
    var isContradicted = score.isForbidden
    for reason in score.reasons {
      switch reason.kind {
      case .name, .foundation: namePoints += reason.points
      case .city, .region, .country: isContradicted = isContradicted || reason.points < 0
      default: break
      }
    }
    return isContradicted && namePoints >= 55
  }
}
