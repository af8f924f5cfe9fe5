/// Takes the paths of rules up in an outline.
struct RuleResolver {
  var outline = RecordOutline()

  mutating func resolve(_ rule: inout RecordRule) {
    for index in rule.conditions.indices { resolve(&rule.conditions[index].rules, base: 0) }
    resolve(&rule.evidenceKind, base: 0)
    resolve(&rule.id, base: 0)
    resolve(&rule.titles, base: 0)
    resolve(&rule.texts, base: 0)
    resolve(&rule.keywords, base: 0)
    resolve(&rule.date, base: 0)
    resolve(&rule.persons, base: 0)
    resolve(&rule.profile)
    for index in rule.classifications.indices { resolve(&rule.classifications[index]) }
    for index in rule.organizations.indices { resolve(&rule.organizations[index]) }
  }

  private mutating func resolve(_ rule: inout OrganizationRule) {
    guard var each = rule.each else { return resolveFields(of: &rule, base: 0) }
    let base = outline.add(&each, base: 0, isForElement: true) ?? 0
    rule.each = each
    resolveFields(of: &rule, base: base)
  }

  private mutating func resolve(_ rule: inout ClassificationRule) {
    let base = outline.add(&rule.each, base: 0, isForElement: true) ?? 0
    resolve(&rule.code, base: base)
    resolve(&rule.name, base: base)
  }

  private mutating func resolveFields(of rule: inout OrganizationRule, base: Int) {
    resolve(&rule.exceptions, base: base)
    resolve(&rule.role, base: base)
    resolve(&rule.id, base: base)
    resolve(&rule.kind, base: base)
    resolve(&rule.names, base: base)
    resolve(&rule.aliases, base: base)
    for index in rule.identifiers.indices { resolve(&rule.identifiers[index].rules, base: base) }
    resolve(&rule.country, base: base)
    resolve(&rule.region, base: base)
    resolve(&rule.city, base: base)
    resolve(&rule.sizeClass, base: base)
    resolve(&rule.homepage, base: base)
    resolve(&rule.parent, base: base)
  }

  private mutating func resolve(_ rules: inout [FieldRule], base: Int) {
    for index in rules.indices { resolve(&rules[index], base: base) }
  }

  private mutating func resolve(_ rule: inout FieldRule, base: Int) {
    switch rule.source {
    case .constant: break
    case .join(var rules, let separator):
      resolve(&rules, base: base)
      rule = FieldRule(source: .join(rules, separator: separator), options: rule.options)
    case .paths(var paths):
      for index in paths.indices {
        let node = outline.add(&paths[index], base: base)
        if let node, case .attribute(let name, _) = rule.options.language { outline.addAttribute(name, to: node) }
      }
      rule = FieldRule(source: .paths(paths), options: rule.options)
    }
  }
}
