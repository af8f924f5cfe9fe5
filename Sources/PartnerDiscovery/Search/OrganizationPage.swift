public import ParallelExecution
import PartnerRanking
import ResearchFields
public import ResearchProfiles
import Retrieval

/// A part of all the organisations that a search finds, and how they spread over attributes.
public struct OrganizationPage: Hashable, Sendable {
  /// A value of an attribute and how many organisations would be found with it alone.
  public struct Facet<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var count: Int

    public init(value: Value, count: Int) {
      self.value = value
      self.count = count
    }
  }

  public var results: [OrganizationResult]
  /// Of all that were found: those for whom the best evidence speaks.
  public var totalCount: Int
  /// Each counted without the filter on its own attribute; most frequent first, ties by value.
  public var kinds: [Facet<OrganizationKind>]
  public var countries: [Facet<String>]
  public var regions: [Facet<String>]
  /// Of research, by id; each organisation counts in those that most of its evidence is of.
  public var fields: [Facet<String>]
  /// Terms of the other language that were searched for too, the first ones first.
  public var added: [AddedTerm]
}

extension DiscoverySession {
  /// A page of organisations with facets.
  ///
  /// - Complexity: a search, one more for each attribute that is filtered on, and linear in the organisations found.
  public func organizationPage(
    _ text: QueryText, filter: SearchFilter = SearchFilter(), offset: Int, limit: Int, evidenceLimit: Int = 2,
    facetLimit: Int = 12, executor: ParallelExecutor = .serial
  ) -> OrganizationPage {
    let (query, added) = bridgedQuery(text, filter: filter)
    let (hits, ranked) = rankOrganizations(text, query, filter: filter, limit: .max, executor: executor)
    func found(without change: (inout SearchFilter) -> Void) -> [EvidenceVoting.Candidate] {
      var wider = filter
      change(&wider)
      if wider == filter { return ranked }
      return rankOrganizations(
        text, self.query(text, filter: wider), filter: wider, limit: .max, executor: executor
      ).ranked
    }
    func counts(
      _ candidates: [EvidenceVoting.Candidate], _ values: (UInt32) -> [String]
    ) -> [OrganizationPage.Facet<String>] {
      var counts: [String: Int] = [:]
      for candidate in candidates {
        for value in values(candidate.organization) where !value.isEmpty { counts[value, default: 0] += 1 }
      }
      return counts.map { OrganizationPage.Facet(value: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(facetLimit).map { $0 }
    }
    return OrganizationPage(
      results: described(
        Array(ranked.dropFirst(offset).prefix(limit)), by: hits, for: query, evidenceLimit: evidenceLimit),
      totalCount: ranked.count,
      kinds: counts(found { $0.kinds = [] }) { [directory.attribute(.kind, of: $0)] }.compactMap { facet in
        OrganizationKind(rawValue: facet.value).map { .init(value: $0, count: facet.count) }
      },
      countries: counts(found { $0.countries = [] }) { [directory.attribute(.country, of: $0)] },
      regions: counts(found { $0.regions = [] }) { [directory.attribute(.region, of: $0)] },
      fields: counts(found { $0.fields = [] }) { fields(ofOrganization: $0).map(\.field.id) },
      added: added)
  }
}
