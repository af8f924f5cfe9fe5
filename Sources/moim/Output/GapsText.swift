import ConsortiumMatching
import ForumDesk
import PartnerDiscovery
import ResearchProfiles

/// The gaps of a forum as people read them.
struct GapsText {
  private let gaps: ForumGaps

  init(_ gaps: ForumGaps) { self.gaps = gaps }

  var text: String {
    let report = gaps.report
    var lines = [
      "\(gaps.problem.demands.count) needs of \(gaps.applications.count) applications: \(report.wellMetCount) met by several "
        + "bodies, \(report.soleSuppliers.reduce(0) { $0 + $1.demands.count }) by one alone, \(report.unmet.count) by nobody",
      "", Terminal.bold("needs that nobody here can meet 공급이 없는 수요"),
    ]
    if report.unmet.isEmpty { lines.append("  none 없음") }
    for unmet in report.unmet {
      let demand = gaps.problem.demands[unmet.demand]
      let urgency = ResultText.both(Bilingual(demand.need.isRequired ? Need.Urgency.required : .wished))
      lines.append("  - \(demand.need.statement)  [\(gaps.applications[demand.application].id), \(urgency)]")
      let nearest = unmet.nearest.map { body in
        let summary = gaps.summary(ofBody: body)
        return
          "; nearest 가장 가까운 기관: \(summary.name) [\(summary.id)], \(unmet.bestLevel.name) \(unmet.bestLevel.koreanName)"
      }
      lines.append("    \(ResultText.both(ForumNeeds.name(gaps.advice(for: unmet))))\(nearest ?? "")")
    }
    lines += ["", Terminal.bold("single suppliers 단일 공급 기관")]
    if report.soleSuppliers.isEmpty { lines.append("  none 없음") }
    for supplier in report.soleSuppliers {
      let summary = gaps.summary(ofBody: supplier.body)
      lines.append(
        "  - \(ResultText.heading(summary)): \(supplier.demands.count) needs of \(supplier.applicationCount) applications; "
          + ResultText.both(ForumNeeds.name(.recruitSecond)))
      for demand in supplier.demands {
        let demand = gaps.problem.demands[demand]
        lines.append("      \(demand.need.statement)  [\(gaps.applications[demand.application].id)]")
      }
    }
    lines += ["", Terminal.bold("offers that meet nobody's need 수요가 없는 제안")]
    if report.unwantedOffers.isEmpty { lines.append("  none 없음") }
    for offer in report.unwantedOffers {
      let offer = gaps.problem.offers[offer]
      lines.append("  - \(offer.statement)  [\(gaps.applications[offer.application].id)]")
    }
    for application in gaps.unreadable {
      lines.append("\(application.id) cannot be matched yet, because no need can be read from it")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
