/// Reads `organizations.txt`; a laboratory is named after its first topic.
struct OrganizationReader {
  private let topics: [String: Topic]
  private var organizations: [Organization] = []

  static func read(_ text: String, topics: [String: Topic]) throws(GenerationError) -> [Organization] {
    var reader = OrganizationReader(topics: topics)
    for line in VocabularyLine.lines(of: text, file: "organizations.txt") { try reader.add(line) }
    return reader.organizations
  }

  private init(topics: [String: Topic]) { self.topics = topics }

  private mutating func add(_ line: VocabularyLine) throws(GenerationError) {
    let (key, value) = line.keyed
    switch key {
    case "lab": try addLaboratory(line, value)
    case "university": try addUniversity(line)
    case "abroad": try addAbroad(line)
    default: try addBody(line)
    }
  }

  private mutating func addUniversity(_ line: VocabularyLine) throws(GenerationError) {
    let fields = line.fields(of: line.text)
    guard fields.count == 5 else { throw line.error("expected university | slug | Korean | English | place") }
    let name = Bilingual(korean: fields[2], english: fields[3])
    let place = Self.place(fields[4])
    organizations.append(
      Organization(
        id: "demo-univ-\(fields[1])", family: .university, kind: "university", name: name, shortName: name,
        country: "KR", region: place.region, city: place.city, isSmall: false, competences: []))
  }

  private mutating func addLaboratory(_ line: VocabularyLine, _ value: String) throws(GenerationError) {
    guard let university = organizations.last(where: { $0.family == .university }) else {
      throw line.error("a laboratory must follow its university")
    }
    let competences = try competences(value, line)
    guard let first = competences.first, let topic = topics[first.topic] else { throw line.error("no topic") }
    let fullName = university.name.korean
    let stem = fullName.hasSuffix("대학교") ? String(fullName.dropLast(2)) : fullName
    let laboratory = Bilingual(
      korean: "\(topic.name.korean) 연구실", english: "\(topic.name.english.titleCased) Laboratory")
    organizations.append(
      Organization(
        id: "demo-lab-\(university.id.dropFirst("demo-univ-".count))-\(first.topic)", family: .laboratory,
        kind: "university",
        name: Bilingual(
          korean: "\(university.name.korean) \(laboratory.korean)",
          english: "\(university.name.english), \(laboratory.english)"),
        shortName: Bilingual(
          korean: "\(stem) \(laboratory.korean)",
          english: "the \(laboratory.english) of \(university.name.english)"),
        country: "KR", region: university.region, city: university.city, isSmall: false, competences: competences,
        parent: university.id))
  }

  private mutating func addBody(_ line: VocabularyLine) throws(GenerationError) {
    let fields = line.fields(of: line.text)
    guard fields.count >= 7, let family = Organization.Family(rawValue: fields[0]) else {
      throw line.error("expected kind | slug | Korean | English | place | size | topics")
    }
    let prefix = [.company: "co", .institute: "inst", .publicBody: "gov", .support: "sup"][family, default: "org"]
    let name = Bilingual(korean: fields[2], english: fields[3])
    let place = Self.place(fields[4])
    var parent: String?
    if fields.count > 7, fields[7].hasPrefix("parent=") { parent = "demo-\(prefix)-\(fields[7].dropFirst(7))" }
    organizations.append(
      Organization(
        id: "demo-\(prefix)-\(fields[1])", family: family, kind: family == .support ? "other" : fields[0],
        name: name, shortName: name, country: "KR", region: place.region, city: place.city,
        isSmall: fields[5] == "sme", competences: try competences(fields[6], line), parent: parent))
  }

  private mutating func addAbroad(_ line: VocabularyLine) throws(GenerationError) {
    let fields = line.fields(of: line.text)
    guard fields.count == 7 else { throw line.error("expected abroad | slug | name | kind | country | city | topics") }
    let name = Bilingual(korean: fields[2], english: fields[2])
    organizations.append(
      Organization(
        id: "demo-intl-\(fields[1])", family: .abroad, kind: fields[3], name: name, shortName: name,
        country: fields[4], region: "", city: fields[5], isSmall: fields[3] == "company",
        competences: try competences(fields[6], line)))
  }

  private func competences(
    _ text: String, _ line: VocabularyLine
  ) throws(GenerationError) -> [Organization.Competence] {
    var competences: [Organization.Competence] = []
    for entry in text.split(separator: " ") {
      let parts = entry.split(separator: ":")
      guard parts.count == 2, let strength = Int(parts[1]), (1...3).contains(strength) else {
        throw line.error("expected topic:strength, found \(entry)")
      }
      let topic = String(parts[0])
      guard topics[topic] != nil else { throw .unknownTopic(topic, usedBy: line.text) }
      competences.append(Organization.Competence(topic: topic, strength: strength))
    }
    return competences
  }

  private static func place(_ text: String) -> (region: String, city: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : parts[0])
  }
}

extension String {
  /// Words with capitals, as in the name of a laboratory.
  var titleCased: String {
    split(separator: " ").map { word in
      if ["of", "for", "and", "with", "on"].contains(String(word)) { return String(word) }
      return word.split(separator: "-").map { String($0).capitalizedFirst }.joined(separator: "-")
    }
    .joined(separator: " ")
  }
}
