import ResearchProfiles

/// Participants of one record and what it says about them: each organisation once for a role, each profile once.
struct MentionList {
  private(set) var participations: [Participation] = []
  private(set) var profiles: [OrganizationProfile] = []
  /// Only for lists that are longer than ``shortCount``: the few of most records are found sooner by looking at each.
  private var places: [OrganizationID: Int] = [:]
  private var known: Set<Participation> = []
  private static let shortCount = 12

  /// - Parameter expectedCount: how many organisations there will be about.
  init(expectedCount: Int = 0) {
    guard expectedCount > 0 else { return }
    participations.reserveCapacity(min(expectedCount, Self.shortCount))
    profiles.reserveCapacity(min(expectedCount, Self.shortCount))
  }

  /// Adds a participant; a repetition in the same role is left out.
  mutating func add(_ profile: consuming OrganizationProfile, role: ParticipationRole) {
    let participation = Participation(organization: profile.id, role: role)
    if isNew(participation) { participations.append(participation) }
    mention(profile)
  }

  private mutating func isNew(_ participation: Participation) -> Bool {
    if participations.count < Self.shortCount {
      return !participations.contains {
        $0.role == participation.role && Self.isSame($0.organization, participation.organization)
      }
    }
    if known.isEmpty { known = Set(participations) }
    return known.insert(participation).inserted
  }

  /// Adds a profile; what an earlier mention of the same id lacks is filled in.
  mutating func mention(_ profile: consuming OrganizationProfile) {
    if let place = place(of: profile.id) {
      profiles[place].fillGaps(from: profile)
    } else {
      if !places.isEmpty { places[profile.id] = profiles.count }
      profiles.append(profile)
    }
  }

  private mutating func place(of id: OrganizationID) -> Int? {
    if profiles.count < Self.shortCount { return profiles.firstIndex { Self.isSame($0.id, id) } }
    if places.isEmpty {
      for (place, profile) in profiles.enumerated() { places[profile.id] = place }
    }
    return places[id]
  }

  private static func isSame(_ left: OrganizationID, _ right: OrganizationID) -> Bool {
    left.rawValue.hasBytes(of: right.rawValue)
  }
}

extension OrganizationProfile {
  /// Takes over what this profile lacks. Names, aliases and identifiers are united.
  mutating func fillGaps(from other: Self) {
    kind = kind ?? other.kind
    for entry in other.names.entries { names.addBounded(entry.text, language: entry.language) }
    for alias in other.aliases { aliases.addBounded(alias) }
    for identifier in other.identifiers { identifiers.addBounded(identifier) }
    country = country ?? other.country
    region = region ?? other.region
    city = city ?? other.city
    sizeClass = sizeClass ?? other.sizeClass
    homepage = homepage ?? other.homepage
    if summary.isEmpty { summary = other.summary }
    if keywords.isEmpty { keywords = other.keywords }
    parent = parent ?? other.parent
  }
}
