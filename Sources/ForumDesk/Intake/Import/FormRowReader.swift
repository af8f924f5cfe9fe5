import Crypto
import ResearchProfiles

/// Reads rows of a form service's export as answers to the forum's form.
struct FormRowReader {
  let form: IntakeForm
  let mapping: HeadingMapping
  /// What keys are made with, so that nobody can try addresses against them.
  let secret: [UInt8]
  /// The form with nothing required that the export does not ask.
  private let relaxed: IntakeForm

  /// What one row comes to.
  struct Row {
    var line: Int
    var reading: IntakeReading
    /// Seconds since 1970-01-01 00:00 UTC.
    var submitted: Int64?
    var sourceKey: String
    /// What was left out or understood otherwise, in words.
    var notes: [Bilingual]
  }

  init(form: IntakeForm, mapping: HeadingMapping, secret: [UInt8]) {
    self.form = form
    self.mapping = mapping
    self.secret = secret
    let essential: Set<IntakeKey> = [.organizationName, .forumConsent, .email, .phone]
    relaxed = IntakeForm(
      version: form.version, title: form.title,
      sections: form.sections.map { section in
        var section = section
        for place in section.fields.indices {
          let key = section.fields[place].key
          if !mapping.holds(key), !essential.contains(key) { section.fields[place].required = .never }
        }
        return section
      })
  }

  func read(line: Int, cells: [String]) -> Row {
    var texts: [IntakeKey: [String]] = [:]
    var timestamp = ""
    for (column, cell) in zip(mapping.columns, cells) {
      let text = CleanText.paragraphs(cell)
      guard !text.isEmpty else { continue }
      switch column.meaning {
      case .field(let key): texts[key, default: []].append(text)
      case .timestamp: if timestamp.isEmpty { timestamp = text }
      case .ignored: continue
      }
    }
    var notes: [Bilingual] = []
    var answers = IntakeAnswers()
    for field in relaxed.fields {
      guard let values = texts[field.key] else { continue }
      answers[field.key] = self.values(of: field, values, &notes)
    }
    // The same remark on several columns is said once.
    notes = notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    moveOverflow(in: &answers, &notes)
    if answers[.purposes].isEmpty, !mapping.holds(.purposes) {
      // A form without the question asks for joint research.
      answers[.purposes] = [IntakePurpose.jointResearch.rawValue]
    }
    if answers[.region].isEmpty, let name = answers[.country].first { answers[.region] = [region(ofCountry: name)] }
    let submitted = timestamp.isEmpty ? nil : FormTimestamp.seconds(timestamp)
    if !timestamp.isEmpty, submitted == nil {
      notes.append(
        Bilingual(
          "제출 시각을 읽을 수 없어 가져온 시각을 씁니다.",
          "The time of sending cannot be read; the time of the import stands for it."))
    }
    let reading = relaxed.read(answers)
    return Row(
      line: line, reading: reading, submitted: submitted,
      sourceKey: sourceKey(of: reading, timestamp: submitted.map { "\($0)" } ?? timestamp), notes: notes)
  }

  /// The same for the same answer, whatever else in it was corrected: of its time, organisation and contact. An answer
  /// without a time is known by its title too.
  private func sourceKey(of reading: IntakeReading, timestamp: String) -> String {
    let contact = reading.answers.first(.email) + "\u{1F}" + reading.answers.first(.phone)
    let organization = CleanText.key(reading.answers.first(.organizationName))
    var parts = ["row", timestamp, organization, contact.lowercased()]
    if timestamp.isEmpty { parts.append(CleanText.key(reading.answers.first(.title))) }
    let code = HMAC<SHA256>.authenticationCode(
      for: Array(parts.joined(separator: "\u{1E}").utf8), using: SymmetricKey(data: secret))
    return "form:" + code.prefix(16).hexadecimal
  }

  private func region(ofCountry name: String) -> String {
    ["대한민국", "한국", "korea", "southkorea", "republicofkorea", "kr"].contains(CleanText.key(name))
      ? "" : IntakeOption.abroad
  }

  // MARK: Cells

  private func values(of field: IntakeField, _ texts: [String], _ notes: inout [Bilingual]) -> [String] {
    switch field.control {
    case .choices: return choices(of: field, texts, &notes)
    case .choice where field.key == .needUrgencies: return texts.flatMap { Self.parts(of: $0, separators: ",;/\n") }
    case .choice: return Array(choices(of: field, texts, &notes).prefix(1))
    case .consent: return texts.contains { Self.isConsent($0) } ? [IntakeOption.agreed.value] : []
    case .statements: return texts.flatMap { Self.statements($0) }
    case .tags: return texts
    case .paragraphs: return [texts.joined(separator: "\n")]
    default: return [texts[0]]
    }
  }

  /// The options of a cell that holds one or several; what is none is noted and left out.
  private func choices(of field: IntakeField, _ texts: [String], _ notes: inout [Bilingual]) -> [String] {
    var values: [String] = []
    for text in texts {
      if let option = IntakeReadingState.option(text, of: field) {
        values.append(option.value)
        continue
      }
      for part in Self.parts(of: text, separators: ",;/\n|·") {
        if let option = Self.option(part, of: field) {
          values.append(option.value)
        } else if !CleanText.isFiller(part) {
          // The answer itself is not repeated: in a column that is mapped wrongly it may be somebody's name.
          notes.append(
            Bilingual(
              "‘\(field.label.korean)’에 보기에 없는 답이 있어 그 답을 뺐습니다.",
              "An answer for “\(field.label.english)” is none of those offered and left out."))
        }
      }
    }
    return values
  }

  /// The option of a text, or the one whose longest word the text holds.
  private static func option(_ text: String, of field: IntakeField) -> IntakeOption? {
    if let option = IntakeReadingState.option(text, of: field) { return option }
    let key = CleanText.key(text)
    var best: (option: IntakeOption, length: Int)?
    for option in field.options {
      for word in option.synonyms + [CleanText.key(option.label.korean), CleanText.key(option.label.english)] {
        let length = word.utf8.count
        if length >= 6, key.contains(word), length > best?.length ?? 0 { best = (option, length) }
      }
    }
    return best?.option
  }

  private static func parts(of text: String, separators: String) -> [String] {
    // Separators inside parentheses belong to a label.
    var parts: [String] = []
    var part = ""
    var depth = 0
    for character in text {
      if "(（[".contains(character) { depth += 1 }
      if ")）]".contains(character) { depth = max(0, depth - 1) }
      if depth == 0 && separators.contains(character) {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).map { CleanText.line($0) }.filter { !$0.isEmpty }
  }

  /// The statements of a cell: one a line, without bullets and numbers before them.
  static func statements(_ text: String) -> [String] {
    text.split { $0 == "\n" || $0 == ";" || $0 == "；" }.map { line in
      var line = line.drop { " -–—•·*▪■□○●※▶".contains($0) }
      if let first = line.first, "①②③④⑤⑥⑦⑧⑨⑩".contains(first) { line = line.dropFirst() }
      let number = line.prefix { $0.isASCII && $0.isNumber }
      let rest = line.dropFirst(number.count)
      if (1...2).contains(number.count), let mark = rest.first, mark == ")" || mark == ".",
        rest.dropFirst().first == " "
      {
        line = rest.dropFirst(2)
      }
      return CleanText.line(String(line))
    }.filter { !$0.isEmpty }
  }

  static func isConsent(_ text: String) -> Bool {
    let key = CleanText.key(text)
    let refusals = ["않", "미동의", "비동의", "부동의", "거부", "아니", "안함", "disagree", "not", "no"]
    if refusals.contains(where: { $0 == "no" ? key == "no" : key.contains($0) }) { return false }
    return key.contains("동의") || key.contains("agree") || key.contains("consent")
      || ["예", "네", "yes", "y", "true", "o", "1", "체크"].contains(key) || ["✓", "✔", "☑", "○", "◯"].contains(text)
  }

  /// Needs that are too many or too long become part of the summary: nothing is lost.
  private func moveOverflow(in answers: inout IntakeAnswers, _ notes: inout [Bilingual]) {
    for key in [IntakeKey.needs, .offers] {
      guard let limits = form[key]?.limits else { continue }
      var kept: [String] = []
      var rest: [String] = []
      for statement in answers[key] {
        if kept.count < limits.values, statement.count <= limits.characters {
          kept.append(statement)
        } else {
          rest.append(statement)
        }
      }
      guard !rest.isEmpty, let label = form[key]?.label else { continue }
      answers[key] = kept
      answers[.summary] = [([answers.first(.summary)] + rest).filter { !$0.isEmpty }.joined(separator: "\n")]
      notes.append(
        Bilingual(
          "‘\(label.korean)’에서 \(limits.values)개, \(limits.characters)자를 넘는 것은 내용으로 옮겼습니다.",
          "What exceeds \(limits.values) entries of \(limits.characters) characters in “\(label.english)” was moved to the summary."
        ))
    }
  }
}
