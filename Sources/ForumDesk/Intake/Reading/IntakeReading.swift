/// What a form's answers come to.
public struct IntakeReading: Hashable, Sendable {
  public var draft: IntakeDraft
  /// `nil` where neither a name nor an address was given.
  public var contact: IntakeContact?
  /// Those that were given, in the order of the form.
  public var consents: [IntakeConsent]
  /// What must be corrected before the application can be taken, in the order of the form.
  public var problems: [IntakeProblem]
  /// What was changed and should be told, in the order of the form: personal data taken out of public texts.
  public var notices: [IntakeProblem]
  /// The answers as they were understood; those that are wrong as they were given, but clean. For showing the form again.
  public var answers: IntakeAnswers

  public var isAcceptable: Bool { problems.isEmpty }

  public func problems(of key: IntakeKey) -> [IntakeProblem] { problems.filter { $0.key == key } }
}
