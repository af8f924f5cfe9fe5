/// Why a policy cannot be used.
public enum RankingPolicyError: Error, Equatable, Sendable, CustomStringConvertible {
  case unsupportedFormat(found: Int, supported: Int)
  /// A key whose value makes no sense, with what is expected.
  case badValue(key: String, expected: String)

  public var description: String {
    switch self {
    case .unsupportedFormat(let found, let supported):
      "\"format\" is \(found), this version reads \(supported): write the policy again with 'moim tune'"
    case .badValue(let key, let expected): "\"\(key)\" must be \(expected)"
    }
  }
}

extension RankingPolicy {
  /// Whether every number is one that a ranking can work with.
  ///
  /// - Throws: ``RankingPolicyError`` naming the first key that is not.
  public func validate() throws(RankingPolicyError) {
    guard format == Self.currentFormat else {
      throw .unsupportedFormat(found: format, supported: Self.currentFormat)
    }
    for (index, curve) in curves.enumerated() {
      let key = "features[\(index)] \(curve.part.rawValue)"
      guard curve.part.isCurved else { throw .badValue(key: key, expected: "left out: it has no curve") }
      guard !curves[..<index].contains(where: { $0.part == curve.part }) else {
        throw .badValue(key: key, expected: "given once")
      }
      if let offset = curve.logOffset, !(offset.isFinite && offset > 0) {
        throw .badValue(key: key + ".log_offset", expected: "a number above 0, or left out")
      }
      guard (2...FeatureCurve.largestKnotCount).contains(curve.knots.count), curve.knots.allSatisfy(\.isFinite),
        zip(curve.knots, curve.knots.dropFirst()).allSatisfy(<)
      else {
        throw .badValue(key: key + ".knots", expected: "2 to \(FeatureCurve.largestKnotCount) ascending numbers")
      }
      guard curve.values.count == curve.knots.count, curve.values.allSatisfy({ abs($0) <= 100 }) else {
        throw .badValue(key: key + ".values", expected: "as many numbers in -100...100 as there are knots")
      }
    }
    let kindCount = KindTable.kinds.count
    guard kindTable.values.count == kindCount,
      kindTable.values.allSatisfy({ $0.count == kindCount && $0.allSatisfy { abs($0) <= 100 } })
    else {
      throw .badValue(
        key: "kind_table.values", expected: "\(kindCount) rows of \(kindCount) numbers in -100...100")
    }
    for name in PolicySliders.Name.allCases where !(-1...1).contains(sliders[name]) {
      throw .badValue(key: "sliders.\(name.rawValue)", expected: "a number in -1...1")
    }
    guard (0...1).contains(lane.share) else {
      throw .badValue(key: "newcomer_lane.share", expected: "a number in 0...1")
    }
    if let capShare, !(capShare > 0 && capShare <= 1) {
      throw .badValue(key: "cap_share", expected: "a number above 0 and at most 1, or left out")
    }
    guard (0...100).contains(fame.weight), (0...1).contains(fame.share), (1...1e9).contains(fame.evidenceCount) else {
      throw .badValue(key: "fame", expected: "a weight in 0...100, a share in 0...1 and at least 1 piece of evidence")
    }
    try parameters.validate()
  }
}

extension RankingParameters {
  func validate() throws(RankingPolicyError) {
    let counts: [(String, Int)] = [
      ("evidence", evidenceCount), ("need_evidence", needEvidenceCount), ("seed_evidence", seedEvidenceCount),
      ("seeds", seedCount), ("walk_candidates", walkCandidateCount), ("name_candidates", nameCandidateCount),
    ]
    for (key, count) in counts where !(1...100_000).contains(count) {
      throw .badValue(key: "parameters.\(key)", expected: "a whole number in 1...100000")
    }
    let numbers: [(String, Double)] = [
      ("vote_decay", voteDecay), ("coverage_saturation", coverageSaturation), ("seed_decay", seedDecay),
      ("country_ties_smoothing", countryTiesSmoothing),
    ]
    for (key, number) in numbers where !(number > 0 && number <= 1000) {
      throw .badValue(key: "parameters.\(key)", expected: "a number above 0 and at most 1000")
    }
    let shares = [
      ("coverage_length_discount", coverageLengthDiscount), ("name_candidate_strength", nameCandidateStrength),
    ]
    for (key, share) in shares where !(0...1).contains(share) {
      throw .badValue(key: "parameters.\(key)", expected: "a number in 0...1")
    }
  }
}
