/// The rules of all fields of a plan, compiled for its outline.
final class FieldProgram: Sendable {
  let rules: FixedList<CompiledRule>
  let paths: FixedList<CompiledRule.Path>
  let testedPaths: [TestedPath]
  let details: [RuleDetail]

  init(_ compiler: FieldCompiler) {
    rules = FixedList(compiler.rules)
    paths = FixedList(compiler.paths)
    testedPaths = compiler.testedPaths
    details = compiler.details
  }

  /// What rules hold beside numbers. A class, so that one look at it counts one reference at most.
  final class RuleDetail: Sendable {
    let constant: String
    let constantBytes: [UInt8]
    let parts: [FieldRules]
    let partSeparator: [UInt8]
    let separators: [RuleSeparator]
    let part: FieldRule.Part?
    let removed: [[UInt8]]
    let prefix: [UInt8]
    /// Texts that stand for others; ``others`` for those that are not in it.
    let table: XMLNameTable?
    let replacements: [[UInt8]]
    let others: [UInt8]?
    let dateOrder: FieldRule.DateOrder
    let fixedLanguage: String?
    let languageAttribute: Int
    /// Languages by what stands for them; ``otherLanguage`` for what is not in the table.
    let languageTable: XMLNameTable
    let languages: [String]
    let otherLanguage: String?

    init(_ rule: FieldRule, parts: [FieldRules], separator: String, languageAttribute: Int) {
      let options = rule.options
      if case .constant(let text) = rule.source { constant = text } else { constant = "" }
      constantBytes = Array(constant.utf8)
      self.parts = parts
      partSeparator = Array(separator.utf8)
      separators = options.separators.map { RuleSeparator($0) }
      part = options.part
      removed = options.removed.map { Array($0.utf8) }
      prefix = Array(options.prefix.utf8)
      let keys = options.table.keys.filter { $0 != "*" }.sorted()
      table = options.table.isEmpty ? nil : XMLNameTable(keys.map { ComposedText.composed($0) })
      replacements = keys.map { Array((options.table[$0] ?? "").utf8) }
      others = options.table["*"].map { Array($0.utf8) }
      dateOrder = options.dateOrder
      if case .fixed(let language) = options.language { fixedLanguage = language } else { fixedLanguage = nil }
      var languages: [String: String] = [:]
      if case .attribute(_, let table) = options.language { languages = table }
      otherLanguage = languages.removeValue(forKey: "*")
      let names = languages.keys.sorted()
      languageTable = XMLNameTable(names)
      self.languages = names.map { languages[$0] ?? "" }
      self.languageAttribute = languageAttribute
    }

    /// The language that a text stands for, which need not be written as in the record.
    func language(of text: String) -> String? {
      languageTable.find(text).map { languages[$0] } ?? otherLanguage
    }
  }
}
