public import ForumRecords
import PartnerDiscovery
public import ResearchProfiles

extension ForumDesk {
  /// An applicant's own link opens its application for so long after it was filed.
  public static let personalLinkDays = 365
  private static let personalLinkPurpose = "my"

  /// The token of the link that opens an application without an account: the same whenever it is asked for.
  public func personalToken(of application: ForumApplication) -> String {
    links.token(
      purpose: Self.personalLinkPurpose, subject: application.receipt,
      expiry: application.submitted.adding(days: Self.personalLinkDays).secondsSinceEpoch)
  }

  /// The application that a personal link opens; `nil` where the link is forged or too old, or the application erased.
  public func application(ofPersonalToken token: String) throws -> ForumApplication? {
    guard let receipt = links.subject(of: token, purpose: Self.personalLinkPurpose, now: now.secondsSinceEpoch),
      let application = try store.application(receipt: receipt), try store.purgeTime(receipt: receipt) == nil
    else { return nil }
    return application
  }

  /// As which organisation others find an applicant: by its own id, else by that under which its statement is published,
  /// else by that of the body that this was recognised as.
  public func organizationID(of application: ForumApplication) -> OrganizationID {
    let id = application.application.applicant?.id ?? OrganizationID(Self.publishedSourcePrefix + application.receipt)
    return live?.session.summary(of: id)?.id ?? id
  }

  /// The application that an organisation has filed itself, the latest one where there are several.
  ///
  /// - Complexity: linear in the applications that are not withdrawn.
  func ownApplication(of organization: OrganizationID, except receipt: String) throws -> ForumApplication? {
    var filter = ApplicationFilter()
    filter.statuses = [.received, .published]
    return try store.applications(filter, page: .all).items.first {
      $0.receipt != receipt && $0.wantsJointResearch && organizationID(of: $0) == organization
    }
  }

  /// What an organisation is called; an applicant's own name where the index does not know it yet.
  func name(of organization: OrganizationID, application: ForumApplication?) -> String {
    live?.session.summary(of: organization)?.name ?? application?.application.applicant?.name ?? organization.rawValue
  }
}
