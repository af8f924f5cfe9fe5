import Foundation
import TestCorpora
import Testing

@Suite struct MatchCommandTests {
  private let forum = Result { try SampleForum.prepared.get() }

  private func match(_ applications: String, _ options: String...) throws -> MoimProcess.Outcome {
    try MoimProcess(["match", applications] + options, workspace: forum.get().workspace).wait()
  }

  private func run(_ applications: String, _ options: String...) throws -> [[String]] {
    let folder = try TemporaryFolder()
    let outcome = try MoimProcess(
      ["match", applications, "--run", folder.file("out.trec")] + options, workspace: forum.get().workspace
    ).wait()
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.messages)")
    return runLines(try String(contentsOfFile: folder.file("out.trec"), encoding: .utf8))
  }

  @Test func `partners come best first, and an applicant is never suggested to itself`() throws {
    let lines = try run(forum.get().applications)
    let sensor = lines.filter { $0[0] == "a1" }
    #expect(sensor.first?[2] == "rhein" || sensor.first?[2] == "mirae")
    #expect(!sensor.contains { $0[2] == "hanbit" } && !sensor.isEmpty)
    #expect(lines.first { $0[0] == "a2" }?[2] == "duru")
    #expect(!lines.contains { $0[0] == "a3" })
    for application in ["a1", "a2"] {
      let own = lines.filter { $0[0] == application }
      #expect(own.map { $0[3] } == (1...own.count).map(String.init))
      let scores = own.compactMap { Double($0[4]) }
      #expect(scores == scores.sorted(by: >))
      #expect(own.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "moim" })
    }
    #expect(try run(forum.get().applications, "--limit", "1").map { $0[0] } == ["a1", "a2"])
  }

  @Test func `an applicant known by name alone is not suggested to itself`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "a.jsonl", #"{"id":"x","title":"다이아몬드 양자 센서","applicant":{"name":"한빛양자센서","country":"KR"}}"#)
    #expect(try !run(file).contains { $0[2] == "hanbit" })
  }

  @Test func `filters leave only the partners that are wanted`() throws {
    #expect(
      try Set(run(forum.get().applications, "--kind", "university").map { $0[2] }).isSubset(of: ["mirae", "donau"]))
    #expect(try run(forum.get().applications, "--country", "DE").allSatisfy { ["rhein", "donau"].contains($0[2]) })
  }

  @Test func `JSON is one document whose parts add up to the score`() throws {
    let document = try match(forum.get().applications, "--json").json()
    #expect(document.keys == ["applications"])
    let applications = document["applications"].list
    #expect(applications.map { $0["id"].text } == ["a1", "a2", "a3"])
    #expect(applications[2]["partners"].list.isEmpty)
    let partners = applications[0]["partners"].list
    #expect(!partners.isEmpty)
    for partner in partners {
      #expect(partner.keys == ["evidence", "id", "organization", "parts", "rank", "score", "shared_evidence"])
      #expect(
        partner["parts"].keys == [
          "acronym_named", "city", "city_named", "country", "country_named", "country_ties", "coverage", "fame",
          "kinds",
          "named", "needs", "network", "own_country_named", "partner_network", "shared_projects", "votes",
        ])
      let sum = partner["parts"].keys.compactMap { partner["parts"][$0].number }.reduce(0, +)
      #expect(abs(sum - (partner["score"].number ?? -1)) < 1e-9)
    }
    let first = try #require(partners[0]["evidence"].list.first)
    #expect(first.keys.isSuperset(of: ["id", "kind", "role", "score", "terms", "title"]))
    #expect(!first["terms"].list.isEmpty)
  }

  @Test func `people read the application, the partners and their evidence`() throws {
    let outcome = try match(forum.get().applications, "--limit", "2")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "a1  심자도용 다이아몬드 자력계  (한빛양자센서)")
    #expect(lines[1].hasPrefix("1. ") && lines[1].contains("score "))
    #expect(outcome.output.contains("terms: "))
    #expect(outcome.output.contains("nobody in the workspace fits this application"))
  }

  @Test func `statistics alone write no run and print no partners`() throws {
    let folder = try TemporaryFolder()
    let outcome = try match(forum.get().applications, "--stats", folder.file("s.json"), "--threads", "1")
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let statistics = try JSONValue(String(contentsOfFile: folder.file("s.json"), encoding: .utf8))
    #expect(statistics.keys == ["queries", "threads", "seconds", "queries_per_second", "latency_us"])
    #expect(statistics["queries"].number == 3 && statistics["threads"].number == 1)
  }

  @Test func `one application of a file is chosen by its id`() throws {
    let document = try match(forum.get().applications, "--application", "a2", "--json").json()
    #expect(document["applications"].each("id") == ["a2"])
    let unknown = try match(forum.get().applications, "--application", "a9")
    #expect(unknown.status == 1 && unknown.messages.contains("'a9'"))
  }

  @Test func `a JSON list, a JSON object and a table of applications are read too`() throws {
    let folder = try TemporaryFolder()
    let object = #"{"id":"a2","title":"도시 양자키분배","needs":["quantum key distribution over fibre"]}"#
    let asked = try run(folder.write("a.jsonl", object + "\n"))
    #expect(try run(folder.write("list.json", "[\(object)]")) == asked)
    #expect(try run(folder.write("object.json", object)) == asked)
    let table = "id,title,needs\na2,도시 양자키분배,quantum key distribution over fibre\n"
    #expect(try run(folder.write("table.csv", table)).map { $0[2] } == asked.map { $0[2] })
  }

  @Test func `bad applications are named with file and line and the others are matched`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "apps.jsonl", "{\"id\":\"ok\",\"title\":\"양자 센서\"}\n{\"title\":\"no id\"}\nnonsense\n{\"id\":\"bare\"}\n")
    let outcome = try match(file, "--json")
    #expect(outcome.status == 0)
    #expect(try outcome.json()["applications"].each("id") == ["ok"])
    for line in 2...4 { #expect(outcome.messages.contains("apps.jsonl:\(line)"), "\(outcome.messages)") }
  }

  @Test func `files without applications fail with what to do`() throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in [
      ("empty.jsonl", [UInt8]()), ("binary.jsonl", [0, 255, 254, 13, 10, 0]),
      ("picture.xlsx", Array("PK\u{3}\u{4}no".utf8)),
      ("words.txt", Array("hello\n".utf8)),
    ] {
      let outcome = try match(folder.write(name, bytes))
      #expect(outcome.status == 1 && outcome.signal == nil, "\(name): \(outcome)")
      #expect(outcome.messages.contains(name), "\(outcome.messages)")
      #expect(outcome.output.isEmpty)
    }
    #expect(try match(folder.file("absent.jsonl")).messages.contains("no such file"))
    #expect(try match(folder.path).status == 1)
  }
}
