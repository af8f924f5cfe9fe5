import ArgumentParser
import PartnerDiscovery

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verifies every checksum and invariant of a workspace.",
    discussion: """
      Reads the whole workspace. The exit status is 0 where all is well and 1 where something is damaged; each damage \
      is a line on standard output with what to do.
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  private struct Document: Encodable {
    var ok: Bool
    var problems: [String]
    var notes: [String]
    var evidence: Int
    var organizations: Int
  }

  func run() throws {
    let findings = try CheckWorkspace(workspace: workspace.resolved).run()
    if json {
      try Terminal.print(
        try Format.json(
          Document(
            ok: findings.problems.isEmpty, problems: findings.problems, notes: findings.notes,
            evidence: findings.evidenceCount, organizations: findings.organizationCount)))
    } else {
      for problem in findings.problems { try Terminal.print("damaged: " + problem) }
      for note in findings.notes { try Terminal.print("note: " + note) }
      if findings.problems.isEmpty {
        try Terminal.print(
          "all is well: \(findings.evidenceCount) pieces of evidence, \(findings.organizationCount) organisations")
      }
    }
    if !findings.problems.isEmpty { throw ExitCode(1) }
  }
}
