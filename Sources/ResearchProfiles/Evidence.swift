/// What kind of thing shows that an organisation can do something.
public enum EvidenceKind: String, CaseIterable, Hashable, Sendable, Codable {
  case project
  case patent
  case publication
  case product
  case equipment
  /// The organisation's own words: its summary and keywords.
  case statement
}

/// What an organisation did in a piece of evidence.
public enum ParticipationRole: String, CaseIterable, Hashable, Sendable, Codable {
  /// 주관: leads the project.
  case coordinator
  /// 공동: takes part on equal terms.
  case participant
  /// 위탁: does a commissioned part.
  case subcontractor
  /// Takes part without funding of its own (CORDIS `associatedPartner`).
  case associatedPartner = "associated_partner"
  /// Lends means to a participant (CORDIS `thirdParty`).
  case thirdParty = "third_party"
  case funder
  /// Holds or applies for a patent, owns equipment, makes a product.
  case owner
  /// Wrote a publication, or is where its author or a patent's inventor works.
  case author
  case publisher
}

/// One organisation's part in a piece of evidence.
public struct Participation: Hashable, Sendable, Codable {
  public var organization: OrganizationID
  public var role: ParticipationRole

  public init(organization: OrganizationID, role: ParticipationRole = .participant) {
    self.organization = organization
    self.role = role
  }
}

/// A project, patent, publication, product, piece of equipment or statement: the unit of retrieval.
public struct Evidence: Hashable, Sendable, Codable {
  public var id: EvidenceID
  public var kind: EvidenceKind
  public var title: LocalizedText
  /// Objective, abstract or description.
  public var text: LocalizedText
  public var keywords: [String]
  /// Codes of classifications of research, in the source's order.
  public var classifications: [ClassificationCode]
  /// Signature or start of a project, application of a patent, publication date.
  public var date: CalendarDate?
  /// In the source's order; an organisation appears once for each role it has.
  public var participations: [Participation]

  public init(
    id: EvidenceID, kind: EvidenceKind, title: LocalizedText = LocalizedText(),
    text: LocalizedText = LocalizedText(), keywords: [String] = [],
    classifications: [ClassificationCode] = [], date: CalendarDate? = nil, participations: [Participation] = []
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.text = text
    self.keywords = keywords
    self.classifications = classifications
    self.date = date
    self.participations = participations
  }
}
