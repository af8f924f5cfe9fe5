/// Reads `applications-*.txt`.
enum ApplicationReader {
  static func read(_ text: String, file: String) throws(GenerationError) -> [ApplicationCase] {
    var cases: [ApplicationCase] = []
    for line in VocabularyLine.lines(of: text, file: file) {
      let (key, value) = line.keyed
      if key == "@" {
        let parts = line.fields(of: value, separator: " ")
        guard parts.count == 3, let number = Int(parts[0]), let language = Language(rawValue: parts[2]) else {
          throw line.error("expected @ number style language")
        }
        cases.append(ApplicationCase(number: number, style: parts[1], language: language))
        continue
      }
      guard !cases.isEmpty else { throw line.error("an application must begin with @") }
      try add(line, key: key, value: value, to: &cases[cases.count - 1])
    }
    return cases
  }

  private static func add(
    _ line: VocabularyLine, key: String, value: String, to entry: inout ApplicationCase
  ) throws(GenerationError) {
    switch key {
    case "by": entry.applicant = value
    case "guest":
      let fields = line.fields(of: value)
      guard fields.count == 3 else { throw line.error("expected guest name | kind | country") }
      (entry.applicantName, entry.applicantKind, entry.applicantCountry) = (fields[0], fields[1], fields[2])
    case "title": entry.title = value
    case "text": entry.paragraphs.append(value)
    case "keys": entry.keywords = line.fields(of: value, separator: ";")
    case "offer": entry.offers.append(value)
    case "need", "wish":
      let fields = line.fields(of: value)
      guard fields.count == 2 else { throw line.error("expected \(key) topic [kinds] | statement") }
      let words = line.fields(of: fields[0], separator: " ")
      entry.needs.append(
        ApplicationCase.Need(
          isRequired: key == "need", topic: words[0] == "gap" ? nil : words[0],
          kinds: words.count > 1 ? line.fields(of: words[1], separator: ",") : [], statement: fields[1]))
    default: throw line.error("unknown key '\(key)'")
    }
  }
}
