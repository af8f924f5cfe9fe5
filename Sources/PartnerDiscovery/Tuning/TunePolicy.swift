import Foundation
import ParallelExecution
public import PartnerRanking
public import ResearchProfiles

/// Learns a policy from a workspace's own history: consortia of a time are asked for with what was known before it.
///
/// Each time makes a workspace of its own, so that nothing of later times is known in it: no word, no name, no tie.
/// How good the policy is is measured by cross-validation: the consortia of each time are ranked by a policy that was
/// learnt on the other times. (A policy for an early time has then seen later ones; for the last time it is strictly forward.)
public struct TunePolicy {
  public let workspace: Workspace
  /// Where the workspaces of the earlier times are made; they are removed at the end.
  public let scratchFolder: String
  /// Ascending; consortia from each to the next, and after the last. Empty: three half years before the end.
  public var dates: [CalendarDate] = []
  /// `nil` for one a core. The policy does not depend on it.
  public var threadCount: Int?

  /// Consortia with known partners that there must be at each of two times at least, and in all.
  public static let smallestSplitCount = 20
  public static let smallestTotalCount = 100

  public init(workspace: Workspace, scratchFolder: String) {
    self.workspace = workspace
    self.scratchFolder = scratchFolder
  }

  public enum Phase: Sendable {
    case reading
    case preparing(from: CalendarDate, consortiumCount: Int)
    case training(split: Int, splitCount: Int)
    case pricing
  }

  /// - Throws: ``TuningError``, and errors of the workspace as they are.
  public func run(onProgress: (Phase) -> Void = { _ in }) throws -> TuningOutcome {
    let executor = ParallelExecutor(threadCount: threadCount)
    onProgress(.reading)
    let history = try WorkspaceHistory(workspace, executor: executor)
    let base = ShippedPolicy.policy
    guard let end = history.end else {
      return TuningOutcome(policy: base, isLearnt: false, consortiumCount: 0, splitCount: 0)
    }
    let dates = try splitDates(before: end)
    var splits: [(from: CalendarDate, to: CalendarDate, examples: TrainingExamples)] = []
    for (index, from) in dates.enumerated() {
      let to = index + 1 < dates.count ? dates[index + 1] : end
      let consortia = history.consortia.filter { from <= $0.date && $0.date < to }
      onProgress(.preparing(from: from, consortiumCount: consortia.count))
      guard consortia.count >= Self.smallestSplitCount else { continue }
      let folder = "\(scratchFolder)/\(from)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let session = try DiscoverySession(workspace: try history.makeWorkspace(before: from, in: folder))
      let examples = TrainingExamples(consortia, on: session, policy: .straightLines, executor: executor)
      if examples.consortiumCount >= Self.smallestSplitCount { splits.append((from, to, examples)) }
    }
    let total = splits.reduce(0) { $0 + $1.examples.consortiumCount }
    guard splits.count >= 2, total >= Self.smallestTotalCount else {
      return TuningOutcome(policy: base, isLearnt: false, consortiumCount: total, splitCount: splits.count)
    }

    var trainer = PolicyTrainer()
    trainer.executor = executor
    var policies: [RankingPolicy] = []
    var records: [TrainingRecord.Split] = []
    var tally = ExampleRanking.Tally()
    for (index, split) in splits.enumerated() {
      onProgress(.training(split: index, splitCount: splits.count))
      var others = TrainingExamples()
      for (other, split) in splits.enumerated() where other != index { others.append(split.examples) }
      let policy = trainer.train(others, base: base)
      let found = ExampleRanking(split.examples, policy: policy, executor: executor).tally
      let untrained = ExampleRanking(split.examples, policy: .straightLines, executor: executor).tally
      policies.append(policy)
      tally = tally + found
      records.append(
        .init(
          from: split.from.description, to: split.to.description, applicationCount: split.examples.consortiumCount,
          scores: found.scores, intervals: found.intervals, untrainedScores: untrained.scores))
    }
    onProgress(.training(split: splits.count, splitCount: splits.count))
    var all = TrainingExamples()
    for split in splits { all.append(split.examples) }
    var policy = trainer.train(all, base: base)
    onProgress(.pricing)
    let prices = PolicyChoice.priced.map { choice in
      let tally = zip(policies, splits).reduce(ExampleRanking.Tally()) { sum, pair in
        sum + ExampleRanking(pair.1.examples, policy: choice.applied(to: pair.0), executor: executor).tally
      }
      return TrainingRecord.Price(choice: choice.name, position: choice.position, scores: tally.scores)
    }
    policy.name = "tuned on \(total) consortia of \(splits[0].from) to \(splits[splits.count - 1].to)"
    policy.training = TrainingRecord(
      fingerprint: history.fingerprint, evidenceCount: history.evidenceCount, splits: records, scores: tally.scores,
      prices: prices)
    return TuningOutcome(policy: policy, isLearnt: true, consortiumCount: total, splitCount: splits.count)
  }

  private func splitDates(before end: CalendarDate) throws(TuningError) -> [CalendarDate] {
    guard dates.isEmpty else {
      guard zip(dates, dates.dropFirst()).allSatisfy(<) else { throw .datesNotAscending(dates.map(\.description)) }
      return dates
    }
    let (year, month, _) = end.components
    return [18, 12, 6].compactMap { monthsBefore in
      let months = year * 12 + month - 1 - monthsBefore
      return CalendarDate(year: months / 12, month: months % 12 + 1, day: 1)
    }
  }
}

/// What ``TunePolicy`` came to.
public struct TuningOutcome: Sendable {
  /// The learnt policy, or the shipped one where there was too little to learn from.
  public let policy: RankingPolicy
  public let isLearnt: Bool
  /// Consortia that could be learnt from, and the times that they are of.
  public let consortiumCount: Int
  public let splitCount: Int
}
