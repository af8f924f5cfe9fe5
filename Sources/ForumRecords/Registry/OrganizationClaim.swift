import Foundation
import GRDB
import ResearchProfiles

/// What one source says of an organisation.
struct OrganizationClaim {
  var source: Int64
  /// Fields that records of the organisation's own state; the others were mentioned in passing.
  var fullFields: ProfileFields
  var date: CalendarDate
  var location: String
  /// When the source last said something new.
  var sequence: Int64
  var profile: OrganizationProfile

  /// The profile that is shown: of each field the value of a record of the organisation's own, of several the one that
  /// changed last; where there is none the mention that came first.
  ///
  /// Ties go by the source that was imported first.
  static func shown(_ claims: [OrganizationClaim], id: OrganizationID) -> OrganizationProfile {
    var shown = OrganizationProfile(id: id)
    let ordered = claims.sorted { ($0.sequence, $0.source) < ($1.sequence, $1.source) }
    for claim in ordered { shown = shown.filled(byMention: claim.profile) }
    for claim in ordered {
      shown.take(claim.fullFields.intersection(claim.profile.statedFields), from: claim.profile)
    }
    return shown
  }

  /// The claims of an organisation, by source.
  ///
  /// - Parameter stored: its row, which says what its only claim says.
  static func fetch(of stored: StoredOrganization, in database: Database) throws -> [OrganizationClaim] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT source, full_fields, date, location, change_sequence, profile FROM organization_claim
          WHERE organization = ? ORDER BY source
          """), arguments: [stored.row]
    ).map { columns in
      OrganizationClaim(
        source: try columns.decode(atIndex: 0),
        fullFields: ProfileFields(rawValue: try columns.decode(UInt16.self, atIndex: 1)),
        date: CalendarDate(daysSinceEpoch: try columns.decode(atIndex: 2)), location: try columns.decode(atIndex: 3),
        sequence: try columns.decode(atIndex: 4),
        profile: try columns.decode(Data?.self, atIndex: 5).map {
          try Self.profile(id: stored.profile.id, [UInt8]($0))
        } ?? stored.profile)
    }
  }

  /// The whole profile as one block of bytes.
  static func bytes(of profile: OrganizationProfile) -> Data {
    var writer = ContentWriter(capacity: 256)
    let fields = [
      profile.kind?.rawValue, profile.country, profile.region, profile.city, profile.sizeClass, profile.homepage,
      profile.parent?.rawValue,
    ]
    for field in fields { writer.write(optional: field) }
    let content = ProfileContent.bytes(of: profile)
    return Data(writer.bytes + content)
  }

  private static func profile(id: OrganizationID, _ bytes: [UInt8]) throws -> OrganizationProfile {
    var reader = try ContentReader(bytes)
    var profile = OrganizationProfile(id: id)
    profile.kind = try reader.readOptionalText().flatMap(OrganizationKind.init(rawValue:))
    profile.country = try reader.readOptionalText()
    profile.region = try reader.readOptionalText()
    profile.city = try reader.readOptionalText()
    profile.sizeClass = try reader.readOptionalText()
    profile.homepage = try reader.readOptionalText()
    profile.parent = try reader.readOptionalText().map { OrganizationID($0) }
    let content = try ProfileContent(reader.rest)
    profile.names = content.names
    profile.aliases = content.aliases
    profile.identifiers = content.identifiers
    profile.summary = content.summary
    profile.keywords = content.keywords
    profile.classifications = content.classifications
    return profile
  }
}
