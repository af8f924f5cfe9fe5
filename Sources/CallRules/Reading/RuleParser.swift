import ResearchProfiles
import Yams

/// Reads single rules.
struct RuleParser {
  let mistakes: MistakeCollector

  /// What a rule may demand; each rule has exactly one of these.
  static let requirementKeys = [
    "size", "members", "share", "distinct", "lead", "government_share_percent", "load", "independent", "excluded",
  ]
  private static let filterKeys = ["kinds", "countries", "regions", "sizes", "foreign", "newcomer"]
  private static let descriptiveKeys = ["id", "title", "strength", "security_classes", "reference"]
  private static let countRange = 0...100

  /// - Parameter number: of the rule in its file, from 1.
  func rule(_ node: Node, number: Int) -> CallRule? {
    guard
      let mapping = RuleMapping(
        node, named: "rule \(number)", known: Self.descriptiveKeys + Self.requirementKeys, mistakes)
    else { return nil }
    let id = mapping.string("id")
    if mapping.node("id") == nil { mistakes.add(mapping.line, .missingKey("id", example: "id: one-company")) }
    let demanded = mapping.keys.filter(Self.requirementKeys.contains)
    if demanded.isEmpty { mistakes.add(mapping.line, .noRequirement(known: Self.requirementKeys)) }
    if demanded.count > 1 { mistakes.add(mapping.line, .severalRequirements(demanded)) }
    guard demanded.count == 1, let requirement = requirement(demanded[0], mapping), let id else { return nil }
    return CallRule(
      id: id, title: Self.title(mapping), strength: mapping.value("strength") ?? .required, requirement: requirement,
      securityClasses: mapping.strings("security_classes") ?? [], reference: mapping.string("reference") ?? "",
      line: mapping.line)
  }

  /// `title`: a text, or one for each language.
  static func title(_ mapping: RuleMapping) -> LocalizedText {
    guard let node = mapping.node("title") else { return LocalizedText() }
    guard case .mapping = node else { return LocalizedText(mapping.string("title") ?? "") }
    guard let texts = RuleMapping(node, named: "title", known: ["ko", "en"], mapping.mistakes) else {
      return LocalizedText()
    }
    return LocalizedText(
      ["ko", "en"].compactMap { language in
        texts.string(language).map { LocalizedText.Entry(language: language, text: $0) }
      })
  }

  private func requirement(_ key: String, _ rule: RuleMapping) -> Requirement? {
    guard let node = rule.node(key) else { return nil }
    switch key {
    case "size":
      guard let size = RuleMapping(node, named: key, known: ["at_least", "at_most"], mistakes) else { return nil }
      guard let least = required("at_least", size, 1...100), let most = required("at_most", size, 1...100) else {
        return nil
      }
      return .size(atLeast: least, atMost: most)
    case "members":
      guard let counts = counted(node, key, ["at_least", "at_most"], Self.countRange) else { return nil }
      return .members(counts.filter, atLeast: counts.least, atMost: counts.most)
    case "share":
      guard let counts = counted(node, key, ["at_least_percent", "at_most_percent"], 0...100) else { return nil }
      return .share(counts.filter, atLeastPercent: counts.least, atMostPercent: counts.most)
    case "distinct":
      guard let mapping = RuleMapping(node, named: key, known: ["attribute", "of", "at_least"], mistakes),
        let least = required("at_least", mapping, Self.countRange)
      else { return nil }
      if mapping.node("attribute") == nil {
        mistakes.add(mapping.line, .missingKey("attribute", example: "attribute: country"))
      }
      guard let attribute: MemberAttribute = mapping.value("attribute") else { return nil }
      let filter = mapping.node("of").map { memberFilter($0, "of") } ?? MemberFilter()
      return filter.map { .distinct(attribute, of: $0, atLeast: least) }
    case "lead": return memberFilter(node, key).map { .lead($0) }
    case "government_share_percent":
      guard let mapping = RuleMapping(node, named: key, known: SizeClass.allCases.map(\.rawValue), mistakes) else {
        return nil
      }
      var shares: [SizeClass: Int] = [:]
      for size in SizeClass.allCases { shares[size] = mapping.integer(size.rawValue, in: 0...100) }
      return .governmentShare(percentBySize: shares)
    case "load":
      guard let mapping = RuleMapping(node, named: key, known: ["running", "leading", "exceptions"], mistakes),
        let running = required("running", mapping, 1...100), let leading = required("leading", mapping, 1...100)
      else { return nil }
      return .load(running: running, leading: leading, exceptions: mapping.strings("exceptions") ?? [])
    case "independent":
      guard let isWanted = rule.boolean(key) else { return nil }
      if isWanted { return .independent }
      mistakes.add(rule.line(of: key), .contradiction(.independentFalse))
      return nil
    case "excluded":
      guard let mapping = RuleMapping(node, named: key, known: ["marks"], mistakes) else { return nil }
      guard let marks = mapping.strings("marks"), !marks.isEmpty else {
        if mapping.node("marks") == nil {
          mistakes.add(mapping.line, .missingKey("marks", example: "marks: [sanctioned]"))
        }
        return nil
      }
      return .excluded(marks: marks)
    default: return nil
    }
  }

  private func required(_ key: String, _ mapping: RuleMapping, _ range: ClosedRange<Int>) -> Int? {
    if mapping.node(key) == nil { mistakes.add(mapping.line, .missingKey(key, example: "\(key): 3")) }
    return mapping.integer(key, in: range)
  }

  private func counted(
    _ node: Node, _ key: String, _ bounds: [String], _ range: ClosedRange<Int>
  ) -> (filter: MemberFilter, least: Int?, most: Int?)? {
    guard let mapping = RuleMapping(node, named: key, known: ["of"] + bounds, mistakes) else { return nil }
    if bounds.allSatisfy({ mapping.node($0) == nil }) {
      mistakes.add(mapping.line, .missingKey(bounds[0], example: "\(bounds[0]): 1"))
    }
    guard let of = mapping.node("of") else {
      mistakes.add(mapping.line, .missingKey("of", example: "of: {kinds: [company]}"))
      return nil
    }
    let least = mapping.integer(bounds[0], in: range)
    let most = mapping.integer(bounds[1], in: range)
    return memberFilter(of, "of").map { ($0, least, most) }
  }

  private func memberFilter(_ node: Node, _ name: String) -> MemberFilter? {
    guard let mapping = RuleMapping(node, named: name, known: Self.filterKeys, mistakes) else { return nil }
    let countries = mapping.strings("countries") ?? []
    for country in countries where country.count != 2 || !country.allSatisfy(\.isLetter) {
      mistakes.add(
        mapping.line(of: "countries"),
        .wrongType(key: "countries", expected: .countryCodes, found: .value(country)))
    }
    return MemberFilter(
      kinds: mapping.values("kinds") ?? [], countries: countries.map { $0.uppercased() },
      regions: mapping.strings("regions") ?? [], sizes: mapping.values("sizes") ?? [],
      isForeign: mapping.boolean("foreign"), isNewcomer: mapping.boolean("newcomer"))
  }
}
