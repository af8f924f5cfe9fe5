import ResearchProfiles

extension IntakeReading {
  /// The answers that this reading comes of: what staff see when they correct an application, and what a draft is restored
  /// from.
  ///
  /// Of an acceptable reading they read back as it was.
  public static func answers(
    draft: IntakeDraft, contact: IntakeContact?, consents: [IntakeKey]
  ) -> IntakeAnswers {
    var answers = IntakeAnswers()
    func set(_ key: IntakeKey, _ value: String?) {
      if let value, !value.isEmpty { answers[key] = [value] }
    }
    answers[.purposes] = draft.purposes.map(\.rawValue)
    let application = draft.application
    set(.organizationName, application.applicant?.name)
    set(.organizationKind, application.applicant?.kind?.rawValue)
    let isAbroad = draft.region == nil && application.applicant?.country != nil
    set(.region, isAbroad ? IntakeOption.abroad : draft.region)
    if isAbroad { set(.country, application.applicant?.country) }
    set(.homepage, draft.homepage)
    set(.title, application.title)
    set(.summary, application.summary)
    answers[.needs] = application.needs.map(\.statement)
    answers[.needUrgencies] = application.needs.map(\.urgency.rawValue)
    answers[.offers] = application.offers.map(\.statement)
    set(.keywords, application.keywords.joined(separator: ", "))
    set(.field, draft.field)
    answers[.wantedKinds] = draft.wantedKinds.map(\.rawValue)
    answers[.wantedRegions] = draft.wantedRegions
    set(.readinessLevel, draft.readinessLevel.map(String.init))
    set(.budget, draft.budgetMillionWon.map(String.init))
    set(.wantedRole, draft.wantedRole)
    set(.personName, contact?.personName)
    set(.position, contact?.position)
    set(.department, contact?.department)
    set(.email, contact?.email)
    set(.phone, contact?.phone)
    for key in consents { answers[key] = [IntakeOption.agreed.value] }
    return answers
  }
}
