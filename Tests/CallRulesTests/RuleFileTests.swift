import CallRules
import ResearchProfiles
import Testing

@Suite struct RuleFileTests {
  private func mistakes(_ text: String) -> [String] {
    do throws(RuleFileError) {
      _ = try RuleFileReader().read(text, file: "call.yaml")
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }

  @Test func `every shipped rule file is read without a mistake`() throws {
    for shipped in ShippedRules.all {
      let book = try RuleFileReader().read(shipped.text, file: shipped.name)
      #expect(book.name == shipped.name)
      #expect(book.rules.count >= 4)
      for rule in book.rules {
        #expect(!rule.reference.isEmpty, "\(shipped.name) \(rule.id) rests on nothing")
        #expect(rule.title["ko"] != nil && rule.title["en"] != nil, "\(shipped.name) \(rule.id) lacks a language")
        #expect((rule.line ?? 0) > 0)
      }
    }
  }

  @Test func `the shipped files say what the laws say`() throws {
    let national = try RuleFileReader().read(#require(ShippedRules.text(named: "korea-national")), file: "n")
    #expect(
      national.rules.first { $0.id == "cost-share" }?.requirement
        == .governmentShare(percentBySize: [.large: 50, .midsize: 70, .small: 75]))
    guard case .load(5, 3, let exceptions)? = national.rules.first(where: { $0.id == "load" })?.requirement else {
      Issue.record("3책5공 is not 5 and 3")
      return
    }
    #expect(!exceptions.isEmpty)
    let horizon = try RuleFileReader().read(#require(ShippedRules.text(named: "horizon-europe")), file: "h")
    guard
      case .distinct(.country, let filter, 3)? = horizon.rules.first(where: { $0.id == "three-countries" })?.requirement
    else {
      Issue.record("not three countries")
      return
    }
    #expect(filter.countries.contains("NO"), "NO is Norway, not the YAML word for false")
    #expect(!filter.countries.contains("US"))
  }

  @Test func `all of a rule is read`() throws {
    let book = try RuleFileReader().read(
      """
      name: trial
      home_country: kr
      rules:
        - id: a
          title: {ko: 가, en: A}
          strength: wished
          reference: somewhere
          security_classes: [secured]
          members: {of: {kinds: [company, university], regions: 서울, foreign: false}, at_most: 2}
      """, file: "call.yaml")
    let rule = CallRule(
      id: "a", title: LocalizedText([.init(language: "ko", text: "가"), .init(language: "en", text: "A")]),
      strength: .wished,
      requirement: .members(
        MemberFilter(kinds: [.company, .university], regions: ["서울"], isForeign: false), atLeast: nil, atMost: 2),
      securityClasses: ["secured"], reference: "somewhere", line: 4)
    #expect(book == RuleBook(name: "trial", homeCountry: "KR", rules: [rule]))
  }

  @Test(arguments: [
    (
      "name: t\nruels: []\n",
      ["call.yaml:1: 'rules' is missing", "call.yaml:2: there is no key 'ruels': write 'rules'"]
    ),
    (
      "name: t\nrules:\n  - id: a\n    membres: {of: {}, at_least: 1}\n",
      ["call.yaml:3: this rule demands nothing", "call.yaml:4: there is no key 'membres': write 'members'"]
    ),
    (
      "name: t\nrules:\n  - id: a\n    size: {at_least: three, at_most: 6}\n",
      ["call.yaml:4: 'at_least' is 'three': write a whole number"]
    ),
    (
      "name: t\nrules:\n  - id: a\n    members:\n      of: {kinds: [compnay]}\n      at_least: 1\n",
      ["call.yaml:5: 'compnay' is no value of 'kinds': write 'company'"]
    ),
    (
      "name: t\nrules:\n  - id: a\n    size: {at_least: 6, at_most: 3}\n",
      ["call.yaml:3: 'at_least' (6) is above 'at_most' (3): exchange them or lower the first"]
    ),
    (
      "name: t\nrules:\n  - id: a\n    independent: true\n  - id: a\n    independent: true\n",
      ["call.yaml:5: the id 'a' is taken by the rule in line 3: choose another"]
    ),
    (
      "name: t\nrules:\n  - id: a\n    independent: true\n    size: {at_least: 1, at_most: 2}\n",
      ["call.yaml:3: this rule demands several things (independent, size): make a rule of each"]
    ),
    (
      "name: t\nrules:\n  - id: s\n    size: {at_least: 2, at_most: 3}\n"
        + "  - id: c\n    members: {of: {kinds: [company]}, at_least: 2}\n"
        + "  - id: u\n    members: {of: {kinds: [university]}, at_least: 2}\n",
      [
        "call.yaml:7: the rules ask for 2 company, 2 university, together 4 members, the size for at most 3: raise"
      ]
    ),
    ("name: t\nrules: 3\n", ["call.yaml:2: 'rules' is '3': write a list of rules"]),
    ("name: [t\n", ["call.yaml:2: this is not YAML"]),
    ("", ["call.yaml: this is not YAML (it is empty)"]),
    (
      "name: t\nrules:\n  - id: f\n    members: {of: {foreign: true}, at_most: 0}\n",
      ["call.yaml:3: 'home_country' is missing: write for instance home_country: KR (at the top of the file)"]
    ),
    (
      "name: t\nrules:\n  - id: d\n    distinct: {attribute: kind, of: {kinds: [company]}, at_least: 2}\n",
      [
        "call.yaml:3: the rule asks for 2 different values of 'kind', but only 1 are possible: lower"
      ]
    ),
  ])
  func `a mistake is refused with its line and what to write`(text: String, expected: [String]) {
    let found = mistakes(text)
    #expect(found.count == expected.count, "\(found)")
    for (found, expected) in zip(found, expected) { #expect(found.hasPrefix(expected), "\(found)") }
  }

  @Test func `no damage to a shipped file crashes the reader`() {
    for shipped in ShippedRules.all {
      let bytes = Array(shipped.text.utf8)
      for step in stride(from: 0, to: bytes.count, by: 37) {
        _ = mistakes(String(decoding: bytes.prefix(step), as: UTF8.self))
        var changed = bytes
        changed[step] = UInt8(ascii: "{")
        _ = mistakes(String(decoding: changed, as: UTF8.self))
      }
    }
  }
}
