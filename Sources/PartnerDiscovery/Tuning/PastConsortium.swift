import ResearchProfiles

/// A project that is asked for as if it were still to be found: its text and coordinator as an application, its other
/// members as the answer.
struct PastConsortium: Sendable {
  var application: Application
  var date: CalendarDate
  /// Without the applicant, each once, in the source's order.
  var partners: [OrganizationID]

  /// Members that a consortium must have, the applicant among them.
  static let smallestMemberCount = 3

  /// - Returns: `nil` for what is no dated project of enough members.
  init?(_ evidence: Evidence, profiles: [OrganizationID: OrganizationProfile]) {
    guard evidence.kind == .project, let date = evidence.date else { return nil }
    var members: [OrganizationID] = []
    for participation in evidence.participations where participation.role.isMembership {
      if !members.contains(participation.organization) { members.append(participation.organization) }
    }
    guard members.count >= Self.smallestMemberCount else { return nil }
    let coordinator = evidence.participations.first { $0.role == .coordinator }?.organization ?? members[0]
    let profile = profiles[coordinator]
    self.date = date
    application = Application(
      id: evidence.id.rawValue, title: evidence.title.entries.map(\.text).joined(separator: " . "),
      summary: evidence.text.entries.map(\.text).joined(separator: " . "), keywords: evidence.keywords,
      applicant: Applicant(
        id: coordinator, name: profile?.names.primary, kind: profile?.kind, country: profile?.country))
    partners = members.filter { $0 != coordinator }
  }
}

extension ParticipationRole {
  /// Whether who has the role takes part in the work. Who lends means, pays or prints does not.
  var isMembership: Bool {
    switch self {
    case .coordinator, .participant, .subcontractor, .associatedPartner, .owner, .author: true
    case .thirdParty, .funder, .publisher: false
    }
  }
}
