public import ConsortiumMatching
public import ResearchProfiles

/// The gaps of a forum with the names behind the numbers.
public struct ForumGaps: Sendable {
  /// What might close a gap.
  public enum Advice: String, Hashable, Sendable, Codable {
    /// Nobody here has evidence for it: invite somebody from outside.
    case recruit
    /// Somebody comes near: help them to grow into it, or find a second opinion.
    case develop
    /// One body alone: find a second supplier.
    case recruitSecond = "recruit_second"
    /// The technology-commercialisation course.
    case commercialisationCourse = "commercialisation_course"
    /// The course for people from outside quantum.
    case industryCourse = "industry_course"
  }

  public let applications: [Application]
  public let problem: GapProblem
  public let report: GapReport
  /// Applications that have no needs that can be read.
  public let unreadable: [Application]
  private let builder: ConsortiumBuilder
  /// By number of body in the problem.
  private let bodies: [UInt32]

  init(
    builder: ConsortiumBuilder, applications: [Application], problem: GapProblem, unreadable: [Application],
    bodies: [UInt32]
  ) {
    self.builder = builder
    self.applications = applications
    self.problem = problem
    self.unreadable = unreadable
    self.bodies = bodies
    report = GapReport(problem)
  }

  public func summary(ofBody body: Int) -> OrganizationSummary { builder.session.summary(of: bodies[body]) }

  private static let commercialMarks = [
    "사업화", "창업", "투자", "판로", "시장 진입", "commercialis", "commercializ", "start-up", "startup", "spin-off", "investor",
  ]
  private static let trainingMarks = [
    "교육", "인력 양성", "입문", "훈련", "재교육", "training", "course", "curriculum", "workforce",
  ]

  /// What might meet a need that nobody meets.
  public func advice(for unmet: GapReport.UnmetNeed) -> Advice {
    let statement = problem.demands[unmet.demand].need.statement.lowercased()
    if Self.commercialMarks.contains(where: statement.contains) { return .commercialisationCourse }
    if Self.trainingMarks.contains(where: statement.contains) { return .industryCourse }
    return unmet.bestLevel == .none ? .recruit : .develop
  }
}

extension ConsortiumBuilder {
  /// What one application, or a whole forum, lacks.
  ///
  /// - Parameter forum: whose needs the applications' offers may meet; the applications themselves unless stated.
  /// - Complexity: one search for each need.
  public func gaps(of applications: [Application], forum: [Application]? = nil) -> ForumGaps {
    let extractor = NeedExtractor(session)
    var numbers: [UInt32: Int] = [:]
    var bodies: [UInt32] = []
    var demands: [GapProblem.Demand] = []
    var unreadable: [Application] = []
    for (place, application) in applications.enumerated() {
      let needs = extractor.needs(of: application)
      if needs.isEmpty { unreadable.append(application) }
      let house = application.applicant?.id.flatMap { session.directory.number(of: $0) }.map { group(of: $0) }
      for found in needs {
        let supports = answer(to: found.need.statement).supports
        let supplies = supports.keys.sorted { session.directory.precedes($0, $1) }.compactMap {
          organization -> GapProblem.Supply? in
          let level = CoverageScale.level(ofStrength: supports[organization]?.strength ?? 0)
          guard level > .none, house == nil || group(of: organization) != house else { return nil }
          let number = numbers[organization] ?? bodies.count
          if number == bodies.count {
            numbers[organization] = number
            bodies.append(organization)
          }
          return .init(body: number, level: level)
        }
        demands.append(
          .init(
            application: place,
            need: ConsortiumNeed(statement: found.need.statement, isRequired: found.need.urgency == .required),
            supplies: supplies))
      }
    }
    let wanted = (forum ?? applications).flatMap { application in
      extractor.needs(of: application).map { (application.id, matcher.statementTerms(of: $0.need.statement)) }
    }
    let offers = applications.enumerated().flatMap { place, application in
      application.offers.map { offer in
        let terms = matcher.statementTerms(of: offer.statement)
        let best = wanted.filter { $0.0 != application.id }.map { matcher.agreement(of: terms, with: $0.1) }.max()
        return GapProblem.Offer(
          application: place, statement: offer.statement, bestDemand: CoverageScale.level(ofStrength: best ?? 0))
      }
    }
    return ForumGaps(
      builder: self, applications: applications, problem: GapProblem(demands: demands, offers: offers),
      unreadable: unreadable, bodies: bodies)
  }
}
