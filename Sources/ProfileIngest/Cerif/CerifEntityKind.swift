import ResearchProfiles

/// What a CERIF entity becomes.
enum CerifEntityKind: Equatable {
  case organization
  case evidence(EvidenceKind)
  case supporting(SupportingRecord.Kind)

  /// `nil` for an element that is no entity.
  init?(_ element: XMLRecordElement) {
    switch element {
    case .orgUnit: self = .organization
    case .cerifProject: self = .evidence(.project)
    case .publication: self = .evidence(.publication)
    case .patent: self = .evidence(.patent)
    case .product: self = .evidence(.product)
    case .equipment: self = .evidence(.equipment)
    case .person: self = .supporting(.person)
    case .funding: self = .supporting(.funding)
    case .event: self = .supporting(.event)
    case .service: self = .supporting(.service)
    default: return nil
    }
  }

  /// The dates of an entity, the one that counts most first.
  var dateElements: [CerifElement] {
    switch self {
    case .evidence(.project): [.startDate]
    case .evidence(.patent): [.registrationDate, .approvalDate, .publicationDate]
    case .evidence(.product): [.publicationDate, .issued, .available, .created, .collected]
    default: [.publicationDate, .startDate]
    }
  }
}
