import ProfileIngest
import ResearchProfiles

/// Reads the answers to a form: cleans them, checks them, says what is wrong with them.
struct IntakeReader {
  let form: IntakeForm

  /// Wrong answers are dropped from the draft and kept in ``IntakeReading/answers``.
  ///
  /// - Complexity: linear in the answers; of each at most 64 KiB are looked at.
  func read(_ answers: IntakeAnswers) -> IntakeReading {
    var state = IntakeReadingState(form: form, answers: answers)
    for field in form.fields { state.take(field) }
    for field in form.fields { state.require(field) }
    return state.finished()
  }
}

extension IntakeForm {
  /// What the answers come to. They may hold anything.
  ///
  /// - Complexity: linear in the answers; of each at most 64 KiB are looked at.
  public func read(_ answers: IntakeAnswers) -> IntakeReading { IntakeReader(form: self).read(answers) }

  /// Whether a question is asked, given these answers.
  public func isRelevant(_ field: IntakeField, to answers: IntakeAnswers) -> Bool {
    field.relevant.holds { answers[$0].filter { !$0.isEmpty } }
  }

  /// Whether a question must be answered, given these answers.
  public func isRequired(_ field: IntakeField, by answers: IntakeAnswers) -> Bool {
    isRelevant(field, to: answers) && field.required.holds { answers[$0].filter { !$0.isEmpty } }
  }
}
