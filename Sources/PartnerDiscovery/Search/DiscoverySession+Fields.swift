import PartnerRanking
import ResearchFields
import ResearchProfiles
import SearchIndex

extension DiscoverySession {
  /// Fields that are told of an organisation, at most.
  private static let organizationFieldLimit = 3

  /// Refuses a filter that an index made by an earlier build cannot answer: it would find nothing.
  ///
  /// - Throws: ``DiscoveryError/fieldsNotIndexed(path:)``.
  public func check(_ filter: SearchFilter) throws(DiscoveryError) {
    guard !filter.fields.isEmpty else { return }
    let tells = evidence.segments.allSatisfy { segment in
      segment.documentCount == 0
        || segment.reader.attributeCombinations.contains { $0.count > IndexContents.Attribute.field.rawValue }
    }
    if !tells { throw .fieldsNotIndexed(path: workspace.path) }
  }

  /// The fields that most of an organisation's evidence is of.
  ///
  /// - Complexity: linear in its evidence; the first time in all evidence.
  func fields(ofOrganization number: UInt32) -> [ResultField] {
    fieldColumn.mostFrequent(in: graph.evidence(of: number), limit: Self.organizationFieldLimit).map {
      ResultField(field: $0.field, basis: .evidence, confidence: nil, evidenceCount: $0.count)
    }
  }

  /// Whether an organisation that was meant by its name works in one of a filter's fields.
  func works(_ number: UInt32, in filter: SearchFilter) -> Bool {
    filter.fields.isEmpty
      || fields(ofOrganization: number).contains { found in
        filter.fields.contains(found.field.id) || found.field.parentID.map(filter.fields.contains) == true
      }
  }
}
