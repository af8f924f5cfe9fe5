/// The rules of all records that stand at one place, with the outline of what they ask for.
final class RecordPlan: Sendable {
  /// A class for the same reason as ``FieldRule``.
  final class Rule: Sendable {
    let rule: RecordRule
    let format: IngestFormat
    let organizations: [Organization]
    let profile: Organization

    init(rule: RecordRule, format: IngestFormat) {
      self.rule = rule
      self.format = format
      organizations = rule.organizations.map(Organization.init)
      profile = Organization(rule.profile)
    }
  }

  /// As ``Rule``.
  final class Organization: Sendable {
    let rule: OrganizationRule

    init(_ rule: OrganizationRule) { self.rule = rule }
  }

  let rules: [Rule]
  let outline: RecordOutline

  init(_ rules: [Rule]) {
    var resolver = RuleResolver()
    self.rules = rules.map { entry in
      var rule = entry.rule
      resolver.resolve(&rule)
      return Rule(rule: rule, format: entry.format)
    }
    resolver.outline.finish()
    outline = resolver.outline
  }
}
