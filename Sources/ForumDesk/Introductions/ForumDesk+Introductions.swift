public import ForumRecords
import PartnerDiscovery
public import ResearchProfiles

extension ForumDesk {
  /// An organisation's name, or its id where the index does not know it.
  public func name(of organization: OrganizationID) -> String {
    live?.session.summary(of: organization)?.name ?? organization.rawValue
  }

  /// Brings an applicant and a partner together, once: both are asked, and contacts open when both say yes.
  public func introduce(
    _ application: ForumApplication, to organization: OrganizationID, actor: String
  ) throws -> Introduction {
    let partner = try ownApplication(of: organization, except: application.receipt)
    return try store.propose(
      receipt: application.receipt, organization: organization, partnerReceipt: partner?.receipt, actor: actor,
      time: now)
  }
}
