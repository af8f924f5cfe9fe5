import ForumDesk

/// The forum's form as HTML, written from its definition: every question with its label, hint, problems and values.
///
/// It is built here and not in a template, because it is the page that everybody asks for first and has two hundred
/// options.
struct IntakeFormView {
  var form = IntakeForm.standard
  var answers = IntakeAnswers()
  var problems: [IntakeProblem] = []
  /// What was changed in the answers and is to be told beside them.
  var notices: [IntakeProblem] = []
  var language: Language

  /// All sections with their questions.
  var html: String { form.sections.map { section($0) }.joined() }

  /// A list of what is to be corrected, each a link to its question; nothing where there is none.
  var summaryHTML: String? {
    guard !problems.isEmpty else { return nil }
    let title = Bilingual(
      "고칠 곳이 \(problems.count)군데 있습니다",
      problems.count == 1 ? "One thing to correct" : "\(problems.count) things to correct")
    let items = problems.map { problem in
      let label = form[problem.key]?.label[language] ?? ""
      return "<li><a href=\"#\(Self.firstID(of: problem, in: form))\">\(HTMLText.escaped(label))</a>: "
        + "\(HTMLText.escaped(problem.message[language]))</li>"
    }
    return "<div class=\"problem-summary\" role=\"alert\" tabindex=\"-1\" autofocus id=\"problems\">"
      + "<h2>\(title[language])</h2><ul>\(items.joined())</ul></div>"
  }

  static func id(_ key: IntakeKey) -> String { "f-" + key.rawValue.replacing("_", with: "-") }

  /// The control that a link to a question leads to.
  private static func firstID(of problem: IntakeProblem, in form: IntakeForm) -> String {
    guard let field = form[problem.key] else { return "main" }
    switch field.control {
    case .statements: return "\(id(problem.key))-\(problem.place ?? 0)"
    case .choices: return "\(id(problem.key))-0"
    case .choice where isRadio(field): return "\(id(problem.key))-0"
    default: return id(problem.key)
    }
  }

  /// Few options are seen at once, many are unfolded.
  static func isRadio(_ field: IntakeField) -> Bool { field.options.count <= 5 }

  // MARK: Sections and questions

  private func section(_ section: IntakeSection) -> String {
    let note = section.note.map { "<p class=\"hint\">\(HTMLText.escaped($0[language]))</p>" } ?? ""
    let asked = section.fields.filter { !Self.furtherKeys.contains($0.key) }.map { field($0) }.joined()
    let fields = asked + further(section)
    return
      "<section class=\"panel form-section\" aria-labelledby=\"s-\(section.key)\"\(when(section.relevant, "data-when"))>"
      + "<h2 id=\"s-\(section.key)\">\(HTMLText.escaped(section.title[language]))</h2>\(note)\(fields)</section>"
  }

  /// Wishes that most people leave open: folded away until somebody wants to say more.
  private static let furtherKeys: [IntakeKey] = [
    .field, .wantedKinds, .wantedRegions, .readinessLevel, .budget, .wantedRole,
  ]

  private func further(_ section: IntakeSection) -> String {
    let fields = section.fields.filter { Self.furtherKeys.contains($0.key) }
    guard let first = fields.first else { return "" }
    let isOpen = fields.contains { field in
      !answers[field.key].isEmpty || problems.contains { $0.key == field.key }
    }
    let title = Bilingual("더 알려 주기 (선택): 분야, 찾는 기관과 지역, 예산 등", "Say more (optional): field, who is wanted, budget ...")
    return "<details class=\"further\"\(when(first.relevant, "data-when"))\(isOpen ? " open" : "")>"
      + "<summary>\(title[language])</summary>" + fields.map { field($0) }.joined() + "</details>"
  }

  private func field(_ field: IntakeField) -> String {
    switch field.control {
    // Stands beside the statements that it belongs to.
    case .choice where field.key == .needUrgencies: ""
    case .statements(let companion): group(field, statements(field, companion))
    case .choices: group(field, boxes(field))
    case .choice where Self.isRadio(field): group(field, radios(field))
    case .choice: single(field, select(field))
    case .paragraphs(let rows): single(field, paragraphs(field, rows: rows))
    case .consent: consent(field)
    case .line, .email, .phone, .link, .number, .tags: single(field, line(field))
    }
  }

  /// A question with one control.
  private func single(_ field: IntakeField, _ control: String) -> String {
    "<div class=\"field\"\(conditions(field))><label for=\"\(Self.id(field.key))\">\(label(field))</label>"
      + hint(field) + messages(field) + control + "</div>"
  }

  /// A question with several controls.
  private func group(_ field: IntakeField, _ controls: String) -> String {
    "<fieldset class=\"field\"\(conditions(field))\(described(field))>"
      + "<legend>\(label(field))</legend>\(hint(field))\(messages(field))\(controls)</fieldset>"
  }

  private func label(_ field: IntakeField) -> String {
    let isRequired = form.isRequired(field, by: answers)
    let mark = Self.mark(field)[language]
    let hidden = isRequired ? "" : " hidden"
    let canBeRequired = field.required != .never
    return HTMLText.escaped(field.label[language])
      + (canBeRequired ? " <span class=\"must\"\(hidden)>\(mark)</span>" : "")
  }

  /// A field that another can stand in for is not required by itself.
  private static func mark(_ field: IntakeField) -> Bilingual {
    if case .missing = field.required { return Bilingual("둘 중 하나 필수", "one of the two is required") }
    return Bilingual("필수", "required")
  }

  private func hint(_ field: IntakeField) -> String {
    field.hint.map { "<p class=\"hint\" id=\"\(Self.id(field.key))-hint\">\(HTMLText.escaped($0[language]))</p>" } ?? ""
  }

  private func messages(_ field: IntakeField) -> String {
    let own = problems.filter { $0.key == field.key }
    let told = notices.filter { $0.key == field.key }
    var html = ""
    if !own.isEmpty {
      let text = own.map { HTMLText.escaped($0.message[language]) }.joined(separator: "<br>")
      html += "<p class=\"problem\" id=\"\(Self.id(field.key))-problem\">\(text)</p>"
    }
    if !told.isEmpty {
      let text = told.map { HTMLText.escaped($0.message[language]) }.joined(separator: "<br>")
      html += "<p class=\"warning\" id=\"\(Self.id(field.key))-notice\">\(text)</p>"
    }
    return html
  }

  private func described(_ field: IntakeField) -> String {
    var ids: [String] = []
    if field.hint != nil { ids.append("-hint") }
    if problems.contains(where: { $0.key == field.key }) { ids.append("-problem") }
    if notices.contains(where: { $0.key == field.key }) { ids.append("-notice") }
    let text = ids.map { Self.id(field.key) + $0 }.joined(separator: " ")
    return ids.isEmpty ? "" : " aria-describedby=\"\(text)\""
  }

  private func invalid(_ field: IntakeField, place: Int? = nil) -> String {
    let isWrong = problems.contains { $0.key == field.key && ($0.place == nil || place == nil || $0.place == place) }
    return isWrong ? " aria-invalid=\"true\"" : ""
  }

  private func conditions(_ field: IntakeField) -> String {
    when(field.relevant, "data-when") + when(field.required, "data-required")
  }

  /// What a script must know to hide what does not apply: `field:value,value`; `field:` where that must be empty.
  private func when(_ condition: IntakeCondition, _ name: String) -> String {
    switch condition {
    case .chosen(let key, let values): HTMLText.attribute(name, key.rawValue + ":" + values.joined(separator: ","))
    case .missing(let key): HTMLText.attribute(name, key.rawValue + ":")
    case .all(let conditions):
      HTMLText.attribute(
        name,
        conditions.compactMap { condition in
          switch condition {
          case .chosen(let key, let values): key.rawValue + ":" + values.joined(separator: ",")
          case .missing(let key): key.rawValue + ":"
          default: nil
          }
        }.joined(separator: ";"))
    case .always, .never: ""
    }
  }

  // MARK: Controls

  private func line(_ field: IntakeField) -> String {
    let (type, mode): (String, String?) =
      switch field.control {
      case .email: ("email", "email")
      case .phone: ("tel", "tel")
      case .link: ("url", "url")
      case .number: ("text", "decimal")
      default: ("text", nil)
      }
    let most = field.control == .tags ? nil : String(field.limits.characters)
    return "<input id=\"\(Self.id(field.key))\" name=\"\(field.key.rawValue)\" type=\"\(type)\""
      + HTMLText.attribute("value", answers[field.key].joined(separator: ", ")) + HTMLText.attribute("maxlength", most)
      + HTMLText.attribute("inputmode", mode) + HTMLText.attribute("autocomplete", field.autocomplete)
      + described(field) + invalid(field) + ">"
  }

  private func paragraphs(_ field: IntakeField, rows: Int) -> String {
    "<textarea id=\"\(Self.id(field.key))\" name=\"\(field.key.rawValue)\" rows=\"\(rows)\""
      + HTMLText.attribute("maxlength", String(field.limits.characters)) + described(field) + invalid(field) + ">\n"
      + HTMLText.escaped(answers.first(field.key)) + "</textarea>"
  }

  private func statements(_ field: IntakeField, _ companion: IntakeKey?) -> String {
    let question = companion.flatMap { form[$0] }
    let rows = (0..<field.limits.values).map { place in
      let id = "\(Self.id(field.key))-\(place)"
      let name = "\(field.label[language]) \(place + 1)"
      let values = answers[field.key]
      var row =
        "<textarea id=\"\(id)\" name=\"\(field.key.rawValue)\" rows=\"2\"\(HTMLText.attribute("aria-label", name))"
        + "\(HTMLText.attribute("maxlength", String(field.limits.characters)))\(invalid(field, place: place))>\n"
        + HTMLText.escaped(place < values.count ? values[place] : "") + "</textarea>"
      if let question {
        let chosen = answers[question.key]
        let options = question.options.map { option in
          let isChosen = place < chosen.count && chosen[place] == option.value
          return "<option value=\"\(option.value)\"\(isChosen ? " selected" : "")>"
            + "\(HTMLText.escaped(option.label[language]))</option>"
        }.joined()
        row +=
          "<select name=\"\(question.key.rawValue)\""
          + HTMLText.attribute("aria-label", "\(name): \(question.label[language])") + ">\(options)</select>"
      }
      return "<div class=\"statement\">\(row)</div>"
    }
    let more = Bilingual("칸 더하기", "Add another")[language]
    return "<div class=\"statements\"\(HTMLText.attribute("data-more", more))>\(rows.joined())</div>"
  }

  private func boxes(_ field: IntakeField) -> String {
    let chosen = answers[field.key]
    return "<div class=\"choices\">"
      + field.options.enumerated().map { place, option in
        choice(field, "checkbox", "\(Self.id(field.key))-\(place)", option, isChosen: chosen.contains(option.value))
      }.joined() + "</div>"
  }

  private func radios(_ field: IntakeField) -> String {
    let chosen = answers.first(field.key)
    return "<div class=\"choices\">"
      + field.options.enumerated().map { place, option in
        choice(field, "radio", "\(Self.id(field.key))-\(place)", option, isChosen: chosen == option.value)
      }.joined() + "</div>"
  }

  private func choice(
    _ field: IntakeField, _ type: String, _ id: String, _ option: IntakeOption, isChosen: Bool
  ) -> String {
    "<label class=\"choice\" for=\"\(id)\"><input type=\"\(type)\" id=\"\(id)\" name=\"\(field.key.rawValue)\""
      + HTMLText.attribute("value", option.value) + (isChosen ? " checked" : "") + invalid(field) + ">"
      + "<span>\(HTMLText.escaped(option.label[language]))</span></label>"
  }

  private func select(_ field: IntakeField) -> String {
    let chosen = answers.first(field.key)
    var html = "<option value=\"\">\(Bilingual("고르지 않음", "Not chosen")[language])</option>"
    var group: Bilingual?
    for option in field.options {
      if option.group != group {
        if group != nil { html += "</optgroup>" }
        if let name = option.group { html += "<optgroup\(HTMLText.attribute("label", name[language]))>" }
        group = option.group
      }
      html +=
        "<option\(HTMLText.attribute("value", option.value))\(chosen == option.value ? " selected" : "")>"
        + "\(HTMLText.escaped(option.label[language]))</option>"
    }
    if group != nil { html += "</optgroup>" }
    return "<select id=\"\(Self.id(field.key))\" name=\"\(field.key.rawValue)\""
      + HTMLText.attribute("autocomplete", field.autocomplete) + described(field) + invalid(field) + ">\(html)</select>"
  }

  private func consent(_ field: IntakeField) -> String {
    guard let text = field.consent else { return "" }
    let id = Self.id(field.key)
    let isGiven = !answers[field.key].isEmpty
    return "<div class=\"field consent\"\(conditions(field))>\(messages(field))"
      + "<label class=\"choice\" for=\"\(id)\"><input type=\"checkbox\" id=\"\(id)\" name=\"\(field.key.rawValue)\" "
      + "value=\"yes\"\(isGiven ? " checked" : "")\(described(field))\(invalid(field))>"
      + "<span>\(HTMLText.escaped(field.label[language]))</span></label>"
      + "<details><summary>\(Bilingual("전체 내용 보기", "Read it in full")[language])</summary>"
      + ConsentView(text: text, language: language).html + "</details></div>"
  }
}
