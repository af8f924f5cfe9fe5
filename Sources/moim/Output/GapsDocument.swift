import ConsortiumMatching
import PartnerDiscovery
import ResearchProfiles

/// An answer to `moim gaps` as JSON.
struct GapsDocument: Encodable {
  struct Need: Encodable {
    var application: String
    var statement: String
    var isRequired: Bool

    enum CodingKeys: String, CodingKey {
      case application, statement
      case isRequired = "is_required"
    }
  }

  struct Unmet: Encodable {
    var need: Need
    var bestLevel: String
    var nearest: OrganizationDocument?
    var advice: String

    enum CodingKeys: String, CodingKey {
      case need, nearest, advice
      case bestLevel = "best_level"
    }
  }

  struct Supplier: Encodable {
    var organization: OrganizationDocument
    var needs: [Need]
    var advice: String
  }

  struct Offer: Encodable {
    var application: String
    var statement: String
    var bestDemand: String

    enum CodingKeys: String, CodingKey {
      case application, statement
      case bestDemand = "best_demand"
    }
  }

  var needs: Int
  var wellMet: Int
  var unmet: [Unmet]
  var singleSuppliers: [Supplier]
  var unwantedOffers: [Offer]
  var unreadable: [String]

  enum CodingKeys: String, CodingKey {
    case needs, unmet, unreadable
    case wellMet = "well_met"
    case singleSuppliers = "single_suppliers"
    case unwantedOffers = "unwanted_offers"
  }

  init(_ gaps: ForumGaps) {
    func need(_ place: Int) -> Need {
      let demand = gaps.problem.demands[place]
      return Need(
        application: gaps.applications[demand.application].id, statement: demand.need.statement,
        isRequired: demand.need.isRequired)
    }
    needs = gaps.problem.demands.count
    wellMet = gaps.report.wellMetCount
    unmet = gaps.report.unmet.map { unmet in
      Unmet(
        need: need(unmet.demand), bestLevel: unmet.bestLevel.name,
        nearest: unmet.nearest.map { OrganizationDocument(gaps.summary(ofBody: $0)) },
        advice: gaps.advice(for: unmet).rawValue)
    }
    singleSuppliers = gaps.report.soleSuppliers.map { supplier in
      Supplier(
        organization: OrganizationDocument(gaps.summary(ofBody: supplier.body)), needs: supplier.demands.map(need),
        advice: ForumGaps.Advice.recruitSecond.rawValue)
    }
    unwantedOffers = gaps.report.unwantedOffers.map { place in
      let offer = gaps.problem.offers[place]
      return Offer(
        application: gaps.applications[offer.application].id, statement: offer.statement,
        bestDemand: offer.bestDemand.name)
    }
    unreadable = gaps.unreadable.map(\.id)
  }
}
