/// Reads `topics-*.txt`.
enum TopicReader {
  static func read(_ text: String, file: String) throws(GenerationError) -> [Topic] {
    var topics: [Topic] = []
    for line in VocabularyLine.lines(of: text, file: file) {
      let (key, value) = line.keyed
      if key == "@" {
        let parts = line.fields(of: value, separator: " ")
        guard parts.count == 2 else { throw line.error("expected @ topic field") }
        topics.append(Topic(id: parts[0], field: parts[1]))
        continue
      }
      guard !topics.isEmpty else { throw line.error("a topic must begin with @") }
      try add(line, key: key, value: value, to: &topics[topics.count - 1])
    }
    for topic in topics { try check(topic, file: file) }
    return topics
  }

  private static func add(
    _ line: VocabularyLine, key: String, value: String, to topic: inout Topic
  ) throws(GenerationError) {
    switch key {
    case "name": topic.name = try line.bilingual(value)
    case "near": topic.neighbours = line.fields(of: value, separator: " ")
    case "terms":
      for pair in line.fields(of: value, separator: ";") {
        topic.terms.append(try line.bilingual(pair, separator: "="))
      }
    case "p": topic.problems.append(try line.bilingual(value))
    case "o": topic.objects.append(try line.bilingual(value))
    case "m": topic.methods.append(try line.bilingual(value))
    case "f": topic.facts.append(try line.bilingual(value))
    case "x": topic.metrics.append(try line.bilingual(value))
    case "u": topic.uses.append(try line.bilingual(value))
    case "g": topic.products.append(try line.bilingual(value))
    case "e": topic.equipment.append(try line.bilingual(value))
    case "q": topic.query = value
    default: throw line.error("unknown key '\(key)'")
    }
  }

  private static func check(_ topic: Topic, file: String) throws(GenerationError) {
    let enough =
      topic.problems.count >= 2 && topic.objects.count >= 3 && topic.methods.count >= 3 && topic.facts.count >= 2
      && topic.metrics.count >= 2 && topic.uses.count >= 2 && !topic.products.isEmpty && !topic.equipment.isEmpty
      && topic.terms.count >= 6 && !topic.query.isEmpty && !topic.name.korean.isEmpty
    guard enough else { throw .badLine(file: file, line: 0, reason: "topic \(topic.id) lacks entries") }
  }
}
