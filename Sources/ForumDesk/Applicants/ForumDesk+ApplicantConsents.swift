public import ForumRecords

extension ForumDesk {
  /// Records a consent in its wording of now, unless there is a live one with the same wording.
  ///
  /// - Parameter method: `web` by a personal link, `staff` where somebody told it.
  public func giveConsent(_ key: IntakeKey, of receipt: String, method: Consent.Method = .web, actor: String) throws {
    guard let text = IntakeForm.standard[key]?.consent else { return }
    let live = try store.liveConsents(receipt: receipt, at: now).filter { $0.recipient == text.recipient }
    if live.contains(where: { $0.proof == text.wording.description }) { return }
    try store.addConsent(
      IntakeConsent(key: key, text: text).record(receipt: receipt, given: now, method: method), actor: actor, time: now)
  }

  /// Takes back all consents for a recipient, from now on.
  ///
  /// - Throws: ``ApplicantProblem/consentIsNeeded`` for the forum's own: without it everything must be erased.
  public func withdrawConsent(_ key: IntakeKey, of receipt: String, actor: String) throws {
    guard let text = IntakeForm.standard[key]?.consent else { return }
    if text.recipient == Consent.forum { throw ApplicantProblem.consentIsNeeded }
    try store.withdrawConsents(receipt: receipt, recipient: text.recipient, actor: actor, time: now)
  }

  /// Takes an application back: it is suggested to nobody any more, its introductions end, its contact is passed on to
  /// nobody. What it says is kept until it expires or is erased.
  @discardableResult
  public func withdraw(_ receipt: String, actor: String) throws -> ForumApplication {
    for introduction in try store.introductions(IntroductionFilter(receipt: receipt)).items
    where introduction.state != .closed {
      try store.closeIntroduction(id: introduction.id, actor: actor, time: now)
    }
    for recipient in [Consent.partners, Consent.training] {
      try store.withdrawConsents(receipt: receipt, recipient: recipient, actor: actor, time: now)
    }
    return try setStatus(.withdrawn, of: receipt, actor: actor)
  }
}
