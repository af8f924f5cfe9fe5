public import ResearchProfiles
public import Retrieval

/// What is searched for: the evidence itself, or the organisations that it speaks for.
public enum SearchLevel: String, CaseIterable, Hashable, Sendable, Codable {
  case evidence
  case organization
}

/// An organisation in a result, with what a reader needs to recognise it.
public struct OrganizationSummary: Hashable, Sendable {
  public var id: OrganizationID
  public var name: String
  public var kind: OrganizationKind?
  public var country: String?
  public var region: String?

  public init(
    id: OrganizationID, name: String, kind: OrganizationKind? = nil, country: String? = nil, region: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.region = region
  }
}

/// A piece of evidence that was found.
public struct EvidenceResult: Hashable, Sendable {
  public struct Participant: Hashable, Sendable {
    public var organization: OrganizationSummary
    public var role: ParticipationRole
  }

  public var id: EvidenceID
  public var score: Double
  public var kind: EvidenceKind
  public var title: String
  public var date: CalendarDate?
  public var participants: [Participant]
  /// Fields of research, the surest first.
  public var fields: [ResultField] = []
  /// Where the text shows why; `nil` where only the title or the keywords do.
  public var passage: Passage?
}

/// An organisation that was found, with the evidence that speaks for it, best first.
public struct OrganizationResult: Hashable, Sendable {
  public var organization: OrganizationSummary
  public var score: Double
  /// The fields of research that most of its evidence is of, the most frequent first, at most three.
  public var fields: [ResultField] = []
  public var evidence: [EvidenceResult]
}

/// Where a text shows why it was found.
public typealias ResultPassage = Passage
