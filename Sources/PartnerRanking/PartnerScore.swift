/// The parts of a partner's score. Each is a whole number of millionths, none but ``fame`` is below 0, and the score is
/// their sum.
public struct PartnerScore: Hashable, Sendable {
  public enum Part: String, CaseIterable, Hashable, Sendable, Codable {
    /// The evidence that speaks to the application, each piece a vote.
    case votes
    /// How much of the application's vocabulary all the partner's retrieved evidence covers together.
    case coverage
    /// Closeness in the graph of who worked with whom, from the applicant's partners and the topic's organisations.
    case network
    /// Projects shared with the applicant, on this topic and in small groups above all.
    case sharedProjects = "shared_projects"
    /// The applicant's own country.
    case country
    /// The application's text names the partner.
    case named
    /// The application's text names the partner's city or country.
    case place
    /// At most 0: bodies with very much evidence are shown everywhere already.
    case fame
  }

  public var votes: Double = 0
  public var coverage: Double = 0
  public var network: Double = 0
  public var sharedProjects: Double = 0
  public var country: Double = 0
  public var named: Double = 0
  public var place: Double = 0
  public var fame: Double = 0

  public init() {}

  public subscript(part: Part) -> Double {
    switch part {
    case .votes: votes
    case .coverage: coverage
    case .network: network
    case .sharedProjects: sharedProjects
    case .country: country
    case .named: named
    case .place: place
    case .fame: fame
    }
  }

  /// The sum of the parts, in the order of ``Part``.
  public var total: Double { votes + coverage + network + sharedProjects + country + named + place + fame }
}

/// An organisation in a ranking.
public struct RankedPartner: Hashable, Sendable {
  public var organization: UInt32
  public var score: PartnerScore

  public init(organization: UInt32, score: PartnerScore) {
    self.organization = organization
    self.score = score
  }
}
