public import ParallelExecution
import PartnerRanking
import ResearchProfiles
import Retrieval
import SearchIndex
import TextAnalysis

extension DiscoverySession {
  /// What is searched for, taken apart by the officer's syntax or left as plain text.
  public enum QueryText: Hashable, Sendable {
    /// Words, "phrases", +required, -excluded.
    case syntax(String)
    /// No operators: a title, an abstract, a question.
    case plain(String)
  }

  /// The best evidence with what a reader needs to see of it.
  public func searchEvidence(
    _ text: QueryText, filter: SearchFilter = SearchFilter(), limit: Int, executor: ParallelExecutor = .serial
  ) -> [EvidenceResult] {
    let query = query(text, filter: filter)
    var description = EvidenceDescription(self, for: query)
    return searcher.search(query, limit: limit, executor: executor).map { description.result(for: $0) }
  }

  /// The best organisations: those for which the best evidence speaks, before them any whose name is meant.
  public func searchOrganizations(
    _ text: QueryText, filter: SearchFilter = SearchFilter(), limit: Int, evidenceLimit: Int = 3,
    executor: ParallelExecutor = .serial
  ) -> [OrganizationResult] {
    let query = query(text, filter: filter)
    let (hits, ranked) = rankOrganizations(text, query, filter: filter, limit: limit, executor: executor)
    return described(ranked, by: hits, for: query, evidenceLimit: evidenceLimit)
  }

  /// Organisations with the best of the hits that speak for each.
  func described(
    _ ranked: [EvidenceVoting.Candidate], by hits: [Hit], for query: TermQuery, evidenceLimit: Int
  ) -> [OrganizationResult] {
    var description = EvidenceDescription(self, for: query)
    var places: [UInt32: Int] = [:]
    for (place, entry) in ranked.enumerated() { places[entry.organization] = place }
    var found = Array(repeating: [EvidenceResult](), count: ranked.count)
    for hit in hits {
      for member in graph.members(of: UInt32(hit.document)) {
        guard let place = places[member.organization], found[place].count < evidenceLimit else { continue }
        found[place].append(description.result(for: hit))
      }
    }
    return ranked.enumerated().map { place, entry in
      OrganizationResult(
        organization: description.summary(of: entry.organization), score: entry.score,
        fields: fields(ofOrganization: entry.organization), evidence: found[place])
    }
  }

  /// The ids of the best evidence or organisations with their scores, best first: all that a run needs.
  public func rank(
    _ text: QueryText, level: SearchLevel, filter: SearchFilter = SearchFilter(), limit: Int,
    executor: ParallelExecutor = .serial
  ) -> [(id: String, score: Double)] {
    let query = query(text, filter: filter)
    switch level {
    case .evidence:
      return searcher.search(query, limit: limit, executor: executor).map { (evidence.id(of: $0.document), $0.score) }
    case .organization:
      return rankOrganizations(text, query, filter: filter, limit: limit, executor: executor).ranked.map {
        (directory.id($0.organization).rawValue, $0.score)
      }
    }
  }

  /// How the evidence for a query is found.
  func plan(for text: QueryText, level: SearchLevel, filter: SearchFilter, limit: Int) -> QueryPlan {
    let evidenceCount =
      switch level {
      case .evidence: limit
      case .organization: Self.votingEvidenceCount
      }
    return searcher.plan(for: query(text, filter: filter), limit: evidenceCount)
  }

  /// The terms of the other language that a query gets besides its own, the first ones first.
  public func addedTerms(to text: QueryText) -> [AddedTerm] { bridgedQuery(text, filter: SearchFilter()).added }

  /// What is wrong with the knowledge that bridges the languages, a sentence each.
  public var bridgeIssues: [String] { bridge.issues }

  func query(_ text: QueryText, filter: SearchFilter) -> TermQuery { bridgedQuery(text, filter: filter).query }

  func bridgedQuery(_ text: QueryText, filter: SearchFilter) -> (query: TermQuery, added: [AddedTerm]) {
    switch text {
    case .syntax(let text):
      let syntax = QuerySyntax(text)
      return bridge.bridged(queryBuilder.query(syntax, filter: filter.attributes), texts: [syntax.text])
    case .plain(let text):
      return bridge.bridged(queryBuilder.query(text: text, filter: filter.attributes), texts: [text])
    }
  }

  /// Evidence that votes for organisations.
  private static let votingEvidenceCount = 1000
  /// Organisations whose names are looked at closely.
  private static let namedOrganizationCount = 12

  func rankOrganizations(
    _ text: QueryText, _ query: TermQuery, filter: SearchFilter, limit: Int, executor: ParallelExecutor
  ) -> (hits: [Hit], ranked: [EvidenceVoting.Candidate]) {
    let hits = searcher.search(query, limit: Self.votingEvidenceCount, executor: executor)
    let bestScore = hits.first?.score ?? 1
    let retrieved = hits.map {
      PartnerQuery.RetrievedEvidence(evidence: UInt32($0.document), relevance: $0.score / bestScore)
    }
    let attributes = filter.attributes
    let admitsAll = attributes.isEmpty
    let named = organizations(named: text).filter { works($0.organization, in: filter) }
    let ranked = scratches.withScratch { scratch in
      EvidenceVoting(graph: graph).rank(
        retrieved, named: named, limit: limit, scratch: scratch,
        admits: { admitsAll || attributes.admits(directory.attributes($0)) }, precedes: directory.precedes)
    }
    return (hits, ranked)
  }

  /// The organisation that bears a name, word for word.
  ///
  /// - Parameter country: where it is known for both it must agree.
  func organization(named name: String, country: String?) -> UInt32? {
    let wanted = country.map(SearchFilter.countryCode) ?? ""
    return organizations(named: .plain(name)).first { candidate in
      let found = directory.country(candidate.organization)
      return candidate.score == 1 && (wanted.isEmpty || found.isEmpty || wanted == found)
    }?.organization
  }

  /// Organisations one of whose names the query spells out: all its words are in the name and make up more than half of it.
  ///
  /// - Returns: with the share of the name that is spelled out, in 0.5...1.
  private func organizations(named text: QueryText) -> [EvidenceVoting.Candidate] {
    let words =
      switch text {
      case .syntax(let text): QuerySyntax(text).text
      case .plain(let text): text
      }
    let wanted = Set(queryBuilder.terms(of: [.init(words)]).filter { $0.stream == .word }.map(\.bytes))
    guard !wanted.isEmpty, wanted.count <= 12 else { return [] }
    let query = queryBuilder.query(text: words)
    return nameSearcher.search(query, limit: Self.namedOrganizationCount).compactMap { hit in
      guard let card = directory.card(UInt32(hit.document)) else { return nil }
      let closeness =
        (card.names.entries.map(\.text) + card.aliases).map { name -> Double in
          let found = Set(queryBuilder.terms(of: [.init(name)]).filter { $0.stream == .word }.map(\.bytes))
          return wanted.isSubset(of: found) ? Double(wanted.count) / Double(found.count) : 0
        }.max() ?? 0
      return closeness > 0.5
        ? EvidenceVoting.Candidate(organization: UInt32(hit.document), score: closeness) : nil
    }
  }
}
