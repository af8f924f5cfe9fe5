import ArgumentParser
import PartnerDiscovery

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Scores a TREC run against judgments, or compares two runs.",
    discussion: """
      EXAMPLES
        moim evaluate --run out.trec --qrels qrels.tsv
        moim evaluate --run out.trec --qrels qrels.tsv --groups groups.tsv --subset newcomers.txt --json
        moim evaluate --run out.trec --qrels qrels.tsv --intervals --markdown
        moim evaluate --run old.trec --against new.trec --qrels qrels.tsv --groups groups.tsv --queries 20
      """)

  @Option(
    name: .customLong("run"), help: ArgumentHelp("The TREC run.", valueName: "file"), completion: .file())
  var runFile: String

  @Option(name: .long, help: ArgumentHelp("The judgments, TREC qrels.", valueName: "file"), completion: .file())
  var qrels: String

  @Option(
    name: .long, help: ArgumentHelp("Labels of queries: id, tab, labels joined by commas.", valueName: "file"),
    completion: .file())
  var groups: String?

  @Option(
    name: .long, help: ArgumentHelp("Documents whose recall is shown separately (newcomers).", valueName: "file"),
    completion: .file())
  var subset: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A second run to compare with: differences, intervals, significance.", valueName: "file"),
    completion: .file())
  var against: String?

  @Flag(name: .long, help: "Adds the 95 % intervals of a run's means (bootstrap over queries).")
  var intervals = false

  @Option(
    name: .long, help: ArgumentHelp("Queries on which two runs differ most, listed at most.", valueName: "count"))
  var queries = 10

  @Flag(name: .long, help: "Prints Markdown.")
  var markdown = false

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  func validate() throws {
    if json, markdown { throw ValidationError("--json and --markdown exclude each other.") }
    if queries < 0 { throw ValidationError("--queries must be 0 or more.") }
  }

  func run() throws {
    let judgments = try RelevanceJudgments(file: qrels)
    let groups = try groups.map { try QueryGroups(file: $0) }
    let subset = try subset.map { try DocumentSubset(file: $0) }
    let evaluation = RunEvaluation(
      run: try RankedRun(file: runFile), judgments: judgments, groups: groups, newcomers: subset)
    guard let against else {
      let report = RunReport(evaluation, withIntervals: intervals)
      return try Terminal.print(json ? try Format.json(report) : markdown ? report.markdown : report.text)
    }
    let other = RunEvaluation(
      run: try RankedRun(file: against), judgments: judgments, groups: groups, newcomers: subset)
    let report = ComparisonReport(first: evaluation, second: other, queryLimit: queries)
    try Terminal.print(json ? try Format.json(report) : markdown ? report.markdown : report.text)
  }
}
