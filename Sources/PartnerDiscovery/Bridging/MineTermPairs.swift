import ForumRecords
import ResearchProfiles
import SearchIndex
import TermBridging
import TextAnalysis

/// Mines Korean and English term pairs from the workspace's bilingual records and keeps them in the workspace.
public struct MineTermPairs {
  public let workspace: Workspace
  var parameters = TermPairMiningParameters()

  public init(workspace: Workspace) { self.workspace = workspace }

  public struct Report: Hashable, Sendable {
    /// Pieces of evidence and organisations that were looked at.
    public var recordCount = 0
    /// Titles, keywords and names in both languages.
    public var textCount = 0
    public var pairCount = 0
  }

  private struct IsEnough: Error {}

  /// Mines anew, from the first 50,000 parallel texts in order of ids.
  ///
  /// - Complexity: reads all records, then some eight passes over the texts' word pairs.
  public func run() throws -> Report {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    return try run(
      Registry(path: workspace.registryPath, mode: .readOnly), analyzer: workspace.analyzer())
  }

  func run(_ registry: Registry, analyzer: any TextAnalyzer) throws -> Report {
    var report = Report()
    var texts: [ParallelText] = []
    do {
      _ = try registry.changes(after: 0) { batch in
        switch batch {
        case .organizations(let profiles):
          for profile in profiles { texts += ParallelTextFinder.texts(in: profile) }
          report.recordCount += profiles.count
        case .evidence(let stored):
          for evidence in stored { texts += ParallelTextFinder.texts(in: try evidence.decoded()) }
          report.recordCount += stored.count
        case .deletedEvidence, .deletedOrganizations, .mergedOrganizations: return
        }
        if texts.count >= parameters.textLimit { throw IsEnough() }
      }
    } catch is IsEnough {}
    report.textCount = min(texts.count, parameters.textLimit)
    let pairs = TermPairMiner(analyzer: analyzer, parameters: parameters).pairs(in: texts)
    report.pairCount = pairs.count
    try TermPairFile(
      analyzer: analyzer.identity, evidenceCount: try registry.counts().evidenceCount, textCount: report.textCount,
      pairs: pairs
    ).write(to: workspace.termPairsPath)
    return report
  }

  /// After an import: mines where the workspace speaks both languages and has grown by a quarter since it was mined last.
  ///
  /// - Returns: `nil` where nothing was mined.
  static func followImport(
    of workspace: Workspace, registry: Registry, snapshot: IndexSnapshot, analyzer: any TextAnalyzer
  ) throws -> Report? {
    guard analyzer.identity.name == AnalyzerCatalog.names.first,
      let evidence = snapshot.collection(IndexContents.evidence)
    else { return nil }
    let presence = LanguagePresence(analyzer: analyzer) { term in
      evidence.segments.reduce(0) {
        $0 + ($1.reader.postings(stream: term.stream, term: term.bytes)?.documentCount ?? 0)
      }
    }
    guard presence.isBilingual else { return nil }
    if let known = try? TermPairFile(path: workspace.termPairsPath), known.analyzer == analyzer.identity,
      try registry.counts().evidenceCount * 4 < known.evidenceCount * 5
    {
      return nil
    }
    return try MineTermPairs(workspace: workspace).run(registry, analyzer: analyzer)
  }
}
