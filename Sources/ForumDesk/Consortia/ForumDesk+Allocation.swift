import CallRules
import ConsortiumMatching
import ForumRecords
public import PartnerDiscovery
import ResearchProfiles

extension ForumDesk {
  /// What an allocation is asked for.
  public struct AllocationRequest: Hashable, Sendable {
    /// Introductions that one organisation takes at most.
    public var capacity = 5
    public var suggestionCount = 3
    /// Share of the introductions that newcomers get at least, in percent.
    public var newcomerPercent = 10
    /// Names one of ``ForumDesk/ruleBooks()``; bodies that break a rule by themselves are left out.
    public var rules: String?

    public init() {}
  }

  public var allocations: AllocationStore { AllocationStore(workspace) }

  /// Gives everybody at the forum introductions at once, by what staff has pinned and vetoed and applicants have answered,
  /// and keeps the run.
  ///
  /// - Returns: the run's number.
  /// - Throws: errors of the store, of the solver, or a ``DiscoveryError`` before anything was imported.
  /// - Complexity: some seconds for a thousand applications, on a thread of its own.
  public func allocate(_ request: AllocationRequest, actor: String) async throws -> String {
    try await offThread { [self] in try allocateNow(request, actor: actor) }
  }

  private func allocateNow(_ request: AllocationRequest, actor: String) throws -> String {
    guard let live else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    var filter = ApplicationFilter()
    filter.wantsJointResearch = true
    filter.statuses = [.received, .published]
    filter.order = .oldestFirst
    let applications = try store.applications(filter).items
    var decisions = AllocationDecisions()
    var (pins, vetoes, wishes): ([AllocationDecisions.Pair], [AllocationDecisions.Pair], [AllocationDecisions.Pair]) = (
      [], [], []
    )
    for application in applications {
      func pair(_ organization: OrganizationID) -> AllocationDecisions.Pair? {
        live.session.summary(of: organization) == nil
          ? nil : AllocationDecisions.Pair(application: application.application.id, organization: organization)
      }
      for mark in try store.marks(receipt: application.receipt) {
        switch mark.kind {
        case .pin: pins += [pair(mark.organization)].compactMap { $0 }
        case .veto: vetoes += [pair(mark.organization)].compactMap { $0 }
        case .shortlist: break
        }
      }
      for interest in try store.interests(receipt: application.receipt) {
        switch interest.answer {
        case .yes: wishes += [pair(interest.organization)].compactMap { $0 }
        case .no: vetoes += [pair(interest.organization)].compactMap { $0 }
        case .later: break
        }
      }
    }
    pins.removeAll { vetoes.contains($0) }
    (decisions.pins, decisions.vetoes, decisions.wishes) = (pins, vetoes, wishes)
    let book = try request.rules.flatMap { name in try ruleBooks().first { $0.name == name }?.book }
    let forum = AllocateForum(
      live.matcher, capacity: request.capacity, suggestionCount: request.suggestionCount,
      newcomerPercent: request.newcomerPercent, rules: book, decisions: decisions)
    let preparation = try forum.prepare(applications.map(\.application))
    let solver = try AllocationSolver(preparation.problem)
    let allocation = try solver.solve()
    let run = AllocationRun(
      allocation, prices: try solver.prices(of: allocation.outcome), of: preparation,
      settings: .init(
        capacity: request.capacity, suggestions: request.suggestionCount, newcomerPercent: request.newcomerPercent,
        rules: request.rules, decisions: decisions))
    let id = try allocations.store(run)
    try store.recordAudit(action: "allocation.run", subject: id, actor: actor, time: now)
    return id
  }
}
