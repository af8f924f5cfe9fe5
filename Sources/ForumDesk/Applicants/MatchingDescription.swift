import PartnerRanking

/// How the policy in force ranks partners, in words: what a page that explains matching is made of. It is read from the
/// policy itself, so that it cannot say anything else than what is done.
public struct MatchingDescription: Hashable, Sendable {
  /// How much a part can change a place, beside the part that can change it most.
  public enum Weight: Int, CaseIterable, Hashable, Sendable, Comparable {
    case none, slight, some, much, most

    public var name: Bilingual {
      switch self {
      case .none: Bilingual("쓰지 않음", "not used")
      case .slight: Bilingual("아주 조금", "a little")
      case .some: Bilingual("어느 정도", "somewhat")
      case .much: Bilingual("크게", "much")
      case .most: Bilingual("가장 크게", "most")
      }
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// - Parameter share: of what the weightiest part can do, in 0...1.
    init(share: Double) {
      self = share <= 0 ? .none : share < 0.08 ? .slight : share < 0.3 ? .some : share < 0.7 ? .much : .most
    }
  }

  public struct Part: Hashable, Sendable {
    public var name: Bilingual
    public var weight: Weight
  }

  public var policyName: String
  public var policyHash: String
  /// The weightiest first; those that are not used last.
  public var parts: [Part]
  /// Of the first ten places those that are kept for newcomers, from 1; empty where there is no such lane.
  public var newcomerPlaces: [Int]
  /// Of all applications of a forum at once, the share among whose first ten one organisation may be; `nil` for no limit.
  public var capShare: Double?

  init(_ policy: RankingPolicy, hash: String) {
    policyName = policy.name
    policyHash = hash
    newcomerPlaces = policy.lane.places
    capShare = policy.capShare
    let spans = PartnerScore.Part.allCases.map { ($0, Self.span(of: $0, policy)) }
    let largest = spans.map(\.1).max() ?? 0
    parts = spans.compactMap { part, span in
      Self.name(of: part).map { Part(name: $0, weight: Weight(share: largest > 0 ? span / largest : 0)) }
    }
    .enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
  }

  /// How far a part can move a score.
  private static func span(of part: PartnerScore.Part, _ policy: RankingPolicy) -> Double {
    func span(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
    switch part {
    case .kinds: return span(policy.kindTable.values.flatMap(\.self))
    // A body with a hundred times the usual evidence.
    case .fame: return max(0, policy.fame.weight * policy.sliders.factor(of: .fame) * 4.6)
    default:
      guard let curve = policy.curves.first(where: { $0.part == part }) else { return 0 }
      return span(curve.values) * policy.sliders.factor(of: part)
    }
  }

  private static func name(of part: PartnerScore.Part) -> Bilingual? {
    switch part {
    case .votes:
      Bilingual(
        "기관의 실적(과제, 특허, 논문, 제품, 장비)이 신청 내용에 얼마나 닿는가",
        "how far the organisation's work (projects, patents, papers, products, equipment) speaks to the application")
    case .needs: Bilingual("밝힌 수요 하나하나를 실적이 얼마나 채우는가", "how well its work meets each of the stated needs")
    case .coverage: Bilingual("신청 내용의 말을 얼마나 넓게 다루는가", "how much of what the application is about it covers")
    case .network: Bilingual("이 주제의 기관들과 함께 일한 사이인가", "whether it has worked with those who work on the subject")
    case .partnerNetwork: Bilingual("신청 기관의 협력 기관들과 가까운가", "whether it is close to the applicant's own partners")
    case .sharedProjects: Bilingual("신청 기관과 함께 한 과제가 있는가", "whether it has shared projects with the applicant")
    case .country: Bilingual("같은 나라에 있는가", "whether it is in the same country")
    case .city: Bilingual("같은 도시에 있는가", "whether it is in the same city")
    case .countryTies: Bilingual("두 나라의 기관이 자주 함께 일하는가", "whether bodies of the two countries often work together")
    case .named: Bilingual("신청서에 기관 이름이 나오는가", "whether the application names it")
    case .acronymNamed: Bilingual("신청서에 기관의 약칭이 나오는가", "whether the application holds its acronym")
    case .cityNamed: Bilingual("신청서에 그 도시가 나오는가", "whether the application names its city")
    case .countryNamed: Bilingual("신청서에 그 나라가 나오는가", "whether the application names its country")
    case .kinds: Bilingual("이런 유형의 신청 기관이 흔히 찾는 유형인가", "whether such applicants usually look for its kind")
    case .fame: Bilingual("실적이 아주 많아 어디에나 나오는 기관을 조금 뒤로", "very large bodies, which would be everywhere, are put back")
    case .ownCountryNamed: nil
    }
  }
}

extension ForumDesk {
  /// How partners are ranked now.
  ///
  /// - Throws: where the policy in force cannot be read.
  public func matchingDescription() throws -> MatchingDescription {
    let (policy, hash) = try policyInForce()
    return MatchingDescription(policy, hash: hash)
  }
}
