import ForumRecords
import ResearchFields
import ResearchProfiles

/// Counts the needs of applications by field and region.
struct DemandTally {
  private struct Stated {
    var application: Int
    var field: String?
    var region: ForumRegion
  }

  private let list: FieldList
  private let classifier: FieldClassifier
  private var needs: [Stated] = []
  private var applicationCount = 0
  private(set) var grounds = GroundCounts()

  init(_ list: FieldList) {
    self.list = list
    classifier = FieldClassifier(list)
  }

  /// A need counts to the field that its own words tell surely, else to the application's: the one that it states, or that all
  /// its words tell. An application without needs counts as one need.
  mutating func add(_ stored: ForumApplication) {
    let application = stored.application
    let words =
      [application.title, application.summary] + application.keywords + application.needs.map(\.statement)
    let whole = FieldDecision(
      code: stored.field, text: words.joined(separator: " . "), classifier: classifier, list: list)
    let region = ForumRegion(region: stored.region, country: application.applicant?.country)
    let statements = application.needs.map(\.statement).filter { !$0.isEmpty }
    for statement in statements.isEmpty ? [""] : statements {
      var decision = whole
      let own = FieldDecision(code: nil, text: statement, classifier: classifier, list: list)
      if own.ground == .text { decision = own }
      // A stated narrow field of the same area is not overruled by a wide one.
      if whole.ground == .code, let stated = whole.field, let field = own.field, stated.hasPrefix(field + ".") {
        decision = whole
      }
      grounds.add(decision.ground)
      needs.append(Stated(application: applicationCount, field: decision.field, region: region))
    }
    applicationCount += 1
  }

  /// Needs, and applications of which any need counts there, each once.
  func counts(_ level: LandscapeLevel, _ list: FieldList) -> [SupplyCounts.Place: Landscape.Amount] {
    var counts: [SupplyCounts.Place: Landscape.Amount] = [:]
    var seen: Set<[String]> = []
    for need in needs {
      let field = level.field(of: need.field, in: list)
      let place = SupplyCounts.Place(field: field, region: need.region)
      counts[place, default: Landscape.Amount()].needCount += 1
      if seen.insert([String(need.application), field ?? ""]).inserted {
        counts[place, default: Landscape.Amount()].applicationCount += 1
      }
    }
    return counts
  }
}
