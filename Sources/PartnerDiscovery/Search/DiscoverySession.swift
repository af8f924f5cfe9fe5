import ForumRecords
import IndexStorage
import ParallelExecution
import PartnerRanking
import Retrieval
import SearchIndex
import TextAnalysis

/// A workspace opened for searching and matching: one snapshot of its index, immutable, shared by all threads.
public final class DiscoverySession: Sendable {
  public let workspace: Workspace
  let analyzer: any TextAnalyzer
  let searcher: Searcher
  let nameSearcher: Searcher
  let directory: OrganizationDirectory
  let graph: CollaborationGraph
  let queryBuilder: QueryBuilder
  /// Memory for rankings on this session's graph.
  let scratches: ScratchPool<RankingScratch>

  var evidence: CollectionSnapshot { searcher.collection }

  /// Maps the index and loads the collaboration graph.
  ///
  /// - Throws: ``DiscoveryError`` where there is nothing to open; errors of the index as they are.
  /// - Complexity: linear in documents and links; a few milliseconds for ten thousand.
  public init(workspace: Workspace) throws {
    self.workspace = workspace
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    let snapshot = try IndexDirectory(existing: workspace.indexPath).open()
    guard let evidence = snapshot.collection(IndexContents.evidence) else {
      throw DiscoveryError.emptyIndex(path: workspace.path)
    }
    analyzer = try AnalyzerCatalog.analyzer(for: evidence.configuration.analyzer)
    searcher = Searcher(evidence, model: RankingDefaults.model)
    let organizations =
      snapshot.collection(IndexContents.organizations) ?? evidence.emptied(as: IndexContents.organizations)
    nameSearcher = Searcher(organizations)
    directory = OrganizationDirectory(organizations)
    graph = GraphLoader.load(evidence: evidence, organizations: organizations)
    queryBuilder = QueryBuilder(analyzer: analyzer)
    let graph = graph
    scratches = ScratchPool { RankingScratch(for: graph) }
  }

  /// Weighted length of every piece of evidence, by stream.
  var evidenceLengths: [[UInt32]] {
    TermStream.allCases.map { stream in
      evidence.segments.flatMap { segment in
        (0..<segment.documentCount).map { segment.reader.length(of: $0, stream: stream) }
      }
    }
  }

  /// What the workspace holds.
  public var counts: (evidence: Int, organizations: Int) {
    (evidence.liveCount, directory.collection.liveCount)
  }
}
