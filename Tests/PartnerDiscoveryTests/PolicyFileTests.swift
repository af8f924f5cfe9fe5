import Foundation
import PartnerDiscovery
import PartnerRanking
import TestCorpora
import Testing

@Suite struct PolicyFileTests {
  @Test func `a policy that is written is read again, and written again it is the same bytes`() throws {
    let folder = try TemporaryFolder()
    var policy = ShippedPolicy.policy
    policy.sliders.ties = -0.25
    policy.lane.isOn = true
    policy.capShare = 0.1
    for policy in [policy, .straightLines, ShippedPolicy.policy] {
      try PolicyFile.write(policy, to: folder.file("policy.json"))
      let read = try PolicyFile.read(folder.file("policy.json"))
      #expect(read == policy)
      #expect(try PolicyFile.json(read) == PolicyFile.json(policy))
    }
  }

  @Test func `the shipped policy is valid and says what it was learnt from`() throws {
    try ShippedPolicy.policy.validate()
    let training = try #require(ShippedPolicy.policy.training)
    #expect(training.splits.count == 3 && training.fingerprint.count == 16)
    #expect(training.scores.normalizedGain10 > 0.185)
  }

  private func error(_ text: String) -> String {
    do throws(PolicyFileError) {
      _ = try PolicyFile.policy(from: Array(text.utf8), file: "p.json")
      return ""
    } catch { return "\(error)" }
  }

  @Test func `what is wrong is named by file and key with what to do`() throws {
    let json = try PolicyFile.json(.straightLines)
    #expect(error(json) == "")
    func changed(_ from: String, _ to: String) -> String {
      #expect(json.contains(from), "\(from)")
      return error(json.replacing(from, with: to))
    }
    #expect(changed("\"format\" : 1", "\"format\" : 7").contains("p.json: \"format\" is 7"))
    #expect(changed("\"seeds\" : 300", "\"saat\" : 300").contains("\"parameters.seeds\" is missing"))
    #expect(changed("\"seeds\" : 300", "\"seeds\" : \"x\"").contains("\"parameters.seeds\" must be a whole number"))
    #expect(changed("\"seeds\" : 300", "\"seeds\" : 0").contains("\"parameters.seeds\" must be a whole number in 1"))
    #expect(
      changed("\"name\" : \"votes\"", "\"name\" : \"luck\"").contains("features[0].name\" must be one of votes, "))
    #expect(changed("\"ties\" : 0", "\"ties\" : 3").contains("\"sliders.ties\" must be a number in -1...1"))
    #expect(error("{").contains("p.json is no JSON"))
    #expect(error("[]").contains("p.json: \"policy\" must be an object"))
    #expect(error("{}").contains("\"format\" is missing"))
    let folder = try TemporaryFolder()
    #expect(throws: PolicyFileError.self) { try PolicyFile.read(folder.file("absent.json")) }
  }

  @Test func `choices have the prices that were measured, and between them what lies between`() throws {
    var policy = ShippedPolicy.policy
    #expect(PolicyPrice.prices(of: policy).isEmpty)
    policy.sliders.ties = -0.5
    policy.lane.isOn = true
    let training = try #require(policy.training)
    let prices = PolicyPrice.prices(of: policy)
    #expect(prices.map(\.choice.name) == ["ties", "newcomer_share"])
    #expect(prices[0].with == training.prices.first { $0.choice == "ties" && $0.position == -0.5 }?.scores)
    #expect(prices[1].with.newcomerRecall10 > training.scores.newcomerRecall10)
    #expect(prices[1].with.normalizedGain10 < training.scores.normalizedGain10)
    policy.sliders.ties = -0.25
    let between = PolicyPrice.prices(of: policy)[0].with.normalizedGain10
    #expect(abs(between - (prices[0].with.normalizedGain10 + training.scores.normalizedGain10) / 2) < 1e-9)
    #expect(PolicyPrice.prices(of: .straightLines).isEmpty)
  }
}
