import ParallelExecution
import PartnerDiscovery
import PartnerRanking
import TestCorpora
import Testing

@Suite struct PolicyTrainerTests {
  /// Consortia whose partners are those with much coverage from the applicant's own country; everything else is noise.
  private func examples(seed: UInt64, consortiumCount: Int) -> TrainingExamples {
    var random = TestCorpora.SplitMix64(seed: seed)
    var examples = TrainingExamples()
    for _ in 0..<consortiumCount {
      var partnerCount = 0
      for candidate in 0..<20 {
        let coverage = Double.random(in: 0...1, using: &random)
        let isOwnCountry = Bool.random(using: &random)
        let isPartner = coverage + (isOwnCountry ? 0.4 : 0) > 1.1
        for part in PartnerScore.Part.curved {
          switch part {
          case .coverage: examples.features.append(Float(coverage))
          case .country: examples.features.append(isOwnCountry ? 1 : 0)
          case .votes: examples.features.append(Float.random(in: 0...5, using: &random))
          default: examples.features.append(0)
          }
        }
        examples.isPartner.append(isPartner)
        partnerCount += isPartner ? 1 : 0
        examples.kindCells.append(UInt8.random(in: 0..<36, using: &random))
        examples.fameExcess.append(0)
        examples.organizations.append(UInt32(candidate))
        examples.isNewcomer.append(candidate == 0)
      }
      examples.starts.append(examples.isPartner.count)
      examples.partnerCounts.append(max(1, partnerCount))
      examples.newcomerPartnerCounts.append(0)
    }
    return examples
  }

  private func trainer(threads: Int = 1) -> PolicyTrainer {
    var trainer = PolicyTrainer()
    trainer.stepCount = 40
    trainer.executor = ParallelExecutor(threadCount: threads)
    return trainer
  }

  @Test func `what decides in the examples decides in the policy, and what they do not speak of stays`() throws {
    let policy = trainer().train(examples(seed: 1, consortiumCount: 60), base: .straightLines)
    try policy.validate()
    let unseen = examples(seed: 2, consortiumCount: 40)
    let learnt = ExampleRanking(unseen, policy: policy, executor: .serial).tally.scores
    let before = ExampleRanking(unseen, policy: .straightLines, executor: .serial).tally.scores
    #expect(learnt.normalizedGain10 > before.normalizedGain10 + 0.1)
    #expect(learnt.reciprocalRank > 0.95)
    let named = RankingPolicy.straightLines.curves.first { $0.part == .named }
    #expect(policy.curves.first { $0.part == .named } == named)
    #expect(policy.curves.allSatisfy { $0.value(of: 0) == 0 })
    #expect(policy.kindTable.values[5] == Array(repeating: 0, count: 6))
  }

  @Test func `any number of threads learns the same policy`() {
    let examples = examples(seed: 3, consortiumCount: 70)
    let serial = trainer().train(examples, base: .straightLines)
    for threads in [2, 3, 8] { #expect(trainer(threads: threads).train(examples, base: .straightLines) == serial) }
  }

  @Test func `consortia without a partner among the candidates teach nothing`() {
    var examples = examples(seed: 4, consortiumCount: 3)
    for row in examples.isPartner.indices { examples.isPartner[row] = false }
    let policy = trainer().train(examples, base: .straightLines)
    #expect(policy.kindTable.values.allSatisfy { $0.allSatisfy { abs($0) < 1e-3 } })
    #expect(ExampleRanking(examples, policy: policy, executor: .serial).tally.scores.normalizedGain10 == 0)
  }
}
