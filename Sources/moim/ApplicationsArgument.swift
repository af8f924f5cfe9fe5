import ArgumentParser
import PartnerDiscovery
import ProfileIngest
import ResearchProfiles

/// The file of applications that a command is about.
struct ApplicationsArgument: ParsableArguments {
  @Argument(help: "The file of applications.", completion: .file(extensions: ["jsonl", "json", "csv", "xlsx"]))
  var applications: String

  /// Reads it, and says what is wrong with it.
  func read() throws -> ApplicationSource {
    let source = try ApplicationSource(path: applications)
    for issue in source.issues { Terminal.note(issue.description) }
    return source
  }
}

/// The choice of one application of a file.
struct ApplicationChoice: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Only the application with this id.", valueName: "id"))
  var application: String?

  /// The one that is chosen, else all.
  ///
  /// - Throws: `DiscoveryError.noSuchApplication`.
  func chosen(of source: ApplicationSource, in argument: ApplicationsArgument) throws -> [Application] {
    guard let application else { return source.applications }
    let chosen = source.applications.filter { $0.id == application }
    if chosen.isEmpty {
      throw DiscoveryError.noSuchApplication(
        id: application, path: argument.applications, count: source.applications.count)
    }
    return chosen
  }
}
