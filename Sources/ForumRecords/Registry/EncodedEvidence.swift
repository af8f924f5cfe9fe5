import Foundation
public import ResearchProfiles

/// A piece of evidence in the form in which the registry stores it, with the hash of all it says.
///
/// Made by the threads that read the sources, so that the one thread that writes has only to compare and store.
public struct EncodedEvidence: Sendable {
  public let id: EvidenceID
  /// In the source's order; position is the stored ordinal.
  public let participations: [Participation]

  let kind: EvidenceKind
  let date: CalendarDate?
  /// Title, text, keywords and classifications as ``ContentWriter`` writes them.
  let content: Data
  package let contentHash: Int64

  /// Bytes that are stored of its texts.
  public var byteCount: Int { content.count }

  /// - Complexity: linear in the evidence's texts, about one nanosecond a byte.
  public init(_ evidence: Evidence) {
    id = evidence.id
    kind = evidence.kind
    date = evidence.date
    participations = evidence.participations
    let bytes = Self.content(of: evidence)
    content = Data(bytes)
    contentHash = Self.contentHash(
      kind: evidence.kind.rawValue, daysSinceEpoch: evidence.date?.daysSinceEpoch, content: bytes,
      participations: evidence.participations)
  }

  package static func content(of evidence: Evidence) -> [UInt8] {
    let textByteCount = evidence.text.entries.reduce(0) { $0 + $1.text.utf8.count + 8 }
    let hasClassifications = !evidence.classifications.isEmpty
    var writer = ContentWriter(
      capacity: textByteCount + 256,
      version: hasClassifications ? ContentWriter.versionWithClassifications : ContentWriter.version)
    writer.write(evidence.title)
    writer.write(evidence.text)
    writer.write(evidence.keywords)
    if hasClassifications { writer.write(evidence.classifications) }
    return writer.bytes
  }

  /// The hash of everything an evidence says except its id, from the columns in which it is stored.
  static func contentHash(
    kind: String, daysSinceEpoch: Int32?, content: [UInt8], participations: [Participation]
  ) -> Int64 {
    var hash = ContentHash()
    hash.combine(kind)
    hash.combine(daysSinceEpoch.map(String.init))
    hash.combine(content)
    hash.combine(count: participations.count)
    for participation in participations {
      hash.combine(participation.organization.rawValue)
      hash.combine(participation.role.rawValue)
    }
    return hash.storedValue
  }
}
