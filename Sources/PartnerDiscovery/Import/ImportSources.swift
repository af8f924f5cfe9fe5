import ForumRecords
import IndexStorage
public import ParallelExecution
public import ProfileIngest
import ResearchProfiles
import SearchIndex
import TextAnalysis

/// Imports exports into a workspace: reads, stores, indexes, and accounts for every record.
///
/// Records are stored in batches as they are read, in the sources' order; a batch is stored as a whole or not at all.
/// The index is brought up to date at the end and published at once. Killed at any moment, the workspace keeps the
/// batches that were stored and the index that was published; importing again completes both.
public struct ImportSources {
  public let workspace: Workspace
  public let sources: [String]
  public var options = IngestOptions()
  /// Name of the text analyser; `nil` keeps the workspace's own.
  public var analyzerName: String?
  public var executor = ParallelExecutor()
  /// What inverted documents and what waits to be stored may take, in bytes.
  public var memoryByteCount = IndexMemory.usualByteCount
  /// A session of this workspace that is open: what it has mapped is not mapped again.
  public var openSession: DiscoverySession?

  /// Records that are stored in one transaction.
  private static let transactionRecordCount = 4096

  public init(workspace: Workspace, sources: [String]) {
    self.workspace = workspace
    self.sources = sources
  }

  /// Names that ``analyzerName`` may be, the usual one first.
  public static var analyzerNames: [String] { AnalyzerCatalog.names }

  /// - Parameter threadCount: `nil` for one a core.
  public mutating func use(threadCount: Int?) { executor = ParallelExecutor(threadCount: threadCount) }

  /// What is being done, for a progress bar.
  public enum Phase: Sendable {
    case reading(IngestProgress)
    case indexing
  }

  public func run(onProgress: (Phase) -> Void = { _ in }) throws -> ImportReport {
    // Whoever mistypes a name wants to know before anything is imported.
    for source in sources where !FileSystem.exists(source) { throw DiscoveryError.noSource(path: source) }
    return try workspace.withWritableRegistry(
      prepare: chooseAnalyzer, body: { try run(into: $0, analyzer: $1, onProgress: onProgress) })
  }

  private func run(
    into registry: Registry, analyzer: any TextAnalyzer, onProgress: (Phase) -> Void
  ) throws -> ImportReport {
    let clock = ContinuousClock()
    let start = clock.now
    var storage = RecordStorage(
      registry: registry, sources: sources, transactionRecordCount: Self.transactionRecordCount,
      transactionByteCount: memoryByteCount / 8)
    try IngestReader(sources: sources, options: options).read(
      threadCount: executor.threadCount, onProgress: { onProgress(.reading($0)) },
      deliver: { try storage.take($0) })
    try storage.finish()
    let resolving = clock.now
    storage.count(try ResolveBodies(registry: registry, executor: executor, date: .today).run())
    var report = storage.report
    report.seconds.resolving = (clock.now - resolving).seconds
    let stored = clock.now

    onProgress(.indexing)
    // The disk works while the cores do. What fails here is tried again when the registry is closed.
    let folding = storage.hasStoredMuch ? BackgroundWork { try? registry.fold() } : nil
    defer { folding?.wait() }
    let follower = IndexFollower(
      registry: registry, directory: try IndexDirectory(path: workspace.indexPath), analyzer: analyzer,
      executor: executor, memoryByteCount: memoryByteCount)
    let snapshot = try follower.update(reusing: openSession?.snapshot)
    report.evidenceCount = snapshot.collection(IndexContents.evidence)?.liveCount ?? 0
    report.organizationCount = snapshot.collection(IndexContents.organizations)?.liveCount ?? 0
    _ = try MineTermPairs.followImport(
      of: workspace, registry: registry, snapshot: snapshot, analyzer: analyzer)
    report.seconds.reading = (resolving - start).seconds - report.seconds.storing
    report.seconds.indexing = (clock.now - stored).seconds
    report.seconds.total = (clock.now - start).seconds
    return report
  }

  /// The workspace's analyser, which its first import chooses for good.
  private func chooseAnalyzer() throws -> any TextAnalyzer {
    var settings = try workspace.settings()
    if let wanted = analyzerName, wanted != settings.analyzer {
      guard AnalyzerCatalog.analyzer(named: wanted) != nil else {
        throw DiscoveryError.unknownAnalyzer(name: wanted, known: AnalyzerCatalog.names)
      }
      guard !workspace.exists else {
        throw DiscoveryError.analyzerIsFixed(found: settings.analyzer, wanted: wanted)
      }
      settings.analyzer = wanted
      try workspace.save(settings)
    }
    return try workspace.analyzer()
  }
}

extension Duration {
  /// In seconds, with their fraction.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
