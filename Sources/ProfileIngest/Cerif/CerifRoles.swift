import ResearchProfiles

extension CerifElement {
  /// Lists of participants.
  var isRoleGroup: Bool {
    switch self {
    case .consortium, .team, .authors, .editors, .publishers, .inventors, .holders, .creators, .funded: true
    default: false
    }
  }

  /// The part of an organisation that stands in this element, or works for the person in it.
  var role: ParticipationRole? {
    switch self {
    case .coordinator: .coordinator
    case .partner, .member, .principalInvestigator, .contact, .organizer: .participant
    case .contractor: .subcontractor
    case .inkindContributor, .inKindContributor: .thirdParty
    case .by, .funder: .funder
    case .author, .editor, .inventor: .author
    // The office that issues a patent makes it public; it did not do the work.
    case .publisher, .issuer: .publisher
    case .holder, .creator, .owner: .owner
    default: nil
    }
  }

  /// Participants that stand in the entity itself, without a list around them.
  var isSingleRole: Bool {
    switch self {
    case .issuer, .owner, .funder, .organizer: true
    default: false
    }
  }
}
