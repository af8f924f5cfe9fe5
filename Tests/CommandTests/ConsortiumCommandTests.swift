import Foundation
import TestCorpora
import Testing

/// `moim propose`, `allocate`, `allocations` and `gaps` on the sample forum.
@Suite struct ConsortiumCommandTests {
  private let forum = Result { try SampleForum.prepared.get() }

  private func moim(_ arguments: String..., workspace: String? = nil) throws -> MoimProcess.Outcome {
    try MoimProcess(arguments, workspace: workspace ?? forum.get().workspace).wait()
  }

  /// Two members of different countries.
  private static let rules = """
    name: trial
    rules:
      - id: size
        size: {at_least: 2, at_most: 3}
      - id: countries
        distinct: {attribute: country, at_least: 2}
        reference: the trial call
      - id: marks
        excluded: {marks: [sanctioned]}
    """

  @Test func `a proposal names members, roles, evidence, alternates and what every rule says`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.write("call.yaml", Self.rules)
    let application = try forum.get().applications + "#a1"
    let document = try moim("propose", application, "--rules", rules, "--json").json()
    #expect(document["application"].text == "a1" && document["rules"].text == "trial")
    let proposal = try #require(document["proposals"].list.first)
    #expect(proposal["is_optimal"] == .boolean(true) && proposal["gap"].number == 0)
    #expect(proposal["value"] == proposal["bound"])
    let members = proposal["members"].list
    #expect(members[0]["organization"]["id"].text == "hanbit" && members[0]["role_ko"].text == "주관")
    #expect(members.dropFirst().contains { ["rhein", "donau"].contains($0["organization"]["id"].text ?? "") })
    let evidence = members.dropFirst().flatMap { $0["needs"].list }.compactMap { $0["evidence"]["passage"].text }
    #expect(!evidence.isEmpty)
    let states = proposal["rules"].list.compactMap { $0["state"].text }
    #expect(states == ["met", "met", "unknown"])
    #expect(proposal["rules"].list[2]["missing"].list.allSatisfy { $0["field"].text == "marks" })
    #expect(proposal["rules"].list[1]["reference"].text == "the trial call")
  }

  @Test func `text says the same in Korean and English`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.write("call.yaml", Self.rules)
    let outcome = try moim("propose", try forum.get().applications + "#a1", "--rules", rules, "--limit", "1")
    #expect(outcome.status == 0)
    for words in ["coordinator 주관", "met 충족", "unknown 확인 필요", "needs 수요", "proven best 최적 확인", "instead 대안"] {
      #expect(outcome.output.contains(words), "\(words) is missing in \(outcome.output)")
    }
  }

  @Test func `pins, vetoes, declines and facts change the answer`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.write("call.yaml", Self.rules)
    let application = try forum.get().applications + "#a1"
    func members(_ options: [String]) throws -> [String] {
      let outcome = try MoimProcess(
        ["propose", application, "--rules", rules, "--limit", "1", "--json"] + options, workspace: forum.get().workspace
      ).wait()
      return try outcome.json()["proposals"].list.first?["members"].list.compactMap { $0["organization"]["id"].text }
        ?? []
    }
    #expect(try members(["--pin", "donau"]).contains("donau"))
    #expect(try !members(["--veto", "rhein"]).contains("rhein"))
    let facts = try folder.write("facts.json", #"{"rhein": {"marks": ["sanctioned"]}}"#)
    #expect(try !members(["--facts", facts]).contains("rhein"))
    let first = try #require(try members([]).last)
    let declined = try moim("propose", application, "--rules", rules, "--decline", first, "--json").json()[
      "if_declined"]
    #expect(declined["organization"].text == first)
    #expect(!declined["anew"]["members"].list.contains { $0["organization"]["id"].text == first })
  }

  @Test func `rules that cannot hold together are named`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.write(
      "call.yaml",
      """
      name: trial
      rules:
        - id: publics
          members: {of: {kinds: [public]}, at_least: 1}
        - id: countries
          distinct: {attribute: country, at_least: 2}
      """)
    let outcome = try moim("propose", try forum.get().applications + "#a1", "--rules", rules)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("rule publics, line 3"))
    #expect(!outcome.output.contains("rule countries"))
  }

  @Test func `a rule file with a mistake is refused with its line and what to write`() throws {
    let folder = try TemporaryFolder()
    let rules = try folder.write("call.yaml", "name: t\nrules:\n  - id: a\n    membres: {of: {}, at_least: 1}\n")
    let outcome = try moim("propose", try forum.get().applications + "#a1", "--rules", rules)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.messages.contains("\(rules):4: there is no key 'membres': write 'members'"))
    #expect(try moim("propose", "x", "--rules", "no-such").messages.contains("forum-default"))
  }

  @Test func `an application without usable text gets a reason and no list`() throws {
    let folder = try TemporaryFolder()
    for text in [#"{"id":"e","title":"!?"}"#, #"{"id":"e","summary":"zzzz qqqq"}"#] {
      let file = try folder.write("e.jsonl", text)
      let outcome = try moim("propose", file)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.messages.contains("cannot be matched yet, because"), "\(outcome.messages)")
    }
  }

  @Test func `needs are shown for editing`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "n.jsonl",
      #"{"id":"n","title":"심자도","summary":"병원에서 심자도를 잽니다. 소음에 견디는 양자 센서가 필요합니다. 검사실은 저희가 준비합니다."}"#)
    let needs = try moim("propose", file, "--show-needs").json()["needs"].list
    #expect(needs.each("statement") == ["소음에 견디는 양자 센서가 필요합니다."])
    #expect(needs.each("origin") == ["request"] && needs.each("urgency") == ["required"])
  }
}

extension [JSONValue] {
  fileprivate func each(_ key: String) -> [String] { compactMap { $0[key].text } }
}
