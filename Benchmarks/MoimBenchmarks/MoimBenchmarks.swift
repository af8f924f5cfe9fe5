import CorpusSynthesis
import Foundation
import ParallelExecution

@main struct MoimBenchmarks {
  static func main() {
    do {
      try run(Arguments(Array(CommandLine.arguments.dropFirst())))
    } catch {
      FileHandle.standardError.write(Data("moim-benchmarks: \(error)\n".utf8))
      exit(error is BenchmarkError ? 2 : 1)
    }
  }

  private static func run(_ arguments: Arguments) throws {
    switch arguments.command {
    case .measure: try measure(arguments)
    case .write(let folder): try write(arguments, to: folder)
    case .grow(let folder): try grow(arguments, in: folder)
    case .costModel(let figures):
      print(try CostModel(figurePaths: figures, queryCount: arguments.queryCount).markdown())
    case .engine(let corpus, let index): try EngineServer(corpusFolder: corpus, indexFolder: index).run()
    case .bridging(let data): try BridgingQuality(dataPath: data).run()
    case .resolution(let data): try ResolutionQuality(dataPath: data, bodyCount: arguments.documentCount).run()
    case .tables:
      let report = BenchmarkReport(filter: arguments.filter)
      try TableBenchmarks(folder: WorkFolder(), rowCount: arguments.documentCount).run(report)
      try show(report, arguments)
    case .coverage(let workspace, let applications, let judgments):
      try CoverageCalibration(workspace: workspace, applications: applications, judgments: judgments).run()
    case .consortiaOracle: try ConsortiaOracle(instanceCount: arguments.documentCount).run()
    case .consortia(let workspace, let applications):
      let report = BenchmarkReport(filter: arguments.filter)
      try ConsortiaBenchmarks(workspace: workspace, applications: applications).run(report)
      try show(report, arguments)
    case .recovery(let workspace, let applications, let judgments):
      try ConsortiumRecovery(workspace: workspace, applications: applications, judgments: judgments).run()
    case .listInstructions: for workload in InstructionWorkload.allCases { print(workload.rawValue) }
    case .prepareInstructions(let folder): try InstructionFixture.prepare(folder)
    case .runInstructions(let name, let folder):
      guard let workload = InstructionWorkload(rawValue: name) else {
        throw BenchmarkError.unknownWorkload(name: name, known: InstructionWorkload.allCases.map(\.rawValue))
      }
      try InstructionFixture(folder).run(workload, repeatCount: arguments.repeatCount)
    }
  }

  private static func measure(_ arguments: Arguments) throws {
    let report = BenchmarkReport(filter: arguments.filter)
    let folder = try WorkFolder()
    try KernelBenchmarks().runText(report)
    try KernelBenchmarks().runTopDocuments(report)
    var bandwidth = MemoryBandwidth()
    try bandwidth.run(report)
    try ReaderBenchmarks(folder: folder).run(report)

    var profile = CorpusProfile.search(documentCount: arguments.documentCount)
    profile.topicPercent = arguments.topicPercent
    let corpus = SyntheticCorpus(profile)
    let building = IndexBenchmarks(corpus: corpus, folder: folder)
    try building.run(report)
    let searching = SearchBenchmarks(documentCount: arguments.documentCount, queryCount: arguments.queryCount)
    if report.wants(searching.names + KernelBenchmarks.indexNames + building.openingNames) {
      let fixture = try SearchFixture(corpus: corpus, path: folder.file("index"), executor: ParallelExecutor())
      building.runOpening(report, fixture)
      try searching.run(report, fixture)
      try KernelBenchmarks().run(report, fixture)
    }

    let partners = SyntheticCorpus(.partners(evidenceCount: arguments.documentCount))
    let matching = MatchBenchmarks(corpus: partners, applicationCount: min(100, arguments.queryCount))
    let workspace = try ImportBenchmarks(corpus: partners, folder: folder)
      .run(report, isWorkspaceWanted: report.wants(matching.names))
    if let workspace { try matching.run(report, workspace: workspace) }

    try show(report, arguments)
  }

  private static func grow(_ arguments: Arguments, in folder: String) throws {
    let report = BenchmarkReport(filter: arguments.filter)
    var profile = CorpusProfile.search(documentCount: arguments.documentCount)
    profile.topicPercent = arguments.topicPercent
    try GrowthBenchmarks(
      corpus: SyntheticCorpus(profile), folder: folder, queryCount: arguments.queryCount,
      memoryByteCount: arguments.memoryMegabytes * 1_000_000, threadCount: arguments.threadCount
    ).run(report)
    try show(report, arguments)
  }

  private static func show(_ report: BenchmarkReport, _ arguments: Arguments) throws {
    print(report.markdown)
    if let path = arguments.jsonPath { try report.json().write(to: URL(fileURLWithPath: path)) }
  }

  private static func write(_ arguments: Arguments, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var profile = CorpusProfile.search(documentCount: arguments.documentCount)
    profile.topicPercent = arguments.topicPercent
    let files = CorpusFiles(SyntheticCorpus(profile))
    try files.writeEvidence(to: folder + "/evidence.jsonl")
    for queryClass in QueryClass.allCases {
      try files.writeQueries(
        queryClass, count: arguments.queryCount, to: folder + "/queries-\(queryClass.rawValue).jsonl")
    }
    let partners = CorpusFiles(SyntheticCorpus(.partners(evidenceCount: arguments.documentCount)))
    try partners.writeEvidence(to: folder + "/partners.jsonl")
    try partners.writeApplications(count: arguments.queryCount, to: folder + "/applications.jsonl")
  }
}
