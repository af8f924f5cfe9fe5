public import CallRules
public import ConsortiumMatching
public import ForumRecords
public import PartnerDiscovery
public import ResearchProfiles

/// Consortia that were planned, with the problem they answer.
public struct ConsortiumAnswer: Sendable {
  public var workbench: ConsortiumWorkbench
  public var plan: ConsortiumPlan
}

extension ForumDesk {
  /// Consortia that are shown for an application.
  public static let proposalCount = 3

  /// The rules that may be chosen: those that staff has put in force, then the shipped ones, by name.
  ///
  /// - Throws: errors of the store; rules that cannot be read any more are left out.
  public func ruleBooks() throws -> [(name: String, book: RuleBook)] {
    var books: [(name: String, book: RuleBook)] = []
    for record in try store.ruleFiles() where !books.contains(where: { $0.name == record.name }) {
      if let book = try? RuleSource.read(record.content, name: record.name) { books.append((record.name, book)) }
    }
    for shipped in ShippedRules.all where !books.contains(where: { $0.name == shipped.name }) {
      if let book = try? RuleSource.shipped(shipped.name) { books.append((shipped.name, book)) }
    }
    return books
  }

  /// Plans consortia for an application; the forum's other applications say what candidates need themselves.
  ///
  /// - Parameters:
  ///   - declined: somebody who will not take part; what was chosen besides is chosen anew.
  /// - Throws: a `ConsortiumInputError` for what cannot be asked; errors of the store.
  /// - Complexity: a tenth of a second for a hundred applications; the search is bounded.
  public func consortia(
    for application: ForumApplication, rules: RuleBook, size: ClosedRange<Int>? = nil, pinned: [OrganizationID] = [],
    vetoed: [OrganizationID] = [], declined: OrganizationID? = nil, count: Int = proposalCount
  ) throws -> ConsortiumAnswer {
    guard let live else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    let others = try store.applications().items.filter { $0.status != .withdrawn && $0.receipt != application.receipt }
    let workbench = try live.consortia.prepare(
      ProposalRequest(
        application: application.application, forum: others.map(\.application), rules: rules, size: size,
        pinned: pinned.filter { $0 != declined }, vetoed: vetoed + [declined].compactMap { $0 }))
    return ConsortiumAnswer(workbench: workbench, plan: try workbench.planner().plan(count: count))
  }
}
