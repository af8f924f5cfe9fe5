/// Something an application asks for or brings.
public struct Need: Hashable, Sendable, Codable {
  public enum Urgency: String, CaseIterable, Hashable, Sendable, Codable {
    case required
    case wished
  }

  public var statement: String
  public var urgency: Urgency

  public init(statement: String, urgency: Urgency = .required) {
    self.statement = statement
    self.urgency = urgency
  }
}

/// Who applies: an organisation that is known by its id, or a body described by name only.
public struct Applicant: Hashable, Sendable, Codable {
  public var id: OrganizationID?
  public var name: String?
  public var kind: OrganizationKind?
  public var country: String?

  public init(
    id: OrganizationID? = nil, name: String? = nil, kind: OrganizationKind? = nil,
    country: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
  }
}

/// A wish for joint research, as it is filed at the forum. Personal data (contacts) are kept elsewhere.
public struct Application: Hashable, Sendable, Codable {
  public var id: String
  public var submitted: CalendarDate?
  public var title: String
  public var summary: String
  public var keywords: [String]
  public var needs: [Need]
  public var offers: [Need]
  public var applicant: Applicant?

  public init(
    id: String, submitted: CalendarDate? = nil, title: String = "", summary: String = "",
    keywords: [String] = [], needs: [Need] = [], offers: [Need] = [], applicant: Applicant? = nil
  ) {
    self.id = id
    self.submitted = submitted
    self.title = title
    self.summary = summary
    self.keywords = keywords
    self.needs = needs
    self.offers = offers
    self.applicant = applicant
  }

  /// Whether there is anything to match by: only such an application can be ranked.
  public var hasText: Bool {
    !(title.isEmpty && summary.isEmpty && keywords.isEmpty && needs.allSatisfy(\.statement.isEmpty))
  }
}
