import Foundation
import TestCorpora
import Testing

/// Merging, splitting and removal as officers do them.
@Suite struct ResolutionCommandTests {
  let folder: TemporaryFolder
  let workspace: String

  init() throws {
    folder = try TemporaryFolder()
    workspace = folder.file("workspace")
  }

  private func write(_ name: String, _ lines: [String]) throws -> String {
    try folder.write(name, lines.joined(separator: "\n") + "\n")
  }

  private func organization(_ id: String, _ name: String, city: String) -> String {
    #"{"type":"organization","id":"\#(id)","kind":"company","names":{"ko":"\#(name)"},"country":"KR","city":"\#(city)"}"#
  }

  private func evidence(_ id: String, of organization: String, _ title: String = "양자 자력계") -> String {
    #"{"type":"evidence","id":"\#(id)","kind":"project","title":"\#(title)","organizations":[{"id":"\#(organization)"}]}"#
  }

  /// One body in two exports, and one that may be the same.
  private func importTwice() throws -> (first: JSONValue, second: JSONValue) {
    let first = try write("first.jsonl", [organization("a", "㈜한빛나노양자", city: "서울"), evidence("p1", of: "a")])
    let second = try write(
      "second.jsonl",
      [
        organization("b", "한빛나노양자 주식회사", city: "Seoul"), evidence("p2", of: "b"),
        organization("c", "한빛나노양자", city: "부산"), evidence("p3", of: "c"),
      ])
    return (
      try moim("import", "--json", first, workspace: workspace).json(),
      try moim("import", "--json", second, workspace: workspace).json()
    )
  }

  private func found(_ query: String) throws -> [String] {
    try moim("search", query, "--level", "organization", "--json", workspace: workspace).json()["results"].list
      .compactMap { $0["id"].text ?? $0["organization"]["id"].text }
  }

  @Test func `an import merges what is surely one body, holds what may be, and the counts add up`() throws {
    let (first, second) = try importTwice()
    #expect(first["totals"]["accepted"].number == 2)
    let totals = second["totals"]
    #expect(totals["read"].number == 4)
    #expect(totals["accepted"].number == 2 && totals["merged"].number == 1 && totals["held"].number == 1)
    #expect(second["organizations_merged"].number == 1 && second["organizations_held"].number == 1)
    #expect(second["organizations"].number == 2)
    let held = try moim("resolve", "--json", workspace: workspace).json()["held"].list
    #expect(held.count == 1)
    #expect(held[0]["other"]["id"].text == "c")
    let points = held[0]["reasons"].list.compactMap { $0["points"].number }.reduce(0, +)
    #expect(points == held[0]["points"].number, "the reasons add up")
    #expect(try moim("check", workspace: workspace).status == 0)
  }

  @Test func `a body answers to all of its ids, and a split gives them back`() throws {
    _ = try importTwice()
    #expect(Set(try found("자력계")) == ["a", "c"])
    let application = try folder.write("application.json", #"{"id":"x","title":"자력계","applicant":{"id":"b"}}"#)
    let own = try moim("explain", "b", "--application", application, "--json", workspace: workspace).json()
    #expect(own["organization"]["id"].text == "a")
    #expect(own["exclusion"].text == "is_applicant", "whoever applies under the other id is the same body")
    let split = try moim("split", "b", "--reason", "a subsidiary", workspace: workspace)
    #expect(split.status == 0, "\(split.messages)")
    #expect(Set(try found("자력계")) == ["a", "b", "c"])
    let history = try moim("resolve", "--history", "--json", workspace: workspace).json()["decisions"].list
    #expect(history.map { $0["kind"].text } == ["merged", "split"])
    #expect(history[1]["reasons"].list[0]["detail"].text == "a subsidiary")
    #expect(try moim("check", workspace: workspace).status == 0)
  }

  @Test func `decisions survive an import of the same sources and a new index`() throws {
    _ = try importTwice()
    #expect(try moim("split", "b", workspace: workspace).status == 0)
    #expect(try moim("merge", "c", "a", workspace: workspace).output.contains("c, a"))
    let again = try moim(
      "import", "--json", folder.file("second.jsonl"), folder.file("first.jsonl"), workspace: workspace)
    #expect(try again.json()["totals"]["unchanged"].number == 6)
    #expect(Set(try found("자력계")) == ["b", "c"])
    #expect(try moim("reindex", workspace: workspace).status == 0)
    #expect(Set(try found("자력계")) == ["b", "c"])
  }

  @Test func `what waits is decided for good by saying that two are two`() throws {
    _ = try importTwice()
    #expect(try moim("split", "a", "c", "--reason", "namesakes", workspace: workspace).output.contains("own: c"))
    #expect(try moim("resolve", workspace: workspace).output.contains("nothing waits"))
    let changed = try write("third.jsonl", [organization("c", "한빛나노양자㈜", city: "서울")])
    #expect(try moim("import", "--json", changed, workspace: workspace).json()["organizations_merged"].number == 0)
    #expect(try moim("resolve", workspace: workspace).output.contains("nothing waits"))
    #expect(try moim("split", "a", "c", workspace: workspace).status == 1)
  }

  @Test func `a source is shown, and removed as a whole`() throws {
    _ = try importTwice()
    let list = try moim("source", "list", workspace: workspace).output
    #expect(list.contains("first.jsonl") && list.contains("second.jsonl"))
    let statements = try moim("source", "of", "b", workspace: workspace).output
    #expect(statements.contains("second.jsonl") && statements.contains("line 1") && statements.contains("Seoul"))
    let removed = try moim("source", "remove", "second.jsonl", workspace: workspace)
    #expect(removed.status == 0 && removed.output.contains("removed 2 pieces of evidence and 2 organisations"))
    #expect(try found("자력계") == ["a"])
    #expect(try moim("check", workspace: workspace).status == 0)
    let again = try moim("import", "--json", folder.file("second.jsonl"), workspace: workspace).json()
    #expect(again["organizations"].number == 2, "what was merged is merged again")
  }

  @Test(arguments: [
    (["merge", "a", "nobody"], "no organisation has the id 'nobody'"), (["merge", "a", "b"], "one body already"),
    (["split", "c"], "was not merged"), (["source", "remove", "third"], "there are first.jsonl, second.jsonl"),
  ])
  func `what cannot be done is said`(arguments: [String], sentence: String) throws {
    _ = try importTwice()
    let outcome = try MoimProcess(arguments, workspace: workspace).wait()
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
  }
}
