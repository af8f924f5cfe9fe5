public import ForumRecords
public import ResearchProfiles

/// An introduction as one side of it sees it.
public struct ApplicantIntroduction: Hashable, Sendable {
  public var introduction: Introduction
  public var organization: OrganizationID
  public var name: String
  /// Whether the other side asked.
  public var isRequest: Bool
  /// Whether the forum's office brings the two together.
  public var isFromOffice: Bool
  public var ownAnswer: InterestAnswer?
  public var otherAnswer: InterestAnswer?
  /// What the other side's application is called, where there is one.
  public var title: String?
  public var contact: ContactOpening
}

extension ForumDesk {
  /// The introductions that an applicant takes part in, the latest first. Contacts that are open are written into the
  /// ledger by this, once for each recipient.
  ///
  /// - Throws: errors of the store.
  public func introductions(of receipt: String) throws -> [ApplicantIntroduction] {
    try store.introductions(IntroductionFilter(receipt: receipt)).items.compactMap { introduction in
      let isRequest = introduction.receipt != receipt
      // Nobody learns of a wish that was taken back; whom the office brings together it asks both.
      let isOwnWish = introduction.by == Self.applicantActor
      if isRequest, isOwnWish, introduction.applicantAnswer?.answer != .yes { return nil }
      let otherReceipt = isRequest ? introduction.receipt : introduction.partnerReceipt
      let other = try otherReceipt.flatMap { try store.application(receipt: $0) }
      let organization = isRequest ? other.map { organizationID(of: $0) } : introduction.organization
      guard let organization else { return nil }
      return ApplicantIntroduction(
        introduction: introduction, organization: organization, name: name(of: organization, application: other),
        isRequest: isRequest && isOwnWish, isFromOffice: !isOwnWish,
        ownAnswer: (isRequest ? introduction.partnerAnswer : introduction.applicantAnswer)?.answer,
        otherAnswer: (isRequest ? introduction.applicantAnswer : introduction.partnerAnswer)?.answer,
        title: other.flatMap { $0.application.title.isEmpty ? nil : $0.application.title },
        contact: try openContact(of: introduction, to: receipt))
    }
  }
}
