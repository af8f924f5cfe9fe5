import ArgumentParser
import PartnerDiscovery
import PartnerRanking
import ProfileIngest
import ResearchProfiles

struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Ranks partners for each application of a file.",
    discussion: """
      Applications are JSON Lines ({"id", "title", "summary", "keywords", "needs", "offers", "applicant"}), a JSON list \
      of the same, a CSV table or an Excel workbook (.xlsx). An applicant's own organisation is never suggested to it.

      EXAMPLES
        moim match applications.jsonl --limit 5
        moim match applications.jsonl --json > partners.json
        moim match applications.jsonl --limit 100 --run out.trec --threads 1 --stats stats.json
        moim match applications.jsonl --policy policy.json --ties -0.5 --newcomer-lane --cap-share 0.1
      """)

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var filters: FilterOptions
  @OptionGroup var bridge: BridgeOption
  @OptionGroup var policy: PolicyOptions

  @Option(name: .long, help: ArgumentHelp("Partners an application, at most.", valueName: "count"))
  var limit = 10

  @Option(name: .long, help: ArgumentHelp("Threads (default: one a core).", valueName: "count"))
  var threads: Int?

  @OptionGroup var choice: ApplicationChoice

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  @Option(
    name: .customLong("run"), help: ArgumentHelp("Writes a TREC run to this file.", valueName: "file"),
    completion: .file())
  var runFile: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Measures after a warm-up pass and writes the latencies as JSON to this file.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var stats: String?

  @OptionGroup var applications: ApplicationsArgument

  func validate() throws {
    try validateLimit(limit)
    try validateThreads(threads)
    if json, runFile != nil { throw ValidationError("--json and --run exclude each other.") }
  }

  func run() throws {
    let session = try DiscoverySession(workspace: workspace.resolved, bridge: bridge.mode)
    defer { for issue in session.bridgeIssues { Terminal.note(issue) } }
    let policy = try self.policy.resolved()
    let source = try applications.read()
    let chosen = try choice.chosen(of: source, in: applications)
    // A courtesy to 'moim explain': a workspace that cannot be written now is matched all the same.
    try? RememberApplications(workspace: session.workspace).run(chosen)
    self.policy.notePrices(of: policy)
    let matcher = ApplicationMatcher(session, policy: policy)
    let filter = try filters.filter()
    try matcher.session.check(filter)
    if runFile != nil || stats != nil {
      let answers = matcher.run(
        chosen, limit: limit, threadCount: threads, isWarmed: stats != nil, filter: filter)
      try BatchOutput.write(answers, run: runFile, statistics: stats)
      if runFile != nil || !json { return }
    }
    let matches = try matcher.matchAll(chosen, limit: limit, threadCount: threads, filter: filter)
    if json {
      let documents = zip(chosen, matches).map { application, partners in
        MatchDocument.Application(application, added: matcher.addedTerms(to: application), partners: partners)
      }
      try Terminal.print(try Format.json(MatchDocument(applications: documents)))
    } else {
      for (application, partners) in zip(chosen, matches) {
        try show(application, partners, added: matcher.addedTerms(to: application))
      }
    }
  }

  private func show(_ application: Application, _ partners: [PartnerMatch], added: [AddedTerm]) throws {
    let name = application.applicant.map { applicant in
      [applicant.name, applicant.id?.rawValue].compactMap { $0 }.first ?? ""
    }
    try Terminal.printText(Terminal.bold("\(application.id)  \(application.title)") + (name.map { "  (\($0))" } ?? ""))
    if partners.isEmpty { try Terminal.printText("   nobody in the workspace fits this application") }
    for (place, partner) in partners.enumerated() {
      try Terminal.printText(
        "\(place + 1). \(ResultText.heading(partner.organization))  score \(Format.decimal(partner.score.total, 3))"
          + (partner.sharedEvidenceCount > 0 ? ", \(partner.sharedEvidenceCount) shared with the applicant" : ""))
      for evidence in partner.evidence {
        try Terminal.printText(
          ResultText.indented(
            ResultText.evidence(evidence.result, role: evidence.role, terms: evidence.terms), by: 5))
      }
    }
    let phrases = AddedTermText.phrases(added)
    if !phrases.isEmpty {
      try Terminal.printText(Terminal.faint("   also searched for: " + phrases.joined(separator: ", ")))
    }
    try Terminal.printText("")
  }
}
