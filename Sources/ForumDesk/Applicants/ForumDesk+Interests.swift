public import ForumRecords
public import ResearchProfiles

extension ForumDesk {
  /// Who answers by a personal link, in the audit trail.
  public static let applicantActor = "applicant"

  /// Takes an applicant's answer to a suggestion. Yes begins an introduction, or answers the one that there is; where the
  /// other side has applied too, it sees the request on its own page.
  ///
  /// - Parameters:
  ///   - organization: one of the released suggestions, or somebody who asked for an introduction.
  ///   - reason: of no and later; one that does not belong to the answer is left out.
  /// - Throws: ``ApplicantProblem``, or errors of the store.
  public func answerSuggestion(
    of receipt: String, organization: OrganizationID, _ answer: InterestAnswer, reason: InterestReason? = nil
  ) throws {
    let application = try activeApplication(receipt)
    let introductions = try store.introductions(IntroductionFilter(receipt: receipt)).items
    let own = introductions.first { $0.receipt == receipt && $0.organization == organization }
    let asked = try introductions.first { introduction in
      guard introduction.partnerReceipt == receipt, introduction.state != .closed,
        let other = try store.application(receipt: introduction.receipt)
      else { return false }
      return organizationID(of: other) == organization
    }
    if let asked {
      return try answerRequest(asked, by: application, from: organization, answer, reason: reason)
    }
    let isSuggested = try suggestions(of: receipt, releasedOnly: true).contains {
      $0.organization == organization
    }
    guard isSuggested || own != nil else { throw ApplicantProblem.notSuggested }
    try note(answer, of: receipt, organization, reason)
    if let own {
      guard own.state != .closed else { throw ApplicantProblem.noSuchIntroduction }
      try store.answer(
        introduction: own.id, side: .applicant, answer, means: .link, actor: Self.applicantActor, time: now)
    } else if answer == .yes {
      let partner = try ownApplication(of: organization, except: receipt)
      let introduction = try store.propose(
        receipt: receipt, organization: organization, partnerReceipt: partner?.receipt, actor: Self.applicantActor,
        time: now)
      try store.answer(
        introduction: introduction.id, side: .applicant, .yes, means: .link, actor: Self.applicantActor, time: now)
    }
  }

  /// Takes the answer of either side of an introduction that has an application of its own.
  ///
  /// - Throws: ``ApplicantProblem``, or errors of the store.
  public func answerIntroduction(
    _ id: Int64, by receipt: String, _ answer: InterestAnswer, reason: InterestReason? = nil
  ) throws {
    let application = try activeApplication(receipt)
    guard let introduction = try store.introduction(id: id), introduction.state != .closed else {
      throw ApplicantProblem.noSuchIntroduction
    }
    if introduction.receipt == receipt {
      try note(answer, of: receipt, introduction.organization, reason)
      try store.answer(
        introduction: id, side: .applicant, answer, means: .link, actor: Self.applicantActor, time: now)
    } else if introduction.partnerReceipt == receipt,
      let other = try store.application(receipt: introduction.receipt)
    {
      try answerRequest(introduction, by: application, from: organizationID(of: other), answer, reason: reason)
    } else {
      throw ApplicantProblem.noSuchIntroduction
    }
  }

  private func answerRequest(
    _ introduction: Introduction, by application: ForumApplication, from organization: OrganizationID,
    _ answer: InterestAnswer, reason: InterestReason?
  ) throws {
    try note(answer, of: application.receipt, organization, reason)
    try store.answer(
      introduction: introduction.id, side: .partner, answer, means: .link, actor: Self.applicantActor, time: now)
  }

  private func note(
    _ answer: InterestAnswer, of receipt: String, _ organization: OrganizationID, _ reason: InterestReason?
  ) throws {
    let fitting = reason.flatMap { $0.answers.contains(answer) ? $0.rawValue : nil }
    try store.recordInterest(
      Interest(receipt: receipt, organization: organization, answer: answer, reason: fitting, time: now),
      actor: Self.applicantActor)
  }

  func activeApplication(_ receipt: String) throws -> ForumApplication {
    guard let application = try store.application(receipt: receipt),
      application.status == .received || application.status == .published
    else { throw ApplicantProblem.notActive }
    return application
  }
}
