import ForumDesk

/// The forum's form on paper: the same questions in the same order, with lines and boxes to fill in by hand.
struct PaperFormView {
  var form = IntakeForm.standard
  var language: Language

  var html: String { form.sections.map { section($0) }.joined() }

  private func section(_ section: IntakeSection) -> String {
    let note = section.note.map { "<p class=\"hint\">\(HTMLText.escaped($0[language]))</p>" } ?? ""
    return "<section class=\"paper-section\"><h2>\(HTMLText.escaped(section.title[language]))</h2>\(note)"
      + section.fields.map { field($0) }.joined() + "</section>"
  }

  private func field(_ field: IntakeField) -> String {
    switch field.control {
    case .choice where field.key == .needUrgencies: ""
    case .consent: consent(field)
    case .choice, .choices: question(field, options(field))
    case .paragraphs: question(field, lines(count: 6))
    case .statements(let companion): question(field, statements(field, companion), isTall: true)
    case .line, .email, .phone, .link, .number, .tags: question(field, lines(count: 1))
    }
  }

  private func question(_ field: IntakeField, _ answer: String, isTall: Bool = false) -> String {
    let mark = Self.isMarked(field.required) ? " <span class=\"must\">*</span>" : ""
    let hint = field.hint.map { "<p class=\"hint\">\(HTMLText.escaped($0[language]))</p>" } ?? ""
    return
      "<div class=\"paper-field\"><div><strong>\(HTMLText.escaped(field.label[language]))</strong>\(mark)\(hint)</div>"
      + "<div>\(answer)</div></div>"
  }

  /// What depends on another answer is said in the hint.
  private static func isMarked(_ condition: IntakeCondition) -> Bool {
    switch condition {
    case .always, .chosen(.purposes, _): true
    default: false
    }
  }

  private func lines(count: Int) -> String {
    String(repeating: "<p class=\"paper-line\"></p>", count: count)
  }

  private func statements(_ field: IntakeField, _ companion: IntakeKey?) -> String {
    let boxes = companion.flatMap { form[$0] }.map { " " + box($0.options) } ?? ""
    return (1...field.limits.values).map { "<p class=\"paper-line\">\($0).</p>\(boxes)" }.joined()
  }

  /// Where there are many options, a line to write on is quicker than a box to find.
  private func options(_ field: IntakeField) -> String {
    guard field.options.count <= 20 else { return lines(count: 1) }
    return "<p class=\"paper-boxes\">\(box(field.options))</p>"
  }

  private func box(_ options: [IntakeOption]) -> String {
    options.map { "<span class=\"paper-box\">☐ \(HTMLText.escaped($0.label[language]))</span>" }.joined(separator: " ")
  }

  private func consent(_ field: IntakeField) -> String {
    guard let text = field.consent else { return "" }
    let agree = Bilingual("동의함", "I agree")[language]
    let refuse = Bilingual("동의하지 않음", "I do not agree")[language]
    let signature = Bilingual("성명·서명", "Name and signature")[language]
    return "<div class=\"paper-consent\"><p><strong>\(HTMLText.escaped(text.statement[language]))</strong></p>"
      + ConsentView(text: text, language: language).html
      + "<p class=\"paper-boxes\"><span class=\"paper-box\">☐ \(agree)</span> <span class=\"paper-box\">☐ \(refuse)</span> "
      + "<span class=\"paper-signature\">\(signature)</span></p></div>"
  }
}
