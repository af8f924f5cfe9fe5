import ArgumentParser
import ConsortiumMatching
import PartnerDiscovery
import PartnerRanking

/// Which policy ranks, and how proven and new ties are balanced.
struct TieOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A policy that 'moim tune' has written (default: the one that Moim ships with).", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var policy: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Proven ties (1) or fresh blood (-1), 0 as learnt. 검증된 협력 또는 새로운 협력", valueName: "-1...1"))
  var ties: Double?

  func validate() throws {
    if let ties, !(-1...1).contains(ties) { throw ValidationError("--ties needs a number from -1 to 1.") }
  }

  func resolved() throws -> RankingPolicy {
    var chosen = try policy.map { try PolicyFile.read($0) } ?? ShippedPolicy.policy
    if let ties { chosen.sliders.ties = ties }
    return chosen
  }

  /// The same choice for sets: what a proven or a new tie is worth.
  func apply(to weights: inout ConsortiumWeights) {
    guard let ties else { return }
    let worth = Int((abs(ties) * 400).rounded())
    let pair = Int((abs(ties) * 50).rounded()) * 2
    if ties > 0 { (weights.provenTie, weights.provenPair) = (weights.provenTie + worth, weights.provenPair + pair) }
    if ties < 0 { (weights.newTie, weights.newPair) = (weights.newTie + worth, weights.newPair + pair) }
  }
}
