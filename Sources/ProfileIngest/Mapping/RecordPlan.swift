import ResearchProfiles

/// The rules of all records that stand at one place, compiled, with the outline of what they ask for.
final class RecordPlan: Sendable {
  /// What is asked of a record before a rule takes it.
  struct Condition: BitwiseCopyable, Sendable {
    enum Kind: UInt8, BitwiseCopyable, Sendable {
      case present, absent, among, notAmong
    }

    var kind: Kind
    var rules: FieldRules
    /// A stretch of ``RecordPlan/conditionTexts``.
    var firstText: Int32
    var textEnd: Int32
  }

  /// A ``RecordRule``, compiled. A class, so that one reference is counted for all its parts.
  final class Rule: Sendable {
    let product: RecordRule.Product
    let subject: String
    let format: IngestFormat
    let evidenceKind: FieldRules
    let id: FieldRules
    let titles: FieldRules
    let texts: FieldRules
    let keywords: FieldRules
    let date: FieldRules
    let persons: FieldRules
    let classifications: [Classification]
    let organizations: [Organization]
    let profile: Organization
    /// Where the kind of evidence is a constant.
    let constantKind: EvidenceKind?

    fileprivate init(_ rule: RecordRule, format: IngestFormat, _ compiler: inout Compiler) {
      product = rule.product
      subject = rule.subject
      self.format = format
      evidenceKind = compiler.compile(rule.evidenceKind)
      id = compiler.compile(rule.id)
      titles = compiler.compile(rule.titles)
      texts = compiler.compile(rule.texts)
      keywords = compiler.compile(rule.keywords)
      date = compiler.compile(rule.date)
      persons = compiler.compile(rule.persons)
      classifications = rule.classifications.map { Classification($0, &compiler) }
      organizations = rule.organizations.map { Organization($0, &compiler) }
      profile = Organization(rule.profile, &compiler)
      constantKind = compiler.program.constant(evidenceKind).flatMap { EvidenceKind(rawValue: $0.lowercased()) }
    }
  }

  /// A ``ClassificationRule``, compiled.
  final class Classification: Sendable {
    let each: CompiledRule.Path
    let separators: [RuleSeparator]
    let scheme: String
    let code: FieldRules
    let name: FieldRules

    fileprivate init(_ rule: ClassificationRule, _ compiler: inout Compiler) {
      each = compiler.compile(rule.each)
      separators = rule.separators.map { RuleSeparator($0) }
      scheme = rule.scheme
      code = compiler.compile(rule.code)
      name = compiler.compile(rule.name)
    }
  }

  /// An ``OrganizationRule``, compiled.
  final class Organization: Sendable {
    let each: CompiledRule.Path?
    let separators: [RuleSeparator]
    let mayBePersons: Bool
    let exceptions: FieldRules
    let role: FieldRules
    let id: FieldRules
    let kind: FieldRules
    let names: FieldRules
    let aliases: FieldRules
    /// The schemes of identifiers, and the rules that find those of each.
    let schemes: [String]
    let identifiers: FixedList<FieldRules>
    let country: FieldRules
    let region: FieldRules
    let city: FieldRules
    let sizeClass: FieldRules
    let homepage: FieldRules
    let parent: FieldRules
    /// What constants say.
    let constantRole: ParticipationRole?
    let constantKind: OrganizationKind?
    let constantCountry: String?

    fileprivate init(_ rule: OrganizationRule, _ compiler: inout Compiler) {
      each = rule.each.map { compiler.compile($0) }
      separators = rule.separators.map { RuleSeparator($0) }
      mayBePersons = rule.mayBePersons
      exceptions = compiler.compile(rule.exceptions)
      role = compiler.compile(rule.role)
      id = compiler.compile(rule.id)
      kind = compiler.compile(rule.kind)
      names = compiler.compile(rule.names)
      aliases = compiler.compile(rule.aliases)
      schemes = rule.identifiers.map(\.scheme)
      identifiers = FixedList(rule.identifiers.map { compiler.compile($0.rules) })
      country = compiler.compile(rule.country)
      region = compiler.compile(rule.region)
      city = compiler.compile(rule.city)
      sizeClass = compiler.compile(rule.sizeClass)
      homepage = compiler.compile(rule.homepage)
      parent = compiler.compile(rule.parent)
      constantRole = compiler.program.constant(role).flatMap { ParticipationRole(rawValue: $0.lowercased()) }
      constantKind = compiler.program.constant(kind).flatMap { OrganizationKind(rawValue: $0.lowercased()) }
      constantCountry = compiler.program.constant(country).flatMap(CountryCode.normalized)
    }
  }

  fileprivate struct Compiler {
    let outline: RecordOutline
    var program = FieldCompiler()
    var texts: [String] = []

    mutating func compile(_ rules: [FieldRule]) -> FieldRules { program.compile(rules, in: outline) }
    mutating func compile(_ path: FieldPath) -> CompiledRule.Path { program.compile(path, in: outline) }

    mutating func compile(_ condition: RecordRule.Condition) -> Condition {
      let first = texts.count
      let kind: Condition.Kind
      switch condition.kind {
      case .present: kind = .present
      case .absent: kind = .absent
      case .among(let wanted):
        kind = .among
        texts += wanted
      case .notAmong(let unwanted):
        kind = .notAmong
        texts += unwanted
      }
      return Condition(
        kind: kind, rules: compile(condition.rules), firstText: Int32(first), textEnd: Int32(texts.count))
    }
  }

  let rules: [Rule]
  /// What is asked before a rule itself is looked at, rule after rule, and where those of each rule end.
  let conditions: FixedList<Condition>
  let conditionEnds: FixedList<Int32>
  let outline: RecordOutline
  let program: FieldProgram
  /// What conditions compare with.
  let conditionTexts: [String]

  init(_ rules: [(rule: RecordRule, format: IngestFormat)]) {
    var resolver = RuleResolver()
    let resolved = rules.map { entry in
      var rule = entry.rule
      resolver.resolve(&rule)
      return rule
    }
    resolver.outline.finish()
    var compiler = Compiler(outline: resolver.outline)
    var conditions: [Condition] = []
    var conditionEnds: [Int32] = []
    for rule in resolved {
      conditions += rule.conditions.map { compiler.compile($0) }
      conditionEnds.append(Int32(conditions.count))
    }
    self.conditions = FixedList(conditions)
    self.conditionEnds = FixedList(conditionEnds)
    self.rules = zip(resolved, rules).map { Rule($0, format: $1.format, &compiler) }
    outline = resolver.outline
    program = FieldProgram(compiler.program)
    conditionTexts = compiler.texts
  }
}
