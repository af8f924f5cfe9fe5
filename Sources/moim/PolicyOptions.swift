import ArgumentParser
import Foundation
import PartnerDiscovery
import PartnerRanking

/// Which policy ranks, and what an officer decides on top of it.
struct PolicyOptions: ParsableArguments {
  @OptionGroup var tie: TieOptions

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Near (1) or far (-1), 0 as learnt. 가까운 기관 또는 먼 기관", valueName: "-1...1"))
  var nearness: Double?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Large bodies (1) or small ones (-1), 0 as learnt. 큰 기관 또는 작은 기관", valueName: "-1...1"))
  var size: Double?

  @Flag(
    name: .long,
    inversion: .prefixedNo,
    help: "Reserves places among the first ten for newcomers, as many as the policy says. 신규 기관 배려")
  var newcomerLane: Bool?

  @Option(
    name: .long,
    help: ArgumentHelp("Reserves this share of the first ten places for newcomers.", valueName: "0...1"))
  var newcomerShare: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Nobody is among the first ten of more than this share of the applications. 기관별 상한", valueName: "0...1"))
  var capShare: Double?

  /// - Throws: a `PolicyFileError`, or a `ValidationError` for a choice out of range.
  func resolved() throws -> RankingPolicy {
    var chosen = try tie.resolved()
    if let nearness { chosen.sliders.nearness = nearness }
    if let size { chosen.sliders.size = size }
    if let newcomerLane { chosen.lane.isOn = newcomerLane }
    if let newcomerShare { (chosen.lane.isOn, chosen.lane.share) = (newcomerLane ?? true, newcomerShare) }
    if let capShare { chosen.capShare = capShare }
    return chosen
  }

  func validate() throws {
    var choices = RankingPolicy.straightLines
    choices.sliders.nearness = nearness ?? 0
    choices.sliders.size = size ?? 0
    choices.lane.share = newcomerShare ?? 0
    choices.capShare = capShare
    do { try choices.validate() } catch { throw ValidationError("\(error).") }
  }

  /// Says what the choices cost in expected quality.
  func notePrices(of policy: RankingPolicy) {
    for price in PolicyPrice.prices(of: policy) {
      func change(_ path: KeyPath<TrainingRecord.Scores, Double>, _ places: Int = 3) -> String {
        "\(Format.decimal(price.without[keyPath: path], places)) to \(Format.decimal(price.with[keyPath: path], places))"
      }
      let relative = price.with.normalizedGain10 / max(price.without.normalizedGain10, 1e-9) - 1
      Terminal.note(
        "\(price.choice.name.replacing("_", with: " ")) \(price.choice.position): expected nDCG@10 "
          + "\(change(\.normalizedGain10)) (\(relative < 0 ? "" : "+")\(Format.decimal(100 * relative, 1)) %), newcomers found "
          + "\(change(\.newcomerRecall10)), the ten most shown \(change(\.topTenShare, 2)) of the places")
    }
  }
}
