public import CallRules
public import ConsortiumMatching
import PartnerRanking
public import ResearchProfiles

/// Allocates everybody's suggestions at once.
public struct AllocateForum: Sendable {
  /// Candidates that are looked at for each application.
  public static let candidateCount = 100

  private let matcher: ApplicationMatcher
  public var capacity: Int
  public var suggestionCount: Int
  public var newcomerPercent: Int
  /// Bodies that break one of these rules by themselves are left out.
  public var rules: RuleBook?
  public var facts: [OrganizationID: StatedFacts]
  public var decisions: AllocationDecisions
  public var threadCount: Int?

  public init(
    _ matcher: ApplicationMatcher, capacity: Int = 5, suggestionCount: Int = 3, newcomerPercent: Int = 10,
    rules: RuleBook? = nil, facts: [OrganizationID: StatedFacts] = [:],
    decisions: AllocationDecisions = AllocationDecisions(), threadCount: Int? = nil
  ) {
    self.matcher = matcher
    self.capacity = capacity
    self.suggestionCount = suggestionCount
    self.newcomerPercent = newcomerPercent
    self.rules = rules
    self.facts = facts
    self.decisions = decisions
    self.threadCount = threadCount
  }

  /// Applications and bodies of a forum with everything that can be decided, as numbers.
  public struct Preparation: Sendable {
    public var applications: [Application]
    public var bodies: [OrganizationID]
    public var problem: AllocationProblem
  }

  /// Ranks partners for everybody. A match's quality is its score as a share of the application's best, so that
  /// applications compare by what each could have.
  ///
  /// - Throws: ``DiscoveryError`` or ``ConsortiumInputError`` for decisions about what does not exist.
  public func prepare(_ applications: [Application]) throws -> Preparation {
    let session = matcher.session
    let run = matcher.run(applications, limit: Self.candidateCount, threadCount: threadCount, isWarmed: false)
    var numbers: [OrganizationID: Int] = [:]
    var bodies: [OrganizationID] = []
    func number(_ id: OrganizationID) -> Int {
      if let number = numbers[id] { return number }
      numbers[id] = bodies.count
      bodies.append(id)
      return bodies.count - 1
    }
    let largest = Double(AllocationProblem.qualityRange.upperBound)
    var isAdmitted: [OrganizationID: Bool] = [:]
    let options = zip(applications, run.answers).map { application, answer -> [AllocationProblem.Option] in
      guard matcher.hasEvidence(for: application) else { return [] }
      let best = answer.results.first?.score ?? 1
      return answer.results.compactMap { result -> AllocationProblem.Option? in
        let id = OrganizationID(result.id)
        let admitted = isAdmitted[id] ?? admits(id)
        isAdmitted[id] = admitted
        guard admitted, best > 0, result.score > 0 else { return nil }
        return .init(body: number(id), quality: max(1, min(Int(largest), Int(result.score / best * largest))))
      }
    }
    let places = Dictionary(uniqueKeysWithValues: applications.enumerated().map { ($1.id, $0) })
    func pairs(_ list: [AllocationDecisions.Pair]?) throws -> [AllocationProblem.Pair] {
      try (list ?? []).map { pair in
        guard let application = places[pair.application] else {
          throw DiscoveryError.unknownApplication(id: pair.application)
        }
        guard session.directory.number(of: pair.organization) != nil else {
          throw ConsortiumInputError.unknownOrganization(id: pair.organization.rawValue)
        }
        return .init(application: application, body: number(pair.organization))
      }
    }
    let pins = try pairs(decisions.pins)
    let vetoes = try pairs(decisions.vetoes)
    // One wish for each side: the same side asking twice is one wish.
    let sides = Set(
      (decisions.wishes ?? []).map {
        AllocationDecisions.Pair(application: $0.application, organization: $0.organization, by: $0.by ?? .applicant)
      })
    let wishes = try pairs(
      sides.sorted {
        ($0.application, $0.organization.rawValue, $0.by?.rawValue ?? "") < (
          $1.application, $1.organization.rawValue, $1.by?.rawValue ?? ""
        )
      })
    let capacities = bodies.map { decisions.capacities?[$0.rawValue] ?? capacity }
    let isNewcomer = bodies.map { id in
      session.directory.number(of: id).map { session.graph.degree(of: $0) <= 1 } ?? false
    }
    return Preparation(
      applications: applications, bodies: bodies,
      problem: AllocationProblem(
        options: options, capacities: capacities, suggestionCount: suggestionCount, isNewcomer: isNewcomer,
        newcomerPercent: newcomerPercent, pins: pins, vetoes: vetoes, wishes: wishes))
  }

  /// Whether the body breaks no required rule by itself.
  private func admits(_ id: OrganizationID) -> Bool {
    guard let rules, let number = matcher.session.directory.number(of: id) else { return true }
    let facts = ConsortiumBuilder(matcher).facts(of: number, facts)
    let verdicts = RuleEvaluation(book: rules, facts: [facts]).verdicts(for: [0], lead: nil)
    return zip(rules.rules, verdicts).allSatisfy { rule, verdict in
      guard rule.strength == .required, verdict.state == .notMet else { return true }
      switch rule.requirement {
      case .excluded, .load, .governmentShare: return false
      case .members(_, _, let most): return most != 0
      case .size, .share, .distinct, .lead, .independent: return true
      }
    }
  }
}
