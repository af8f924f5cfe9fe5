public import PartnerRanking

/// A decision of an officer's whose price is known: a slider, a share of places for newcomers, a cap.
public struct PolicyChoice: Hashable, Sendable {
  /// As ``TrainingRecord/Price/choice``.
  public var name: String
  public var position: Double

  static let newcomerShare = "newcomer_share"
  static let capShare = "cap_share"

  /// The decisions whose prices are measured when a policy is learnt.
  static let priced: [PolicyChoice] =
    PolicySliders.Name.allCases.flatMap { slider in
      [-1, -0.5, 0.5, 1].map { PolicyChoice(name: slider.rawValue, position: $0) }
    } + [0.1, 0.2, 0.3].map { PolicyChoice(name: newcomerShare, position: $0) }
    + [0.02, 0.05, 0.1].map { PolicyChoice(name: capShare, position: $0) }

  func applied(to policy: RankingPolicy) -> RankingPolicy {
    var policy = policy
    if let slider = PolicySliders.Name(rawValue: name) {
      policy.sliders[slider] = position
    } else if name == Self.newcomerShare {
      (policy.lane.isOn, policy.lane.share) = (true, position)
    } else if name == Self.capShare {
      policy.capShare = position
    }
    return policy
  }
}

/// What the choices in a policy cost, by the measurements it was learnt with.
public struct PolicyPrice: Hashable, Sendable {
  public var choice: PolicyChoice
  /// Means over the consortia that were learnt from: without the choice and with it.
  public var without: TrainingRecord.Scores
  public var with: TrainingRecord.Scores

  /// For each choice that is not the default. Between measured positions the figures are interpolated; for a policy
  /// without measurements there are none.
  public static func prices(of policy: RankingPolicy) -> [PolicyPrice] {
    guard let training = policy.training else { return [] }
    return choices(in: policy).compactMap { choice in
      var known = training.prices.filter { $0.choice == choice.name }.map { ($0.position, $0.scores) }
      // Where the choice has no effect.
      known.append((choice.name == PolicyChoice.capShare ? 1 : 0, training.scores))
      known.sort { $0.0 < $1.0 }
      let position = min(max(choice.position, known[0].0), known[known.count - 1].0)
      guard known.count > 1, let upper = known.indices.dropFirst().first(where: { known[$0].0 >= position }) else {
        return nil
      }
      let share = (position - known[upper - 1].0) / (known[upper].0 - known[upper - 1].0)
      return PolicyPrice(
        choice: choice, without: training.scores, with: known[upper - 1].1.mixed(with: known[upper].1, share: share))
    }
  }

  private static func choices(in policy: RankingPolicy) -> [PolicyChoice] {
    var choices = PolicySliders.Name.allCases.compactMap { slider in
      policy.sliders[slider] == 0 ? nil : PolicyChoice(name: slider.rawValue, position: policy.sliders[slider])
    }
    if policy.lane.isOn, !policy.lane.places.isEmpty {
      choices.append(PolicyChoice(name: PolicyChoice.newcomerShare, position: policy.lane.share))
    }
    if let share = policy.capShare { choices.append(PolicyChoice(name: PolicyChoice.capShare, position: share)) }
    return choices
  }
}

extension TrainingRecord.Scores {
  fileprivate func mixed(with other: Self, share: Double) -> Self {
    func mix(_ path: KeyPath<Self, Double>) -> Double {
      (1 - share) * self[keyPath: path] + share * other[keyPath: path]
    }
    var scores = Self()
    scores.normalizedGain10 = mix(\.normalizedGain10)
    scores.recall100 = mix(\.recall100)
    scores.reciprocalRank = mix(\.reciprocalRank)
    scores.newcomerRecall10 = mix(\.newcomerRecall10)
    scores.topTenShare = mix(\.topTenShare)
    return scores
  }
}

extension TrainingRecord {
  /// A table for people: each time with its scores, then what each choice leads to.
  public var table: String {
    func cells(_ scores: Scores) -> [String] {
      [
        scores.normalizedGain10, scores.recall100, scores.reciprocalRank, scores.newcomerRecall10, scores.topTenShare,
      ].map(TextTable.fourPlaces)
    }
    let names = ["nDCG@10", "R@100", "MRR", "newcomer R@10", "top-10 share"]
    var rows: [[String]] = []
    func bounds(_ interval: Interval) -> String { TextTable.interval(interval.low, interval.high) }
    for split in splits {
      let label = "\(split.from) to \(split.to)"
      rows.append(["\(label), learnt on the others", "\(split.applicationCount)"] + cells(split.scores))
      let intervals = split.intervals
      rows.append(
        ["  95 % interval", ""]
          + [intervals.normalizedGain10, intervals.recall100, intervals.reciprocalRank].map(bounds) + ["", ""])
      rows.append(["\(label), straight lines", "\(split.applicationCount)"] + cells(split.untrainedScores))
    }
    let count = splits.reduce(0) { $0 + $1.applicationCount }
    rows.append(["all", "\(count)"] + cells(scores))
    let measured = TextTable(header: ["consortia", "n"] + names, rows: rows).text
    let priced = prices.map { ["\($0.choice) \($0.position)"] + cells($0.scores) }
    return measured + "\n" + TextTable(header: ["choice"] + names, rows: priced).text
  }
}
