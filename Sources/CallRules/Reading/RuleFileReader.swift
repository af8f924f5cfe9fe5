import ResearchProfiles
import Yams

/// Reads rule files (YAML, see `Corpus/Schemas/rules.schema.json`). Text in, rules out: opens no file.
public struct RuleFileReader: Sendable {
  /// Rule files are short; anything longer is something else.
  public static let largestByteCount = 1 << 20

  public init() {}

  /// - Parameters:
  ///   - text: the file's contents.
  ///   - file: its name, for messages.
  /// - Throws: all mistakes at once.
  public func read(_ text: String, file: String) throws(RuleFileError) -> RuleBook {
    let mistakes = MistakeCollector()
    let book = parse(text, mistakes)
    if let book, mistakes.mistakes.isEmpty { Self.findContradictions(book, mistakes) }
    guard let book, mistakes.mistakes.isEmpty else {
      throw RuleFileError(file: file, mistakes: mistakes.mistakes.sorted { $0.line < $1.line })
    }
    return book
  }

  private func parse(_ text: String, _ mistakes: MistakeCollector) -> RuleBook? {
    guard text.utf8.count <= Self.largestByteCount else {
      mistakes.add(0, .notYAML(.tooLong(byteLimit: Self.largestByteCount)))
      return nil
    }
    let root: Node
    do {
      guard let node = try Yams.compose(yaml: text) else {
        mistakes.add(0, .notYAML(.empty))
        return nil
      }
      root = node
    } catch let error as YamlError {
      Self.add(error, mistakes)
      return nil
    } catch {
      mistakes.add(0, .notYAML(.syntax(nil)))
      return nil
    }
    let keys = ["name", "title", "home_country", "note", "rules"]
    guard let mapping = RuleMapping(root, named: "the file", known: keys, mistakes) else { return nil }
    let name = mapping.string("name")
    if mapping.node("name") == nil { mistakes.add(mapping.line, .missingKey("name", example: "name: forum-default")) }
    guard let list = mapping.node("rules") else {
      mistakes.add(mapping.line, .missingKey("rules", example: "rules: [{id: size, size: {at_least: 3, at_most: 6}}]"))
      return nil
    }
    guard case .sequence(let sequence) = list else {
      mistakes.add(
        mapping.line(of: "rules"), .wrongType(key: "rules", expected: .rules, found: list.found))
      return nil
    }
    var rules: [CallRule] = []
    for node in sequence {
      guard let rule = RuleParser(mistakes: mistakes).rule(node, number: rules.count + 1) else { continue }
      if let first = rules.first(where: { $0.id == rule.id }) {
        mistakes.add(rule.line ?? 0, .duplicateID(rule.id, firstLine: first.line ?? 0))
      }
      rules.append(rule)
    }
    return RuleBook(
      name: name ?? "", title: RuleParser.title(mapping), homeCountry: mapping.string("home_country")?.uppercased(),
      note: mapping.string("note") ?? "", rules: rules)
  }

  private static func add(_ error: YamlError, _ mistakes: MistakeCollector) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      mistakes.add(mark.line, .notYAML(.syntax(problem)))
    case .duplicatedKeysInMapping(let duplicates, let context):
      for key in duplicates { mistakes.add(context.mark.line, .duplicateKey(key)) }
    case .reader(let problem, _, _, _): mistakes.add(0, .notYAML(.syntax(problem)))
    default: mistakes.add(0, .notYAML(.syntax(nil)))
    }
  }
}
