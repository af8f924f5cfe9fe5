import ResearchProfiles

/// A set of an organisation profile's fields: which ones a source states, which ones are still empty.
struct ProfileFields: OptionSet, Hashable {
  let rawValue: UInt16

  static let kind = Self(rawValue: 1 << 0)
  static let names = Self(rawValue: 1 << 1)
  static let aliases = Self(rawValue: 1 << 2)
  static let identifiers = Self(rawValue: 1 << 3)
  static let country = Self(rawValue: 1 << 4)
  static let region = Self(rawValue: 1 << 5)
  static let city = Self(rawValue: 1 << 6)
  static let sizeClass = Self(rawValue: 1 << 7)
  static let homepage = Self(rawValue: 1 << 8)
  static let summary = Self(rawValue: 1 << 9)
  static let keywords = Self(rawValue: 1 << 10)
  static let parent = Self(rawValue: 1 << 11)
  static let classifications = Self(rawValue: 1 << 12)
}

extension OrganizationProfile {
  /// The fields that hold something. An empty text or list states nothing.
  var statedFields: ProfileFields {
    var fields: ProfileFields = []
    if kind != nil { fields.insert(.kind) }
    if !names.isEmpty { fields.insert(.names) }
    if !aliases.isEmpty { fields.insert(.aliases) }
    if !identifiers.isEmpty { fields.insert(.identifiers) }
    if country?.isEmpty == false { fields.insert(.country) }
    if region?.isEmpty == false { fields.insert(.region) }
    if city?.isEmpty == false { fields.insert(.city) }
    if sizeClass?.isEmpty == false { fields.insert(.sizeClass) }
    if homepage?.isEmpty == false { fields.insert(.homepage) }
    if !summary.isEmpty { fields.insert(.summary) }
    if !keywords.isEmpty { fields.insert(.keywords) }
    if parent != nil { fields.insert(.parent) }
    if !classifications.isEmpty { fields.insert(.classifications) }
    return fields
  }

  /// Replaces the named fields by the other profile's.
  mutating func take(_ fields: ProfileFields, from other: OrganizationProfile) {
    if fields.contains(.kind) { kind = other.kind }
    if fields.contains(.names) { names = other.names }
    if fields.contains(.aliases) { aliases = other.aliases }
    if fields.contains(.identifiers) { identifiers = other.identifiers }
    if fields.contains(.country) { country = other.country }
    if fields.contains(.region) { region = other.region }
    if fields.contains(.city) { city = other.city }
    if fields.contains(.sizeClass) { sizeClass = other.sizeClass }
    if fields.contains(.homepage) { homepage = other.homepage }
    if fields.contains(.summary) { summary = other.summary }
    if fields.contains(.keywords) { keywords = other.keywords }
    if fields.contains(.parent) { parent = other.parent }
    if fields.contains(.classifications) { classifications = other.classifications }
  }

  /// What a full record of the same organisation makes of this profile: each field it states is replaced.
  func updated(byFullRecord record: OrganizationProfile) -> OrganizationProfile {
    var merged = self
    merged.take(record.statedFields, from: record)
    return merged
  }

  /// What a mention of the same organisation makes of this profile: only empty fields are filled.
  func filled(byMention mention: OrganizationProfile) -> OrganizationProfile {
    var merged = self
    merged.take(mention.statedFields.subtracting(statedFields), from: mention)
    return merged
  }
}
