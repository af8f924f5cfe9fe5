import ParallelExecution

/// What the command was asked to do.
struct Arguments {
  enum Command: Equatable {
    case measure
    /// Writes the corpus, queries and applications to files.
    case write(folder: String)
    /// Makes what the instruction-count workloads need.
    case prepareInstructions(folder: String)
    case runInstructions(workload: String, folder: String)
    case listInstructions
    /// Builds one size of the growth series in a folder that stays, and measures it.
    case grow(folder: String)
    /// Prints the tables of the cost model from the rows of earlier runs.
    case costModel(figures: [String])
    /// Serves `Benchmarks/peers/compare`.
    case engine(corpus: String, index: String)
    /// Measures on real bilingual titles how queries find the other language.
    case bridging(data: String)
    /// Measures which records are found to be one body, and which bodies free text names.
    case resolution(data: String)
    /// Measures reading tables.
    case tables
    /// Measures what the levels of coverage mean.
    case coverage(workspace: String, applications: String, judgments: String)
    /// Holds searches for consortia and allocations against their oracles.
    case consortiaOracle
    /// Measures proposals and the allocation of a forum.
    case consortia(workspace: String, applications: String)
    /// Measures how many real members proposals find.
    case recovery(workspace: String, applications: String, judgments: String)
  }

  var command = Command.measure
  var documentCount = 10_000
  var queryCount = 200
  /// Share of words that come from a document's subject, in percent.
  var topicPercent = 0
  /// Only benchmarks whose name holds this run.
  var filter: String?
  var jsonPath: String?
  var repeatCount = 1
  /// Budget of building one size of the growth series, in megabytes (10^6).
  var memoryMegabytes = 1000
  var threadCount = ParallelExecutor.coreCount

  static let usage = """
    USAGE: moim-benchmarks [--documents 10000|100000|1000000] [--queries 200] [--filter TEXT] [--json FILE] [--topics PERCENT]
                            [--cpu-time]
           moim-benchmarks write FOLDER [--documents N] [--queries N] [--topics PERCENT]
           moim-benchmarks grow FOLDER [--documents N] [--queries N] [--memory MB] [--threads N] [--json FILE]
           moim-benchmarks cost-model [FIGURES.json ...]
           moim-benchmarks engine CORPUS-FOLDER INDEX-FOLDER
           moim-benchmarks bridging [DATA-FOLDER]
           moim-benchmarks resolution [DATA-FOLDER] [--documents N]
           moim-benchmarks tables [--documents ROWS] [--json FILE]
           moim-benchmarks coverage WORKSPACE APPLICATIONS JUDGMENTS
           moim-benchmarks consortia WORKSPACE APPLICATIONS
           moim-benchmarks consortia-oracle [--documents INSTANCES]
           moim-benchmarks consortia-recovery WORKSPACE APPLICATIONS JUDGMENTS
           moim-benchmarks instructions list
           moim-benchmarks instructions prepare FOLDER
           moim-benchmarks instructions run WORKLOAD FOLDER [--repeats N]

    Measures import, index build, opening, search and match on a synthetic corpus with a fixed seed, checks the answers, and
    prints a Markdown table. `grow` builds an index straight from the corpus, of ten million documents too, keeps it in
    FOLDER, and measures long queries; `cost-model` sets what runs wrote with --json beside what memory allows; `engine`
    answers Benchmarks/peers/compare. Build with -c release.
    """

  init(_ words: [String]) throws(BenchmarkError) {
    var rest = words[...]
    var plain: [String] = []
    while let word = rest.popFirst() {
      switch word {
      case "--cpu-time": break  // Read by the stopwatch.
      case "--documents": documentCount = try Self.number(word, rest.popFirst())
      case "--queries": queryCount = try Self.number(word, rest.popFirst())
      case "--topics": topicPercent = try Self.number(word, rest.popFirst(), smallest: 0)
      case "--memory": memoryMegabytes = try Self.number(word, rest.popFirst())
      case "--threads": threadCount = try Self.number(word, rest.popFirst())
      case "--repeats": repeatCount = try Self.number(word, rest.popFirst(), smallest: 0)
      case "--filter": filter = try Self.value(word, rest.popFirst())
      case "--json": jsonPath = try Self.value(word, rest.popFirst())
      case _ where word.hasPrefix("-"): throw .usage("there is no option \(word)")
      default: plain.append(word)
      }
    }
    switch (plain.first, plain.dropFirst().first, plain.count) {
    case (nil, _, _): command = .measure
    case ("write", let folder?, 2): command = .write(folder: folder)
    case ("grow", let folder?, 2): command = .grow(folder: folder)
    case ("cost-model", _, _): command = .costModel(figures: Array(plain.dropFirst()))
    case ("bridging", let data, 1...2): command = .bridging(data: data ?? "../shared/data")
    case ("resolution", let data, 1...2): command = .resolution(data: data ?? "../shared/data")
    case ("tables", nil, _): command = .tables
    case ("coverage", let workspace?, 4):
      command = .coverage(workspace: workspace, applications: plain[2], judgments: plain[3])
    case ("consortia", let workspace?, 3): command = .consortia(workspace: workspace, applications: plain[2])
    case ("consortia-oracle", nil, _): command = .consortiaOracle
    case ("consortia-recovery", let workspace?, 4):
      command = .recovery(workspace: workspace, applications: plain[2], judgments: plain[3])
    case ("engine", let corpus?, 3): command = .engine(corpus: corpus, index: plain[2])
    case ("instructions", "list", 2): command = .listInstructions
    case ("instructions", "prepare", 3): command = .prepareInstructions(folder: plain[2])
    case ("instructions", "run", 4): command = .runInstructions(workload: plain[2], folder: plain[3])
    default: throw .usage("'\(plain.joined(separator: " "))' is no command")
    }
  }

  private static func value(_ option: String, _ word: String?) throws(BenchmarkError) -> String {
    guard let word else { throw .usage("\(option) needs a value") }
    return word
  }

  private static func number(_ option: String, _ word: String?, smallest: Int = 1) throws(BenchmarkError) -> Int {
    let word = try value(option, word)
    guard let number = Int(word), number >= smallest else { throw .usage("\(option) needs a number, not '\(word)'") }
    return number
  }
}
