import ArgumentParser
import Foundation
import PartnerDiscovery

/// The option that every command on a workspace takes.
struct WorkspaceOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The workspace's folder (default: $MOIM_WORKSPACE, else ./workspace).", valueName: "folder"),
    completion: .directory)
  var workspace: String?

  var resolved: Workspace {
    Workspace(path: workspace ?? ProcessInfo.processInfo.environment["MOIM_WORKSPACE"] ?? "./workspace")
  }
}

/// Filters on organisations.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Kinds of organisation: company, university, institute, public, other; several joined by commas.",
      valueName: "kinds"),
    completion: .list(["company", "university", "institute", "public", "other"]))
  var kind: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Countries as two letters (KR,DE); several joined by commas.", valueName: "countries"))
  var country: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Regions (서울, Seoul); several joined by commas.", valueName: "regions"))
  var region: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Fields of research (quantum, ai.vision; see 'moim fields'); several joined by commas.", valueName: "fields"))
  var field: [String] = []

  func validate() throws {
    do { _ = try filter() } catch { throw ValidationError("\(error)") }
  }

  func filter() throws -> SearchFilter {
    try SearchFilter(
      kindNames: list(kind), countries: list(country), regions: list(region), fieldNames: list(field))
  }

  private func list(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
