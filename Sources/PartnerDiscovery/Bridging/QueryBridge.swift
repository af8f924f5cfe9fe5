import IndexStorage
import Retrieval
import SearchIndex
import Synchronization
import TermBridging
import TextAnalysis

/// Adds terms of the other language to the queries of one opened workspace. Safe to share between threads.
///
/// The glossary and the mined pairs are read when a query first needs them: where a workspace speaks one language and is
/// asked in it, never.
final class QueryBridge: Sendable {
  let mode: BridgeMode
  private let workspace: Workspace
  private let analyzer: any TextAnalyzer
  private let searcher: Searcher
  private let presence: LanguagePresence
  private let expansion = QueryExpansion()
  private let loaded = Mutex<Knowledge?>(nil)

  private struct Knowledge {
    var bridge: TermBridge
    var issues: [String]
    var sources: [FileStamp]
  }

  /// - Parameter earlier: a bridge of the same workspace: what it has read is not read again unless the files have changed.
  init(
    workspace: Workspace, analyzer: any TextAnalyzer, searcher: Searcher, mode: BridgeMode,
    reusing earlier: QueryBridge? = nil
  ) {
    // The analysers for comparisons with other engines get nothing that those have not.
    self.mode = analyzer.identity.name == AnalyzerCatalog.names.first ? mode : .none
    self.workspace = workspace
    self.analyzer = analyzer
    self.searcher = searcher
    presence = LanguagePresence(analyzer: analyzer) { Self.documentFrequency(of: $0, searcher) }
    if let earlier, earlier.mode == self.mode, earlier.analyzer.identity == analyzer.identity,
      let known = earlier.loaded.withLock({ $0 }), known.sources == Self.sources(of: workspace)
    {
      loaded.withLock { $0 = known }
    }
  }

  /// The query with what bridges it.
  ///
  /// - Parameter texts: what the query's terms were made of.
  /// - Returns: the query's own terms as they are, first, and behind them those that were added.
  func bridged(_ query: TermQuery, texts: [String]) -> (query: TermQuery, added: [AddedTerm]) {
    guard mode != .none, isBridgeable(query) else { return (query, []) }
    let terms = query.terms.map { BridgeTerm(stream: $0.stream, bytes: $0.bytes, weight: $0.weight) }
    let expansions = knowledge().bridge.expansions(of: texts, terms: terms, mode: mode, presence: presence) { term in
      Self.documentFrequency(of: term, searcher) > 0
    }
    let additions = expansions.map {
      WeightedTerm(stream: $0.term.stream, bytes: $0.term.bytes, weight: $0.term.weight)
    }
    let bridged = expansion.expanded(query, by: additions, in: searcher)
    // Those that stayed stand in the same order.
    var rest = expansions[...]
    let added = bridged.terms.dropFirst(query.terms.count).compactMap { term in
      rest = rest.drop { $0.term.stream != term.stream || $0.term.bytes != term.bytes }
      return rest.popFirst().map { AddedTerm($0, weight: term.weight) }
    }
    return (bridged, added)
  }

  /// What is wrong with the workspace's glossary or pairs, a sentence each; empty as long as no query has needed them.
  var issues: [String] { loaded.withLock { $0?.issues ?? [] } }

  /// Whether the query holds a term of a language whose other one the collection speaks.
  private func isBridgeable(_ query: TermQuery) -> Bool {
    if presence.isBilingual { return true }
    return query.terms.contains { term in
      BridgeLanguage.ofTerm(term.bytes).map { presence.factor(of: $0.other) > 0 } ?? false
    }
  }

  private static func documentFrequency(of term: BridgeTerm, _ searcher: Searcher) -> Int {
    searcher.collection.segments.reduce(0) {
      $0 + ($1.reader.postings(stream: term.stream, term: term.bytes)?.documentCount ?? 0)
    }
  }

  /// The workspace's own files of what it knows, by which one sees whether they have changed.
  private static func sources(of workspace: Workspace) -> [FileStamp] {
    let names = (try? FileSystem.names(in: workspace.glossaryPath)) ?? []
    return (names.sorted().map { workspace.glossaryPath + "/" + $0 } + [workspace.termPairsPath]).map(FileStamp.init)
  }

  private func knowledge() -> Knowledge {
    loaded.withLock { loaded in
      if let loaded { return loaded }
      let sources = Self.sources(of: workspace)
      var issues: [String] = []
      var glossary: Glossary?
      if mode.usesGlossary {
        let file = WorkspaceGlossary(workspace)
        issues += file.issues
        glossary = Glossary(file.concepts, analyzer: analyzer)
      }
      var pairs: TermPairTable?
      if mode.usesPairs, workspace.hasTermPairs {
        do throws(TermBridgingError) {
          let file = try TermPairFile(path: workspace.termPairsPath)
          guard file.analyzer == analyzer.identity else {
            throw .otherAnalyzer(
              path: workspace.termPairsPath, found: file.analyzer.description,
              expected: analyzer.identity.description)
          }
          pairs = TermPairTable(file.pairs)
        } catch {
          issues.append(error.description)
        }
      }
      let knowledge = Knowledge(
        bridge: TermBridge(glossary: glossary, pairs: pairs, analyzer: analyzer), issues: issues, sources: sources)
      loaded = knowledge
      return knowledge
    }
  }
}
