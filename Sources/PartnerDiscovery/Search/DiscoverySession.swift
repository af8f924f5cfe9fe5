import ForumRecords
import IndexStorage
import ParallelExecution
import PartnerRanking
import Retrieval
import SearchIndex
public import TermBridging
import TextAnalysis

/// A workspace opened for searching and matching: one snapshot of its index, immutable, shared by all threads.
///
/// What a search for evidence does not need (the collaboration graph, the organisations' attributes) is loaded when
/// somebody first asks for it.
public final class DiscoverySession: Sendable {
  public let workspace: Workspace
  let snapshot: IndexSnapshot
  let analyzer: any TextAnalyzer
  let searcher: Searcher
  let nameSearcher: Searcher
  let directory: OrganizationDirectory
  let queryBuilder: QueryBuilder
  let bridge: QueryBridge
  /// Memory for rankings on this session's graph.
  let scratches: ScratchPool<RankingScratch>
  private let deferredGraph: Deferred<CollaborationGraph>
  private let deferredFields: Deferred<EvidenceFieldColumn>

  var evidence: CollectionSnapshot { searcher.collection }

  /// Who took part in what.
  ///
  /// - Complexity: linear in documents and links the first time; a fifth of a second for a million.
  var graph: CollaborationGraph { deferredGraph.value }

  /// Which fields evidence is of.
  var fieldColumn: EvidenceFieldColumn { deferredFields.value }

  /// Maps the index.
  ///
  /// - Parameters:
  ///   - bridge: which knowledge bridges Korean and English in queries.
  ///   - earlier: a session of the same workspace: what its index and the present one share is not opened again.
  /// - Throws: ``DiscoveryError`` where there is nothing to open; errors of the index as they are.
  /// - Complexity: linear in the columns of documents, at memory speed; a millisecond for a hundred thousand.
  public init(workspace: Workspace, bridge: BridgeMode = .both, reusing earlier: DiscoverySession? = nil) throws {
    self.workspace = workspace
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    snapshot = try IndexDirectory(existing: workspace.indexPath).open(reusing: earlier?.snapshot)
    guard let evidence = snapshot.collection(IndexContents.evidence) else {
      throw DiscoveryError.emptyIndex(path: workspace.path)
    }
    analyzer = try AnalyzerCatalog.analyzer(for: evidence.configuration.analyzer)
    searcher = Searcher(evidence, model: RankingDefaults.model)
    let organizations =
      snapshot.collection(IndexContents.organizations) ?? evidence.emptied(as: IndexContents.organizations)
    nameSearcher = Searcher(organizations)
    directory = OrganizationDirectory(organizations, aliases: snapshot.collection(IndexContents.aliases))
    queryBuilder = QueryBuilder(analyzer: analyzer)
    self.bridge = QueryBridge(
      workspace: workspace, analyzer: analyzer, searcher: searcher, mode: bridge, reusing: earlier?.bridge)
    let graph = Deferred { GraphLoader.load(evidence: evidence, organizations: organizations) }
    deferredGraph = graph
    deferredFields = Deferred { EvidenceFieldColumn(evidence) }
    scratches = ScratchPool { RankingScratch(for: graph.value) }
  }

  /// The organisations in a piece of evidence, without loading the graph for it.
  ///
  /// - Complexity: a search by id for each, unless the graph is there.
  func members(ofEvidence number: Int) -> [CollaborationGraph.Member] {
    if let graph = deferredGraph.valueIfMade { return Array(graph.members(of: UInt32(number))) }
    return GraphLoader.members(ofEvidence: number, evidence: evidence, organizations: directory.collection)
  }

  /// Days since 1970-01-01 of a piece of evidence.
  func day(ofEvidence number: Int) -> Int32? {
    let place = evidence.locate(number)
    return evidence.segments[place.segment].reader.day(of: place.document)
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
