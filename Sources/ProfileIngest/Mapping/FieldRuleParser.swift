/// Parses the rules of one field: a path, `=` and a constant, an object, or a list of these.
struct FieldRuleParser {
  let file: MappingFileSource

  func rules(_ object: inout MappingObject, _ key: String) throws(MappingFileError) -> [FieldRule] {
    guard let value = object.value(key) else { return [] }
    return try rules(value, at: object.place(key))
  }

  func rules(_ value: JSONValue, at keys: [JSONLocator.Key]) throws(MappingFileError) -> [FieldRule] {
    guard case .array(let elements) = value else { return [try rule(value, at: keys)] }
    var rules: [FieldRule] = []
    for (index, element) in elements.enumerated() { rules.append(try rule(element, at: keys + [.index(index)])) }
    return rules
  }

  func path(_ text: String, at keys: [JSONLocator.Key]) throws(MappingFileError) -> FieldPath {
    if text.hasPrefix("/") {
      throw file.error(
        at: keys, "the path '\(text.prefix(64))' begins at the document", "write it from the record's element on")
    }
    do throws(FieldPathParser.Defect) {
      return try FieldPathParser.parse(text, namespaces: file.namespaces)
    } catch {
      throw file.error(
        at: keys, "the path '\(text.prefix(64))' is wrong: \(error.reason)",
        "write names with / between, @ for attributes, [@name='value'] for a choice")
    }
  }

  private func rule(_ value: JSONValue, at keys: [JSONLocator.Key]) throws(MappingFileError) -> FieldRule {
    if case .string(let text) = value {
      if text.hasPrefix("=") { return FieldRule(source: .constant(String(text.dropFirst()))) }
      return FieldRule(source: .paths([try path(text, at: keys)]))
    }
    var object = try MappingObject(value, at: keys, in: file, subject: "a field")
    let source = try source(&object)
    var options = FieldRule.Options()
    options.separators = try separators(&object)
    options.part = try object.choice("take", FieldRule.Part.self)
    options.removed = try object.texts("remove")
    options.prefix = try object.text("prefix") ?? ""
    for (from, to) in try object.table("map") { options.table[from] = to }
    options.dateOrder = try object.choice("date-order", FieldRule.DateOrder.self) ?? .yearMonthDay
    options.language = try language(&object)
    try object.finish()
    return FieldRule(source: source, options: options)
  }

  func separators(_ object: inout MappingObject) throws(MappingFileError) -> [String] {
    let separators = try object.texts("split")
    for separator in separators where separator.isEmpty || separator.utf8.contains(where: { $0 >= 0x80 }) {
      throw object.error("split", "separators must be ASCII characters", "leave others out")
    }
    return separators
  }

  private func source(_ object: inout MappingObject) throws(MappingFileError) -> FieldRule.Source {
    let constant = try object.text("constant")
    let texts = try object.texts("path")
    let join = object.value("join")
    let separator = try object.text("with") ?? " "
    guard [constant != nil, !texts.isEmpty, join != nil].count(where: { $0 }) == 1 else {
      throw file.error(
        at: object.keys, "a field needs exactly one of 'path', 'constant' and 'join'", "keep the one that is meant")
    }
    if let constant { return .constant(constant) }
    if let join {
      let rules = try rules(join, at: object.place("join"))
      return .join(rules, separator: separator)
    }
    var paths: [FieldPath] = []
    for text in texts { paths.append(try path(text, at: object.place("path"))) }
    return .paths(paths)
  }

  private func language(_ object: inout MappingObject) throws(MappingFileError) -> FieldRule.Language {
    var table: [String: String] = [:]
    for (from, to) in try object.table("languages") { table[from] = to == "guess" ? "" : to }
    guard let text = try object.text("language") else { return .unknown }
    if text == "guess" { return .guessed }
    if text.hasPrefix("@") { return .attribute(String(text.dropFirst()), table) }
    guard (2...3).contains(text.utf8.count), text.allSatisfy({ $0.isASCII && $0.isLowercase }) else {
      throw object.error(
        "language", "'\(text.prefix(64))' is no language", "write ko, en ..., @attribute or guess")
    }
    return .fixed(text)
  }
}
