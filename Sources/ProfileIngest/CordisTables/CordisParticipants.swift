import ResearchProfiles

/// Who took part in which project, kept in memory while the projects are read: each organisation once, and some 32 bytes
/// for each participation.
struct CordisParticipants {
  private struct Entry {
    var organization: Int32
    var order: Int32
    var role: ParticipationRole
  }

  /// Rows that are kept; all of Horizon Europe has 150,000.
  static let rowLimit = 5_000_000

  private var profiles: [OrganizationProfile] = []
  private var places: [OrganizationID: Int32] = [:]
  private var entries: [String: [Entry]] = [:]
  private(set) var rowCount = 0

  var isFull: Bool { rowCount >= Self.rowLimit }

  mutating func add(_ participation: CordisParticipation) {
    guard !isFull else { return }
    rowCount += 1
    let place: Int32
    if let known = places[participation.profile.id] {
      place = known
      profiles[Int(known)].fillGaps(from: participation.profile)
    } else {
      place = Int32(profiles.count)
      places[participation.profile.id] = place
      profiles.append(participation.profile)
    }
    entries[participation.projectID, default: []].append(
      Entry(organization: place, order: Int32(clamping: participation.order), role: participation.role))
  }

  /// The participants of a project, in CORDIS's order.
  func mentions(of projectID: String) -> MentionList {
    var mentions = MentionList()
    let found = entries[projectID] ?? []
    for entry in found.enumerated().sorted(by: { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }) {
      mentions.add(profiles[Int(entry.element.organization)], role: entry.element.role)
    }
    return mentions
  }
}
