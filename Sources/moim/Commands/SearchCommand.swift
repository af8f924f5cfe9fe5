import ArgumentParser
import Foundation
import PartnerDiscovery
import ResearchProfiles

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Searches organisations or evidence, one query or a file of them.",
    discussion: """
      Words find whatever holds some of them, best first. "A phrase in quotation marks" must occur, +word must occur, \
      -word must not. Korean is found whatever its particles and spacing, and \
      English by Korean words and the other way round (--bridge). A query that begins with - goes behind --.

      With --queries, each line of the file is {"id": "q1", "text": "..."}, optionally with "kinds", "countries", \
      "regions" and "fields" (lists); texts are plain, without operators, and the answers go to a TREC run.

      EXAMPLES
        moim search '양자 센서 다이아몬드'
        moim search '"quantum key distribution" -satellite' --level evidence --country KR,DE
        moim search 센서 --field quantum,electronics.sensors --region 서울
        moim search --queries queries.jsonl --run out.trec --level evidence --limit 100 --stats stats.json
      """)

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var filters: FilterOptions
  @OptionGroup var bridge: BridgeOption

  @Option(name: .long, help: "What to search for: evidence or organization.")
  var level: Level = .organization

  @Option(name: .long, help: ArgumentHelp("Results a query, at most.", valueName: "count"))
  var limit = 10

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  @Option(
    name: .long, help: ArgumentHelp("A file of queries, a JSON object a line.", valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var queries: String?

  @Option(
    name: .customLong("run"), help: ArgumentHelp("Where the TREC run goes.", valueName: "file"), completion: .file())
  var runFile: String?

  @Option(name: .long, help: ArgumentHelp("Threads for a file of queries (default: one a core).", valueName: "count"))
  var threads: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Measures after a warm-up pass and writes the latencies as JSON to this file.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var stats: String?

  @Argument(help: "The query.")
  var query: String?

  enum Level: String, ExpressibleByArgument, CaseIterable {
    case evidence
    case organization

    var searchLevel: SearchLevel { self == .evidence ? .evidence : .organization }
  }

  func validate() throws {
    try validateLimit(limit)
    try validateThreads(threads)
    switch (query, queries) {
    case (nil, nil):
      throw ValidationError(
        "Give a query, behind -- where it begins with -, or a file of queries with --queries.")
    case (.some, .some): throw ValidationError("Give either a query or --queries, not both.")
    case (nil, .some): if runFile == nil { throw ValidationError("--queries needs --run FILE for the answers.") }
    case (.some, nil):
      if runFile != nil || stats != nil { throw ValidationError("--run and --stats go with --queries.") }
    }
  }

  func run() throws {
    let session = try DiscoverySession(workspace: workspace.resolved, bridge: bridge.mode)
    if let queries { try runBatch(session, queries) } else { try runOne(session, query ?? "") }
  }

  private func runBatch(_ session: DiscoverySession, _ path: String) throws {
    defer { for issue in session.bridgeIssues { Terminal.note(issue) } }
    let batch = try QueryBatch(path: path, defaultFilter: filters.filter())
    for query in batch.queries { try session.check(query.filter) }
    let answers = session.run(
      batch, level: level.searchLevel, limit: limit, threadCount: threads, isWarmed: stats != nil)
    try BatchOutput.write(answers, run: runFile, statistics: stats)
  }

  private func runOne(_ session: DiscoverySession, _ query: String) throws {
    let filter = try filters.filter()
    try session.check(filter)
    let added = session.addedTerms(to: .syntax(query))
    defer { AddedTermText.note(json ? [] : added, issues: session.bridgeIssues) }
    switch level {
    case .evidence:
      let found = session.searchEvidence(.syntax(query), filter: filter, limit: limit)
      if json { return try printJSON(query, added, found.enumerated().map { .init($0, $1) }) }
      for (place, result) in found.enumerated() {
        let names = result.participants.prefix(4).map(\.organization.name).joined(separator: "; ")
        let more = result.participants.count > 4 ? " and \(result.participants.count - 4) more" : ""
        try Terminal.printText(
          "\(place + 1). "
            + ResultText.indented(
              ResultText.evidence(result) + ResultText.fields(result.fields) + [names + more], by: 3
            ).dropFirst(3))
      }
      noteIfEmpty(found.isEmpty)
    case .organization:
      let found = session.searchOrganizations(.syntax(query), filter: filter, limit: limit)
      if json { return try printJSON(query, added, found.enumerated().map { .init($0, $1) }) }
      for (place, result) in found.enumerated() {
        try Terminal.printText("\(place + 1). \(ResultText.heading(result.organization))")
        for line in ResultText.fields(result.fields) { try Terminal.printText("   " + line) }
        for evidence in result.evidence {
          try Terminal.printText(ResultText.indented(ResultText.evidence(evidence), by: 5))
        }
      }
      noteIfEmpty(found.isEmpty)
    }
  }

  private func noteIfEmpty(_ isEmpty: Bool) {
    if isEmpty { Terminal.note("nothing found; try fewer or other words, or leave filters out") }
  }

  private func printJSON(_ query: String, _ added: [AddedTerm], _ results: [SearchDocument.Result]) throws {
    let document = SearchDocument(
      query: query, level: level.searchLevel, added: added, results: results)
    try Terminal.print(try Format.json(document))
  }
}
