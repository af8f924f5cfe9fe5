import PartnerRanking
import ResearchProfiles
import SearchIndex

/// Builds the collaboration graph from the links that evidence documents carry.
enum GraphLoader {
  /// - Parameters:
  ///   - evidence: document numbers become evidence numbers; deleted documents keep theirs, without members.
  ///   - organizations: document numbers become organisation numbers.
  /// - Complexity: linear in documents, links and organisations.
  static func load(evidence: CollectionSnapshot, organizations: CollectionSnapshot) -> CollaborationGraph {
    var builder = CollaborationGraph.Builder()
    var members: [CollaborationGraph.Member] = []
    for segment in evidence.segments {
      let numbers = organizationNumbers(ofLinkKeysIn: segment.reader, organizations: organizations)
      for document in 0..<segment.documentCount {
        members.removeAll(keepingCapacity: true)
        if !segment.isDeleted(document) {
          segment.reader.forEachLink(of: document) { key, role in
            let role = IndexContents.role(ofCode: role)
            guard let number = numbers[key], isMember(role) else { return }
            members.append(.init(organization: number, role: role))
          }
        }
        builder.append(members: members, day: segment.reader.day(of: document))
      }
    }
    return CollaborationGraph(organizationCount: organizations.documentCount, builder)
  }

  /// The members of one piece of evidence, as the graph would have them.
  ///
  /// - Complexity: a search by id for each.
  static func members(
    ofEvidence number: Int, evidence: CollectionSnapshot, organizations: CollectionSnapshot
  ) -> [CollaborationGraph.Member] {
    let place = evidence.locate(number)
    let segment = evidence.segments[place.segment]
    guard !segment.isDeleted(place.document) else { return [] }
    var members: [CollaborationGraph.Member] = []
    segment.reader.forEachLink(of: place.document) { key, role in
      let role = IndexContents.role(ofCode: role)
      guard isMember(role), let found = organizations.document(withID: segment.reader.linkKey(key)),
        !members.contains(where: { $0.organization == UInt32(found) })
      else { return }
      members.append(.init(organization: UInt32(found), role: role))
    }
    return members
  }

  /// Whether the evidence speaks for an organisation in that role. Who lends means, pays or prints shows no ability.
  private static func isMember(_ role: ParticipationRole) -> Bool {
    switch role {
    case .coordinator, .participant, .subcontractor, .associatedPartner, .owner, .author: true
    case .thirdParty, .funder, .publisher: false
    }
  }

  private static func organizationNumbers(
    ofLinkKeysIn reader: SegmentReader, organizations: CollectionSnapshot
  ) -> [UInt32?] {
    var numbers = Array(repeating: UInt32?.none, count: reader.linkKeyCount)
    for (position, segment) in organizations.segments.enumerated() {
      let documents = reader.documents(ofLinkKeysIn: segment.reader)
      for (key, document) in documents.enumerated() {
        guard let document, !segment.isDeleted(Int(document)) else { continue }
        numbers[key] = UInt32(organizations.documentBases[position]) + document
      }
    }
    return numbers
  }
}
