public import ForumRecords
import PartnerDiscovery
public import ResearchProfiles

extension ForumDesk {
  /// An organisation's name, or its id where the index does not know it.
  public func name(of organization: OrganizationID) -> String {
    live?.session.summary(of: organization)?.name ?? organization.rawValue
  }

  /// The application of an organisation that is at the forum itself: the newest that is not withdrawn.
  ///
  /// - Complexity: one look-up.
  public func application(of organization: OrganizationID) throws -> ForumApplication? {
    if organization.rawValue.hasPrefix(Self.publishedSourcePrefix) {
      let receipt = String(organization.rawValue.dropFirst(Self.publishedSourcePrefix.count))
      return try store.application(receipt: receipt).flatMap { $0.status == .withdrawn ? nil : $0 }
    }
    var filter = ApplicationFilter()
    filter.applicant = organization
    filter.statuses = ApplicationStatus.allCases.filter { $0 != .withdrawn }
    return try store.applications(filter, page: Page(limit: 1)).items.first
  }

  /// Brings an applicant and a partner together, once: both are asked, and contacts open when both say yes.
  public func introduce(
    _ application: ForumApplication, to organization: OrganizationID, actor: String
  ) throws -> Introduction {
    let partner = try self.application(of: organization)?.receipt
    return try store.propose(
      receipt: application.receipt, organization: organization,
      partnerReceipt: partner == application.receipt ? nil : partner, actor: actor, time: now)
  }
}
