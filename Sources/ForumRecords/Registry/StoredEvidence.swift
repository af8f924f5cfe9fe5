import Foundation
public import ResearchProfiles

/// A piece of evidence as the registry holds it, with what filters need to know of its organisations. Its texts are
/// decoded on demand, so that many threads can share that work.
public struct StoredEvidence: Sendable {
  public struct Participant: Hashable, Sendable {
    /// The primary id of its body.
    public var organization: OrganizationID
    public var role: ParticipationRole
    public var kind: OrganizationKind?
    public var country: String?
    public var region: String?
    /// The id by which the source names it.
    var sourceID: OrganizationID
  }

  public let id: EvidenceID
  public let kind: EvidenceKind
  public let date: CalendarDate?
  /// In the source's order; a body appears once for each role it has.
  public internal(set) var participants: [Participant]

  /// As the source names them.
  var participations: [Participation]
  let row: Int64
  let contentHash: Int64
  let content: Data

  /// The evidence with its texts.
  ///
  /// - Throws: ``RegistryError/damaged(path:detail:)`` where the stored bytes make no sense.
  /// - Complexity: linear in the texts.
  public func decoded() throws(RegistryError) -> Evidence {
    let decoded: EvidenceContent
    do {
      decoded = try EvidenceContent([UInt8](content))
    } catch {
      throw .damaged(path: "evidence \(id)", detail: "its content is \(error)")
    }
    return Evidence(
      id: id, kind: kind, title: decoded.title, text: decoded.text, keywords: decoded.keywords,
      classifications: decoded.classifications, date: date, participations: participations)
  }

  /// What the stored hash must be.
  var recomputedContentHash: Int64 {
    EncodedEvidence.contentHash(
      kind: kind.rawValue, daysSinceEpoch: date?.daysSinceEpoch, content: [UInt8](content),
      participations: participations)
  }
}
