import ResearchProfiles

/// Turns JSON objects into applications.
struct ApplicationMapper {
  private static let knownKeys = "id, submitted, title, summary, keywords, needs, offers, applicant"

  let collector: ApplicationCollector

  /// The elements of a list. Their lines are not known; one that has no id is told by its number.
  func mapAll(_ elements: [JSONValue]) {
    for (index, element) in elements.enumerated() { map(element, line: nil, place: "element \(index + 1)") }
  }

  func map(_ value: JSONValue, line: Int?, place: String? = nil) {
    guard case .object(let members) = value else {
      return collector.reject(
        line: line, record: place, reason: "it is \(value.kindName), not an object",
        remedy: "write each application as {\"id\": ...}")
    }
    var fields = JSONFields(members, subject: "an application")
    var application = Application(id: fields.identifier("id") ?? "")
    application.submitted = fields.date("submitted")
    // All languages: words of each find something.
    application.title = fields.localizedText("title").entries.map(\.text).joined(separator: " / ")
    application.summary = fields.localizedText("summary", keepsLines: true).entries.map(\.text).joined(separator: "\n")
    application.keywords = fields.lines("keywords")
    application.needs = needs("needs", &fields)
    application.offers = needs("offers", &fields)
    application.applicant = applicant(&fields, line: line)
    collector.accept(application, line: line, place: place)
    report(fields, Self.knownKeys, line)
  }

  /// Strings, or objects with a `statement` and `urgency` (`required`, `wished`) or `required` (true, false).
  private func needs(_ key: String, _ fields: inout JSONFields) -> [Need] {
    guard let value = fields.value(key), case .array(let elements) = value else {
      return fields.lines(key).map { Need(statement: $0) }
    }
    var needs: [Need] = []
    for element in elements {
      switch element {
      case .string(let text): add(Need(statement: FieldText.line(text)), to: &needs)
      case .object(let members):
        var need = JSONFields(members, subject: "'\(key)' of an application")
        let statement = need.line("statement") ?? ""
        var urgency: Need.Urgency = need.choice("urgency") ?? .required
        if case .bool(let isRequired)? = need.value("required") { urgency = isRequired ? .required : .wished }
        add(Need(statement: statement, urgency: urgency), to: &needs)
        for note in need.allNotes(knownKeys: "statement, urgency, required") {
          fields.note(note.reason, remedy: note.remedy)
        }
      default: fields.note("'\(key)' should be a list of strings and holds \(element.kindName)")
      }
    }
    return needs
  }

  private func add(_ need: Need, to needs: inout [Need]) {
    if !need.statement.isEmpty { needs.append(need) }
  }

  /// An object, or a string that is the applicant's name.
  private func applicant(_ fields: inout JSONFields, line: Int?) -> Applicant? {
    guard let value = fields.value("applicant") else { return nil }
    guard case .object(let members) = value else { return fields.line("applicant").map { Applicant(name: $0) } }
    var applicant = JSONFields(members, subject: "an applicant")
    let result = Applicant(
      id: applicant.identifier("id").map { OrganizationID($0) }, name: applicant.line("name"),
      kind: applicant.choice("kind"),
      country: applicant.line("country").flatMap(CountryCode.normalized))
    report(applicant, "id, name, kind, country", line)
    return result == Applicant() ? nil : result
  }

  private func report(_ fields: JSONFields, _ knownKeys: String, _ line: Int?) {
    for note in fields.allNotes(knownKeys: knownKeys) { collector.note(note.reason, remedy: note.remedy, line: line) }
  }
}
