import ConsortiumMatching
import ForumRecords
public import PartnerDiscovery
import ResearchProfiles

/// What a forum lacks, in words: needs that nobody meets, bodies on which needs hang alone, offers that nobody asks for.
public struct ForumNeeds: Hashable, Sendable {
  public struct Unmet: Hashable, Sendable {
    public var receipt: String
    public var statement: String
    public var isRequired: Bool
    /// Who comes nearest, where anybody does.
    public var nearest: OrganizationSummary?
    public var nearestLevel: Bilingual
    public var advice: Bilingual
  }

  public struct Sole: Hashable, Sendable {
    public var supplier: OrganizationSummary
    public var needs: [Offer]
  }

  /// A statement and the application that makes it.
  public struct Offer: Hashable, Sendable {
    public var receipt: String
    public var statement: String
  }

  public var needCount: Int
  public var wellMetCount: Int
  public var unmet: [Unmet]
  public var soleSuppliers: [Sole]
  public var unwantedOffers: [Offer]
  /// Applications of which no need can be read.
  public var unreadableReceipts: [String]

  public init(_ gaps: ForumGaps) {
    let (problem, report, applications) = (gaps.problem, gaps.report, gaps.applications)
    func demand(_ number: Int) -> Offer {
      let demand = problem.demands[number]
      return Offer(receipt: applications[demand.application].id, statement: demand.need.statement)
    }
    needCount = problem.demands.count
    wellMetCount = report.wellMetCount
    unmet = report.unmet.map { unmet in
      let found = demand(unmet.demand)
      return Unmet(
        receipt: found.receipt, statement: found.statement, isRequired: problem.demands[unmet.demand].need.isRequired,
        nearest: unmet.nearest.map(gaps.summary(ofBody:)), nearestLevel: Bilingual(unmet.bestLevel),
        advice: Self.name(gaps.advice(for: unmet)))
    }
    soleSuppliers = report.soleSuppliers.map {
      Sole(supplier: gaps.summary(ofBody: $0.body), needs: $0.demands.map(demand))
    }
    unwantedOffers = report.unwantedOffers.map { number in
      let offer = problem.offers[number]
      return Offer(receipt: applications[offer.application].id, statement: offer.statement)
    }
    unreadableReceipts = gaps.unreadable.map(\.id)
  }

  public static func name(_ advice: ForumGaps.Advice) -> Bilingual {
    switch advice {
    case .recruit: Bilingual("외부 기관 유치", "Recruit from outside")
    case .develop: Bilingual("가까운 기관의 역량 육성 또는 유치", "Develop what is near, or recruit")
    case .recruitSecond: Bilingual("추가 공급 기관 발굴", "Find a second supplier")
    case .commercialisationCourse: Bilingual(Course.commercialisation)
    case .industryCourse: Bilingual(Course.industry)
    }
  }
}
