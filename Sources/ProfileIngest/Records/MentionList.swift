import ResearchProfiles

/// Participants of one record and what it says about them: each organisation once for a role, each profile once.
struct MentionList {
  private(set) var participations: [Participation] = []
  private(set) var profiles: [OrganizationProfile] = []
  private var places: [OrganizationID: Int] = [:]
  private var known: Set<Participation> = []

  /// Adds a participant; a repetition in the same role is left out.
  mutating func add(_ profile: OrganizationProfile, role: ParticipationRole) {
    mention(profile)
    let participation = Participation(organization: profile.id, role: role)
    if known.insert(participation).inserted { participations.append(participation) }
  }

  /// Adds a profile; what an earlier mention of the same id lacks is filled in.
  mutating func mention(_ profile: OrganizationProfile) {
    if let place = places[profile.id] {
      profiles[place].fillGaps(from: profile)
    } else {
      places[profile.id] = profiles.count
      profiles.append(profile)
    }
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
