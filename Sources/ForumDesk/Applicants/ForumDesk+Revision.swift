public import ForumRecords
import ResearchProfiles

extension ForumDesk {
  /// The answers that an application comes of, for showing it in the form again.
  public func answers(of application: ForumApplication) throws -> IntakeAnswers {
    let live = try store.liveConsents(receipt: application.receipt, at: now).map(\.recipient)
    let keys = IntakeForm.standard.fields.filter { field in field.consent.map { live.contains($0.recipient) } == true }
    return IntakeReading.answers(
      draft: IntakeDraft(application),
      contact: try store.contact(receipt: application.receipt).map { IntakeContact($0) },
      consents: keys.map(\.key))
  }

  /// Changes what an application says, its contact and its consents to what a form was filled in with. Boxes that are no
  /// longer ticked take the consent back.
  ///
  /// - Parameters:
  ///   - revision: that the form was filled in from.
  ///   - actor: ``applicantActor``, or the login of whoever typed it in.
  /// - Throws: ``ApplicantProblem``, or errors of the store.
  public func revise(
    _ application: ForumApplication, by reading: IntakeReading, revision: Int, language: Language, actor: String
  ) throws -> ForumApplication {
    let receipt = application.receipt
    let stored = try activeApplication(receipt)
    guard stored.revision == revision else { throw ApplicantProblem.changedMeanwhile }
    var changed = reading.draft.forumApplication(
      channel: stored.channel, language: Language(rawValue: stored.language) ?? language, submitted: stored.submitted)
    changed.receipt = receipt
    changed.revision = revision
    changed.application.id = receipt
    // The form asks for a name; which known organisation that is, staff may have said.
    if let id = stored.application.applicant?.id { changed.application.applicant?.id = id }
    if let contact = reading.contact {
      try store.setContact(contact.details(receipt: receipt), actor: actor, time: now)
    }
    for field in IntakeForm.standard.fields where field.consent != nil {
      if reading.consents.contains(where: { $0.key == field.key }) {
        try giveConsent(field.key, of: receipt, actor: actor)
      } else if field.key != .forumConsent {
        try withdrawConsent(field.key, of: receipt, actor: actor)
      }
    }
    return try revise(changed, actor: actor)
  }

  /// The same as ``submit(_:channel:language:actor:)`` without holding up the thread that asks.
  public func submitSuspending(
    _ reading: IntakeReading, channel: SubmissionChannel, language: Language, actor: String
  ) async throws -> ForumApplication {
    let entry = reading.submission(
      channel: channel, language: language, time: now, method: channel == .paper ? .paper : .web)
    return try await submitSuspending(
      entry.application, contact: entry.contact, consents: entry.consents, actor: actor
    ).application
  }

  /// Takes in what a form was filled in with; whoever wishes counselling is queued for it.
  ///
  /// - Parameter actor: ``applicantActor``, or the login of whoever typed it in.
  public func submit(
    _ reading: IntakeReading, channel: SubmissionChannel, language: Language, actor: String
  ) throws -> ForumApplication {
    let entry = reading.submission(
      channel: channel, language: language, time: now, method: channel == .paper ? .paper : .web)
    return try submit(entry.application, contact: entry.contact, consents: entry.consents, actor: actor).application
  }
}
