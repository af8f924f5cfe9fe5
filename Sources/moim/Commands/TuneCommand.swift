import ArgumentParser
import Foundation
import PartnerDiscovery
import PartnerRanking
import ResearchProfiles

struct TuneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Learns a ranking policy from the workspace's own history.",
    discussion: """
      Projects with three members or more are asked for as if they were still to be found: the coordinator applies with \
      the project's text, the others are the answer, and only what was known before its time may be used. The policy is \
      written as JSON for 'moim match --policy'. Where there are too few projects, it is the one that Moim ships with.

      EXAMPLES
        moim tune --workspace forum --out policy.json
        moim tune --workspace forum --dates 2022-07-01,2023-01-01,2023-07-01 --out policy.json
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Days yyyy-mm-dd joined by commas: consortia from each to the next are learnt from with what was known before "
        + "(default: three half years before the last project).", valueName: "dates"))
  var dates: String?

  @Option(
    name: .long, help: ArgumentHelp("The file that the policy is written to.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var out: String

  @Option(name: .long, help: ArgumentHelp("Threads (default: one a core).", valueName: "count"))
  var threads: Int?

  func validate() throws {
    try validateThreads(threads)
    _ = try parsedDates()
  }

  private func parsedDates() throws -> [CalendarDate] {
    try (dates ?? "").split(separator: ",").map { text in
      guard let date = CalendarDate(text.trimmingCharacters(in: .whitespaces)) else {
        throw ValidationError("'\(text)' is no date: write yyyy-mm-dd.")
      }
      return date
    }
  }

  func run() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "moim-tune-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    var tuning = TunePolicy(workspace: workspace.resolved, scratchFolder: scratch)
    tuning.dates = try parsedDates()
    tuning.threadCount = threads
    let outcome = try tuning.run { phase in
      switch phase {
      case .reading: Terminal.note("reading the history")
      case .preparing(let from, let count):
        Terminal.note("\(count) consortia after \(from), with what was known before")
      case .training(let split, let count):
        Terminal.note(split < count ? "learning without time \(split + 1) of \(count)" : "learning from all times")
      case .pricing: Terminal.note("measuring what choices cost")
      }
    }
    try PolicyFile.write(outcome.policy, to: out)
    guard outcome.isLearnt else {
      Terminal.note(
        "too little to learn from: \(outcome.consortiumCount) consortia with known partners at \(outcome.splitCount) times, "
          + "\(TunePolicy.smallestTotalCount) at 2 times are needed; \(out) is the policy that Moim ships with, unchanged"
      )
      return
    }
    if let training = outcome.policy.training { try Terminal.printText(training.table) }
    Terminal.note("the policy is in \(out): use it with 'moim match --policy \(out)'")
  }
}
