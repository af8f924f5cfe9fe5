public import ForumRecords
import ResearchProfiles

extension ForumDesk {
  /// What became of a change of some answers.
  public enum Amendment: Sendable {
    case revised(ForumApplication, notices: [IntakeProblem])
    /// Nothing was changed.
    case refused([IntakeProblem])
  }

  /// Questions whose answers may be changed one by one; the others are about the person, or about consent.
  public static let amendableKeys: [IntakeKey] = [
    .purposes, .organizationName, .organizationKind, .region, .country, .title, .summary, .needs, .needUrgencies,
    .offers, .keywords, .field, .wantedKinds, .wantedRegions, .readinessLevel, .budget, .wantedRole,
  ]

  /// Changes some answers of an application, read as the form reads them.
  ///
  /// - Parameters:
  ///   - answers: by ``amendableKeys``; an empty list takes an answer away.
  ///   - revision: the version that the change was made for; `nil` for whatever is there.
  /// - Throws: errors of the store, among them that of a version that was changed meanwhile.
  public func amend(
    _ application: ForumApplication, _ answers: [IntakeKey: [String]], revision: Int?, actor: String
  ) throws -> Amendment {
    let form = IntakeForm.standard
    let earlier = IntakeReading.answers(draft: IntakeDraft(application), contact: nil, consents: [])
    // Whoever changes one answer is not asked about others that were wrong before, nor about the person.
    let excused = Set(form.read(earlier).problems.map(\.key))
    var all = earlier
    for (key, values) in answers { all[key] = values }
    let reading = form.read(all)
    let problems = reading.problems.filter { answers[$0.key] != nil || !excused.contains($0.key) }
    if !problems.isEmpty { return .refused(problems) }
    var revised = application
    for key in answers.keys.sorted(by: { $0.rawValue < $1.rawValue }) { revised.take(key, from: reading.draft) }
    revised.revision = revision ?? application.revision
    return .revised(
      try revise(revised, actor: actor), notices: reading.notices.filter { answers[$0.key] != nil })
  }
}

extension ForumApplication {
  /// Takes over what was read of one question.
  fileprivate mutating func take(_ key: IntakeKey, from draft: IntakeDraft) {
    let read = draft.application
    var applicant = application.applicant ?? Applicant()
    switch key {
    case .purposes:
      let all = draft.forumApplication(channel: channel, language: .korean)
      courses = all.courses
      wantsJointResearch = all.wantsJointResearch
      wantsCounselling = all.wantsCounselling
    case .organizationName: applicant.name = read.applicant?.name
    case .organizationKind: applicant.kind = read.applicant?.kind
    case .region, .country:
      region = draft.region
      applicant.country = read.applicant?.country
    case .title: application.title = read.title
    case .summary: application.summary = read.summary
    case .needs, .needUrgencies: application.needs = read.needs
    case .offers: application.offers = read.offers
    case .keywords: application.keywords = read.keywords
    case .field: field = draft.field
    case .wantedKinds: wantedKinds = draft.wantedKinds
    case .wantedRegions: wantedRegions = draft.wantedRegions
    case .readinessLevel: readinessLevel = draft.readinessLevel
    case .budget: budgetMillionWon = draft.budgetMillionWon
    case .wantedRole: wantedRole = draft.wantedRole
    case .homepage, .personName, .position, .department, .email, .phone, .forumConsent, .partnerConsent,
      .trainingConsent:
      break
    }
    application.applicant = applicant == Applicant() ? nil : applicant
  }
}
