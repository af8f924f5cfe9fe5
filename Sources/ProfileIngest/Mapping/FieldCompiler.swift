/// Compiles rules for an outline that has taken up their paths and is finished.
struct FieldCompiler {
  private(set) var rules: [CompiledRule] = []
  private(set) var paths: [CompiledRule.Path] = []
  private(set) var testedPaths: [TestedPath] = []
  private(set) var details: [FieldProgram.RuleDetail] = []

  mutating func compile(_ field: [FieldRule], in outline: RecordOutline) -> FieldRules {
    var compiled: [CompiledRule] = []
    for rule in field { compiled.append(compile(rule, in: outline)) }
    let start = Int32(rules.count)
    rules += compiled
    return FieldRules(start: start, end: Int32(rules.count))
  }

  private mutating func compile(_ rule: FieldRule, in outline: RecordOutline) -> CompiledRule {
    let firstPath = Int32(paths.count)
    var source = CompiledRule.Source.paths
    var parts: [FieldRules] = []
    var separator = ""
    switch rule.source {
    case .paths(let fieldPaths): for path in fieldPaths { paths.append(compile(path, in: outline)) }
    case .constant: source = .constant
    case .join(let rules, let between):
      source = .join
      separator = between
      for rule in rules { parts.append(compile([rule], in: outline)) }
    }
    let pathEnd = source == .paths ? Int32(paths.count) : firstPath
    var attribute = -1
    let language: CompiledRule.Language
    switch rule.options.language {
    case .unknown: language = .unknown
    case .fixed: language = .fixed
    case .guessed: language = .guessed
    case .attribute(let name, _):
      language = .attribute
      attribute = outline.attributeNames.firstIndex(of: name) ?? -1
    }
    details.append(FieldProgram.RuleDetail(rule, parts: parts, separator: separator, languageAttribute: attribute))
    let isOnePlainPath = rule.isPlain && pathEnd - firstPath == 1 && paths[Int(firstPath)].isPlain
    return CompiledRule(
      source: source, language: language, isPlain: rule.isPlain, firstPath: firstPath, pathEnd: pathEnd,
      plainPlace: isOnePlainPath ? paths[Int(firstPath)].place : -1, detail: Int32(details.count - 1))
  }

  mutating func compile(_ path: FieldPath, in outline: RecordOutline) -> CompiledRule.Path {
    var place = path.nodes.last ?? -1
    var tested = -1
    if let variant = path.variant {
      place = outline.place(of: variant)
    } else if path.hasTests, !path.nodes.isEmpty {
      testedPaths.append(TestedPath(path, in: outline))
      tested = testedPaths.count - 1
    }
    let attribute = path.attribute.map { outline.attributeNames.firstIndex(of: $0) ?? -1 } ?? -1
    return CompiledRule.Path(
      place: Int32(place), parentCount: Int32(path.parentCount), attribute: Int32(attribute), tested: Int32(tested),
      isSelf: path.steps.isEmpty && path.parentCount == 0 && path.attribute == nil)
  }

  /// The text of a field that is nothing but a constant.
  func constant(_ field: FieldRules) -> String? {
    guard field.count == 1, rules[Int(field.start)].source == .constant else { return nil }
    return details[Int(rules[Int(field.start)].detail)].constant
  }
}
