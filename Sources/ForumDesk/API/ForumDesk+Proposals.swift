import CallRules
import ConsortiumMatching
public import ForumRecords
public import PartnerDiscovery
public import ResearchProfiles

extension ForumDesk {
  /// Whole consortia for an application, by what is known now; nothing is kept.
  ///
  /// - Parameters:
  ///   - rules: the name of shipped rules or of a rule file in force, never a path; `nil` for the usual ones.
  ///   - size: members, the applicant included; `nil` for what the rules say.
  /// - Throws: `ConsortiumInputError` and `DiscoveryError` for what cannot be planned, errors of the store;
  ///   `DiscoveryError.noWorkspace` before anything was imported.
  /// - Complexity: a search of its own, a second at most; on a thread of its own.
  public func proposals(
    for application: ForumApplication, rules: String?, size: ClosedRange<Int>?, pinned: [OrganizationID],
    vetoed: [OrganizationID], limit: Int
  ) async throws -> ProposalDocument {
    guard let live else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    let book = try ruleBook(named: rules ?? ShippedRules.defaultName)
    // The others' own needs: who is helped is likelier to come.
    let forum = try store.applications(ApplicationFilter(), page: .all).items
      .filter { $0.status != .withdrawn }.map(\.application)
    let request = ProposalRequest(
      application: application.application, forum: forum, rules: book, size: size, pinned: pinned, vetoed: vetoed)
    return try await offThread {
      let workbench = try live.consortia.prepare(request)
      return ProposalDocument(workbench, try workbench.planner().plan(count: limit), book, ifDeclined: nil)
    }
  }

  private func ruleBook(named name: String) throws -> RuleBook {
    if ShippedRules.text(named: name) == nil, let record = try store.ruleFiles(name: name).first {
      return try RuleSource.read(record.content, name: record.name)
    }
    return try RuleSource.shipped(name)
  }
}
