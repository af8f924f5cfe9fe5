import ForumDesk
import ForumRecords
import ResearchProfiles

/// What an application says, in the words of the form.
struct ApplicationPairs: Sendable {
  private let form = IntakeForm.standard
  private let answers: IntakeAnswers
  private let language: Language

  init(_ application: ForumApplication, _ language: Language) {
    answers = IntakeReading.answers(draft: IntakeDraft(application), contact: nil, consents: [])
    self.language = language
  }

  /// Everything that was answered, in the order of the form; nothing of the contact.
  var all: [LabelledText] { pairs(of: form.fields.map(\.key)) }

  /// Without the texts that a page shows elsewhere.
  var short: [LabelledText] {
    pairs(of: form.fields.map(\.key).filter { ![.title, .summary, .needs, .offers].contains($0) })
  }

  private func pairs(of keys: [IntakeKey]) -> [LabelledText] {
    keys.compactMap { key in
      guard let field = form[key], key != .needUrgencies else { return nil }
      let values = answers[key].filter { !$0.isEmpty }
      guard !values.isEmpty else { return nil }
      let shown = values.map { field.option($0)?.label[language] ?? $0 }
      let isList = if case .statements = field.control { true } else { false }
      return LabelledText(
        label: field.label[language],
        value: isList
          ? shown.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n") : shown.joined(separator: ", "))
    }
  }
}
