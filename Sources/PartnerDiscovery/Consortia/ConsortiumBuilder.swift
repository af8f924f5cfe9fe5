public import CallRules
public import ConsortiumMatching
import PartnerRanking
public import ResearchProfiles
import Synchronization

/// Prepares and solves proposals on one opened workspace. Safe to share between threads.
public final class ConsortiumBuilder: Sendable {
  public let matcher: ApplicationMatcher
  /// Answers to needs, found once each.
  private let answers = Mutex<[String: NeedAnswer]>([:])
  private static let answerCapacity = 4096

  public init(_ matcher: ApplicationMatcher) { self.matcher = matcher }

  var session: DiscoverySession { matcher.session }

  func answer(to statement: String) -> NeedAnswer {
    if let known = answers.withLock({ $0[statement] }) { return known }
    let answer = matcher.answer(to: statement)
    answers.withLock { answers in
      if answers.count >= Self.answerCapacity { answers.removeAll() }
      answers[statement] = answer
    }
    return answer
  }

  /// Retrieves what a proposal is made of; afterwards plans and what-ifs need no index.
  ///
  /// - Throws: ``DiscoveryError/applicationWithoutText(id:)`` or ``ConsortiumInputError/noNeeds(application:)`` where
  ///   there is nothing to match by, ``ConsortiumInputError/unknownOrganization(id:)`` for pins and vetoes.
  public func prepare(_ request: ProposalRequest) throws -> ConsortiumWorkbench {
    let application = request.application
    let (preparation, ranked) = try matcher.ranked(application, limit: .max, filter: SearchFilter())
    let needs = NeedExtractor(session).needs(of: application)
    guard !needs.isEmpty else { throw ConsortiumInputError.noNeeds(application: application.id) }
    let answers = needs.map { answer(to: $0.need.statement) }
    guard !preparation.hits.isEmpty || answers.contains(where: { !$0.supports.isEmpty }) else {
      throw ConsortiumInputError.noEvidence(application: application.id)
    }
    let applicant = preparation.partnerQuery.applicant
    let wanted = try (request.pinned + request.vetoed).map(number)
    let pool = pool(request, ranked, answers, applicant: applicant, wanted: wanted)
    let best = ranked.map(\.score.total).max() ?? 1
    var fits: [UInt32: Int] = [:]
    for partner in ranked { fits[partner.organization] = Self.fit(partner.score.total, best: best) }
    let ownNeeds = needsByApplicant(request.forum, except: application.id)
    let candidates = pool.map { organization in
      ConsortiumCandidate(
        facts: facts(of: organization, request.facts),
        coverage: answers.map { CoverageScale.level(ofStrength: $0.supports[organization]?.strength ?? 0) },
        fit: fits[organization] ?? 0,
        hasWorkedWithApplicant: applicant.map { !matcher.sharedEvidence($0, organization).isEmpty } ?? false,
        reciprocity: reciprocity(ownNeeds[organization] ?? [], applicant: applicant, application))
    }
    let isStated = needs.contains { $0.origin == .stated || $0.origin == .request }
    var problem = ConsortiumProblem(
      needs: needs.map { ConsortiumNeed(statement: $0.need.statement, isRequired: $0.need.urgency == .required) },
      applicant: applicantFacts(application, applicant, request.facts), candidates: candidates, ties: ties(among: pool),
      book: request.rules, securityClass: request.securityClass, size: request.size ?? Self.size(of: request.rules),
      weights: request.weights ?? (isStated ? .coverageFirst : .fitFirst))
    problem.pinned = try places(of: request.pinned, in: pool)
    problem.vetoed = try places(of: request.vetoed, in: pool)
    return ConsortiumWorkbench(
      builder: self, application: application, applicant: applicant, needs: needs, answers: answers,
      organizations: pool, problem: problem)
  }

  /// What rules say of an application's body together with others, proposed or not.
  public func verdicts(of partners: [OrganizationID], with application: Application, rules: RuleBook) -> [RuleVerdict] {
    let applicant = application.applicant?.id.flatMap { session.directory.number(of: $0) }
    let facts =
      partners.map { id in session.directory.number(of: id).map { self.facts(of: $0, [:]) } ?? MemberFacts() }
      + [applicantFacts(application, applicant, [:])]
    let evaluation = RuleEvaluation(book: rules, facts: facts)
    let members = Array(facts.indices)
    return evaluation.verdicts(for: members, lead: evaluation.lead(of: members, preferring: [partners.count]))
  }

  /// Three to six, as far as the rules leave it open.
  private static func size(of book: RuleBook) -> ClosedRange<Int> {
    let (least, most) = book.size
    let low = least ?? min(3, most ?? 3)
    return low...max(low, most ?? max(low, 6))
  }

  private static func fit(_ score: Double, best: Double) -> Int {
    best > 0 ? max(0, min(1000, Int((score / best * 1000).rounded()))) : 0
  }

  private func number(of id: OrganizationID) throws -> UInt32 {
    guard let number = session.directory.number(of: id) else {
      throw ConsortiumInputError.unknownOrganization(id: id.rawValue)
    }
    return number
  }

  private func places(of ids: [OrganizationID], in pool: [UInt32]) throws -> [Int] {
    try ids.map { id in
      let number = try number(of: id)
      guard let place = pool.firstIndex(of: number) else {
        throw ConsortiumInputError.unknownOrganization(id: id.rawValue)
      }
      return place
    }
  }

  /// Best partners and best suppliers by turns, without the applicant's own house.
  private func pool(
    _ request: ProposalRequest, _ ranked: [RankedPartner], _ answers: [NeedAnswer], applicant: UInt32?, wanted: [UInt32]
  ) -> [UInt32] {
    let house = applicant.map { group(of: $0) }
    var lists = [ranked.map(\.organization)]
    for answer in answers {
      lists.append(
        answer.supports.sorted { left, right in
          left.value.strength != right.value.strength
            ? left.value.strength > right.value.strength : session.directory.precedes(left.key, right.key)
        }.map(\.key))
    }
    var pool: [UInt32] = []
    var seen: Set<UInt32> = applicant.map { [$0] } ?? []
    func add(_ organization: UInt32) {
      guard pool.count < request.poolLimit, seen.insert(organization).inserted else { return }
      if let house, group(of: organization) == house { return }
      pool.append(organization)
    }
    for organization in wanted { add(organization) }
    var depth = 0
    while pool.count < request.poolLimit, lists.contains(where: { depth < $0.count }) {
      for list in lists where depth < list.count { add(list[depth]) }
      depth += 1
    }
    return pool
  }

  /// The parent, or the body itself.
  func group(of organization: UInt32) -> String {
    session.directory.card(organization)?.parent?.rawValue ?? session.directory.id(organization).rawValue
  }

  func facts(of organization: UInt32, _ stated: [OrganizationID: StatedFacts]) -> MemberFacts {
    let card = session.directory.card(organization)
    var facts = MemberFacts(
      kind: card?.kind, country: card?.country?.uppercased(), region: card?.region.map(RegionName.comparable),
      size: card?.sizeClass.flatMap { SizeClass(sourceName: $0) },
      isNewcomer: session.graph.degree(of: organization) <= 1, group: group(of: organization))
    stated[session.directory.id(organization)]?.complete(&facts)
    return facts
  }

  private func applicantFacts(
    _ application: Application, _ applicant: UInt32?, _ stated: [OrganizationID: StatedFacts]
  ) -> MemberFacts {
    if let applicant { return facts(of: applicant, stated) }
    var facts = MemberFacts(kind: application.applicant?.kind, country: application.applicant?.country?.uppercased())
    facts.isNewcomer = true
    if let id = application.applicant?.id { stated[id]?.complete(&facts) }
    return facts
  }

  /// Pairs that share evidence.
  private func ties(among pool: [UInt32]) -> [(Int, Int)] {
    var places: [UInt32: Int] = [:]
    for (place, organization) in pool.enumerated() { places[organization] = place }
    var pairs: Set<Int> = []
    for (place, organization) in pool.enumerated() {
      for evidence in session.graph.evidence(of: organization) {
        for member in session.graph.members(of: evidence) {
          guard let other = places[member.organization], other < place else { continue }
          pairs.insert(place * pool.count + other)
        }
      }
    }
    return pairs.sorted().map { ($0 / pool.count, $0 % pool.count) }
  }

  /// The needs of every body that has filed an application itself.
  private func needsByApplicant(_ forum: [Application], except id: String) -> [UInt32: [String]] {
    var needs: [UInt32: [String]] = [:]
    for application in forum where application.id != id {
      guard let number = application.applicant?.id.flatMap({ session.directory.number(of: $0) }) else { continue }
      needs[number, default: []] += application.needs.map(\.statement)
    }
    return needs
  }

  /// How well the applicant meets what a candidate needs: by its evidence, or by what it offers.
  private func reciprocity(_ needs: [String], applicant: UInt32?, _ application: Application) -> Int {
    guard !needs.isEmpty else { return 0 }
    let offers = application.offers.map { matcher.statementTerms(of: $0.statement) }
    return needs.map { need in
      let evidence = applicant.flatMap { answer(to: need).supports[$0]?.strength } ?? 0
      let terms = matcher.statementTerms(of: need)
      let offered = offers.map { matcher.agreement(of: $0, with: terms) }.max() ?? 0
      return CoverageScale.level(ofStrength: max(evidence, offered)).rawValue * 250
    }.max() ?? 0
  }
}
