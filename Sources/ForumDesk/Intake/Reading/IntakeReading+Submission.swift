public import ForumRecords

extension IntakeContact {
  public func details(receipt: String = "") -> ContactDetails {
    ContactDetails(
      receipt: receipt, personName: personName, email: email, phone: phone, position: position,
      department: department)
  }

  public init(_ details: ContactDetails) {
    self.init(
      personName: details.personName, position: details.position, department: details.department,
      email: details.email, phone: details.phone)
  }
}

extension IntakeConsent {
  /// The consent as a record. Its purpose is kept in Korean, whatever the language of the page.
  public func record(receipt: String = "", given: ForumTime, method: Consent.Method) -> Consent {
    Consent(
      receipt: receipt, recipient: text.recipient, purpose: text.purpose.korean, items: text.items,
      validUntil: given.adding(days: text.keptDays), method: method, proof: text.wording.description, given: given)
  }
}

extension IntakeReading {
  /// What ``ForumStore`` takes in of an acceptable reading.
  ///
  /// - Parameters:
  ///   - time: when the form was sent: the application is as old as that, and the consents hold from then on.
  public func submission(
    channel: SubmissionChannel, language: Language, time: ForumTime, method: Consent.Method, sourceKey: String? = nil
  ) -> (application: ForumApplication, contact: ContactDetails?, consents: [Consent]) {
    (
      draft.forumApplication(channel: channel, language: language, submitted: time, sourceKey: sourceKey),
      contact?.details(), consents.map { $0.record(given: time, method: method) }
    )
  }
}
