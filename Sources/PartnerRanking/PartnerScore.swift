/// The parts of a partner's score: whole numbers of millionths, so that they add up to it exactly.
public struct PartnerScore: Hashable, Sendable {
  /// What a part speaks of. Those up to ``ownCountryNamed`` come from a ``FeatureCurve`` of the policy.
  public enum Part: String, CaseIterable, Hashable, Sendable, Codable {
    /// The evidence that speaks to the application, each piece a vote.
    case votes
    /// The stated need that the partner's evidence meets best.
    case needs
    /// How much of the application's vocabulary all the partner's retrieved evidence covers together.
    case coverage
    /// Closeness in the graph of who worked with whom, from the applicant's partners and the topic's organisations.
    case network
    /// The same from the applicant's partners alone.
    case partnerNetwork = "partner_network"
    /// Projects shared with the applicant, on this topic and in small groups above all.
    case sharedProjects = "shared_projects"
    /// The applicant's own country.
    case country
    /// The applicant's own city.
    case city
    /// How much more often than by chance bodies of the partner's country join coordinators of the applicant's.
    case countryTies = "country_ties"
    /// The application's text holds a word of the partner's name.
    case named
    /// The application's text holds the partner's acronym or short name.
    case acronymNamed = "acronym_named"
    /// The application's text names the partner's city.
    case cityNamed = "city_named"
    /// The application's text names the partner's country.
    case countryNamed = "country_named"
    /// The country that is named is the applicant's own, which says little about partners.
    case ownCountryNamed = "own_country_named"
    /// What a body of the applicant's kind looks for: a company a university, for instance.
    case kinds
    /// At most 0: bodies with very much evidence are shown everywhere already.
    case fame

    /// The part's lane among the millionths.
    @inline(__always)
    var lane: Int {
      switch self {
      case .votes: 0
      case .needs: 1
      case .coverage: 2
      case .network: 3
      case .partnerNetwork: 4
      case .sharedProjects: 5
      case .country: 6
      case .city: 7
      case .countryTies: 8
      case .named: 9
      case .acronymNamed: 10
      case .cityNamed: 11
      case .countryNamed: 12
      case .ownCountryNamed: 13
      case .kinds: 14
      case .fame: 15
      }
    }

    /// Whether a ``FeatureCurve`` makes the part.
    public var isCurved: Bool { lane < Self.kinds.lane }

    /// The parts that curves make, in order.
    public static let curved = allCases.filter(\.isCurved)
  }

  /// By ``Part/lane``; there are sixteen.
  var millionths = SIMD16<Int32>(repeating: 0)

  public init() {}

  public subscript(part: Part) -> Double { Double(millionths[part.lane]) / 1_000_000 }

  /// The sum of the parts.
  public var total: Double { Double(millionths.wrappedSum()) / 1_000_000 }

  /// Parts lie within this much of 0, so that their sum has room.
  static let largestPart = 100.0

  /// To millionths, half away from zero.
  @inline(__always)
  static func millionths(_ part: Double) -> Int32 {
    let part = min(max(part, -largestPart), largestPart)
    return Int32(truncatingIfNeeded: Int64(part * 1_000_000 + (part < 0 ? -0.5 : 0.5)))
  }
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
