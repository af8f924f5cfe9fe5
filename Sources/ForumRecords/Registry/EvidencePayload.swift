import Foundation
import GRDB
import ResearchProfiles

/// What a source says of a piece of evidence, where another source says something else and is shown.
struct EvidencePayload {
  var kind: EvidenceKind
  var date: CalendarDate?
  var content: Data
  var participations: [Participation]

  init(_ stored: StoredEvidence) {
    kind = stored.kind
    date = stored.date
    content = stored.content
    participations = stored.participations
  }

  var contentHash: Int64 {
    EncodedEvidence.contentHash(
      kind: kind.rawValue, daysSinceEpoch: date?.daysSinceEpoch, content: [UInt8](content),
      participations: participations)
  }

  var bytes: Data {
    var writer = ContentWriter(capacity: content.count + 256)
    writer.write(kind.rawValue)
    writer.write(optional: date.map { String($0.daysSinceEpoch) })
    writer.write(count: participations.count)
    for participation in participations {
      writer.write(participation.organization.rawValue)
      writer.write(participation.role.rawValue)
    }
    return Data(writer.bytes) + content
  }

  init(bytes: [UInt8]) throws {
    var reader = try ContentReader(bytes)
    let kindName = try reader.readText()
    guard let kind = EvidenceKind(rawValue: kindName) else { throw UnknownName(kindName) }
    self.kind = kind
    date = try reader.readOptionalText().flatMap { Int32($0) }.map { CalendarDate(daysSinceEpoch: $0) }
    participations = []
    for _ in 0..<(try reader.readElementCount()) {
      let id = OrganizationID(try reader.readText())
      let roleName = try reader.readText()
      guard let role = ParticipationRole(rawValue: roleName) else { throw UnknownName(roleName) }
      participations.append(Participation(organization: id, role: role))
    }
    content = Data(reader.rest)
  }
}
