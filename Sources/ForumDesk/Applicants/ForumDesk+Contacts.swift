public import ForumRecords
import ResearchProfiles

extension ForumDesk {
  /// Opens the other side's contact to one side of an introduction: on yes from both, and on live consent of both. The
  /// first time is written into the ledger of provisions, once for each recipient and consent.
  ///
  /// - Parameter receipt: of the application whose holder looks.
  /// - Throws: ``ApplicantProblem/noSuchIntroduction`` for somebody else's introduction; errors of the store.
  public func openContact(of introduction: Introduction, to receipt: String) throws -> ContactOpening {
    let isApplicant = introduction.receipt == receipt
    guard isApplicant || introduction.partnerReceipt == receipt else { throw ApplicantProblem.noSuchIntroduction }
    let ownAnswer = isApplicant ? introduction.applicantAnswer : introduction.partnerAnswer
    let otherAnswer = isApplicant ? introduction.partnerAnswer : introduction.applicantAnswer
    let other = isApplicant ? introduction.partnerReceipt : introduction.receipt

    if introduction.state == .closed { return .closed([.closed]) }
    if introduction.state == .declined { return .closed([.declined]) }
    var obstacles: [ContactOpening.Obstacle] = []
    if ownAnswer?.answer != .yes { obstacles.append(.ownAnswer) }
    if otherAnswer?.answer != .yes { obstacles.append(other == nil ? .otherHasNotApplied : .otherAnswer) }
    if try partnerConsent(of: receipt) == nil { obstacles.append(.ownConsent) }
    guard let other else { return .closed(obstacles.isEmpty ? [.otherHasNotApplied] : obstacles) }
    guard try store.purgeTime(receipt: other) == nil else { return .closed([.noContact]) }
    guard let consent = try partnerConsent(of: other) else {
      // Whether somebody agreed is not told before both have said yes.
      if obstacles.allSatisfy({ $0 == .ownConsent }) { obstacles.append(.otherConsent) }
      return .closed(obstacles)
    }
    guard obstacles.isEmpty else { return .closed(obstacles) }
    guard let contact = try provided(consent, to: receipt) else { return .closed([.noContact]) }
    return .open(contact)
  }

  /// The live consent by which partners get an applicant's contact.
  func partnerConsent(of receipt: String) throws -> Consent? {
    try store.liveConsents(receipt: receipt, at: now).last { $0.recipient == Consent.partners }
  }

  private func provided(_ consent: Consent, to receipt: String) throws -> ContactDetails? {
    let earlier = try store.provisions(receipt: consent.receipt, recipient: receipt).items
    if let known = earlier.first(where: { $0.consentID == consent.id }) {
      return try store.contact(receipt: consent.receipt)?.limited(to: known.items)
    }
    guard try store.contact(receipt: consent.receipt) != nil else { return nil }
    let recipient = try store.application(receipt: receipt)
    return try store.provide(
      consent.items.filter { $0 != "application" }, of: consent.receipt, to: receipt,
      recipientName: recipient?.application.applicant?.name, purpose: consent.purpose, actor: Self.applicantActor,
      time: now
    ).contact
  }
}
