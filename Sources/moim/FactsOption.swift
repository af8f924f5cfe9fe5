import ArgumentParser
import PartnerDiscovery
import ResearchProfiles

/// What rules of a call ask for and no source says.
struct FactsOption: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Facts that rules need, by organisation (JSON).", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var facts: String?

  func read() throws -> [OrganizationID: StatedFacts] { try facts.map { try StatedFacts.read(path: $0) } ?? [:] }
}
