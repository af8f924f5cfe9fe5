import Foundation
import TestCorpora
import Testing

@Suite struct BatchSearchTests {
  private func batch(_ queries: String, _ options: String...) throws -> (outcome: MoimProcess.Outcome, run: [[String]])
  {
    let folder = try TemporaryFolder()
    let file = try folder.write("queries.jsonl", queries)
    let outcome = try MoimProcess(
      ["search", "--queries", file, "--run", folder.file("out.trec")] + options, workspace: SampleForum.workspace
    ).wait()
    let run = FileManager.default.contents(atPath: folder.file("out.trec")) ?? Data()
    return (outcome, runLines(String(decoding: run, as: UTF8.self)))
  }

  @Test func `a run has six columns, ranks from one and falling scores, queries in the file's order`() throws {
    let (outcome, run) = try batch(
      """
      {"id":"q2","text":"다이아몬드 양자 센서"}

      {"id":"none","text":"xyzzy"}
      {"id":"q1","text":"quantum key distribution"}
      """, "--level", "evidence")
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.messages.contains("3 answered"))
    #expect(run.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "moim" })
    let queries = run.map { $0[0] }
    #expect(queries.first == "q2" && queries.last == "q1" && !queries.contains("none"))
    for query in ["q1", "q2"] {
      let lines = run.filter { $0[0] == query }
      #expect(lines.map { $0[3] } == (1...lines.count).map(String.init))
      let scores = lines.compactMap { Double($0[4]) }
      #expect(scores.count == lines.count && scores == scores.sorted(by: >))
      #expect(Set(lines.map { $0[2] }).count == lines.count)
    }
    #expect(Set(run.filter { $0[0] == "q1" }.map { $0[2] }).isSuperset(of: ["e05", "e06", "statement:duru"]))
  }

  @Test func `a limit holds for each query, and the level decides what is named`() throws {
    let queries = #"{"id":"q1","text":"양자 센서"}"# + "\n" + #"{"id":"q2","text":"magnetometer"}"#
    let (_, evidence) = try batch(queries, "--level", "evidence", "--limit", "2")
    #expect(evidence.map { $0[0] } == ["q1", "q1", "q2", "q2"])
    let (_, organizations) = try batch(queries, "--limit", "1")
    #expect(organizations.count == 2)
    #expect(organizations.allSatisfy { SampleForum.organizationIDs.contains($0[2]) })
  }

  @Test func `a query's own filters count before those of the command`() throws {
    let text = "quantum magnetometer 양자 센서"
    let (_, run) = try batch(
      """
      {"id":"all","text":"\(text)"}
      {"id":"kinds","text":"\(text)","kinds":["university","institute"]}
      {"id":"countries","text":"\(text)","countries":["DE"]}
      {"id":"regions","text":"\(text)","regions":["서울특별시"],"kinds":["company"]}
      """)
    func ids(_ query: String) -> Set<String> { Set(run.filter { $0[0] == query }.map { $0[2] }) }
    #expect(ids("all") == Set(SampleForum.organizationIDs))
    #expect(ids("kinds") == ["mirae", "neulbom", "donau"])
    #expect(ids("countries") == ["rhein", "donau"])
    #expect(ids("regions") == ["hanbit"])
    let (_, filtered) = try batch(
      """
      {"id":"default","text":"\(text)"}
      {"id":"own","text":"\(text)","countries":["KR"]}
      """, "--country", "DE")
    #expect(Set(filtered.filter { $0[0] == "default" }.map { $0[2] }) == ["rhein", "donau"])
    #expect(Set(filtered.filter { $0[0] == "own" }.map { $0[2] }) == ["hanbit", "mirae", "duru", "neulbom"])
  }

  @Test func `texts are plain, without operators`() throws {
    let (_, run) = try batch(
      #"{"id":"a","text":"양자 센서 통신"}"# + "\n" + #"{"id":"b","text":"\"양자 센서\" -통신"}"#, "--level", "evidence")
    #expect(run.filter { $0[0] == "a" }.map { $0[2] } == run.filter { $0[0] == "b" }.map { $0[2] })
  }

  @Test func `statistics have the keys of the contract, and say how queries were answered`() throws {
    let folder = try TemporaryFolder()
    let queries = try folder.write(
      "q.jsonl", (0..<20).map { #"{"id":"q\#($0)","text":"양자 센서"}"# }.joined(separator: "\n"))
    let outcome = try moim(
      "search", "--queries", queries, "--run", folder.file("r"), "--threads", "2", "--stats", folder.file("stats.json"),
      workspace: SampleForum.workspace)
    #expect(outcome.status == 0)
    let statistics = try JSONValue(String(contentsOfFile: folder.file("stats.json"), encoding: .utf8))
    #expect(
      statistics.keys == ["queries", "threads", "seconds", "queries_per_second", "latency_us", "processors"])
    #expect(statistics["latency_us"].keys == ["p50", "p95", "p99"])
    let processor = try #require(statistics["processors"].list.first)
    #expect(processor["processor"].text == "direct" && processor["queries"].number == 20)
    #expect(statistics["queries"].number == 20 && statistics["threads"].number == 2)
    let latency = ["p50", "p95", "p99"].compactMap { statistics["latency_us"][$0].number }
    #expect(latency == latency.sorted() && latency[0] > 0)
    let rate = try #require(statistics["queries_per_second"].number)
    let seconds = try #require(statistics["seconds"].number)
    #expect(abs(rate * seconds - 20) < 0.001)
  }

  @Test(arguments: [
    (#"{"id":"q1"}"#, "queries.jsonl:1", "text"),
    ("{\"id\":\"q1\",\"text\":\"x\"}\nnonsense", "queries.jsonl:2", "JSON"),
    (#"{"id":7,"text":"x"}"#, "queries.jsonl:1", "\"id\""), (#"["q1","x"]"#, "queries.jsonl:1", "wrong type"),
    (#"{"id":"q1","text":"x","kinds":["castle"]}"#, "queries.jsonl:1", "kinds"),
    (#"{"id":"q 1","text":"x"}"#, "queries.jsonl:1", "id"), (#"{"id":"","text":"x"}"#, "queries.jsonl:1", "id"),
    ("{\"id\":\"q1\",\"text\":\"x\"}\n{\"id\":\"q1\",\"text\":\"y\"}", "queries.jsonl:2", "q1"),
  ])
  func `an odd line is named with its number and what a line is`(_ text: String, _ place: String, _ fact: String) throws
  {
    let (outcome, run) = try batch(text)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(place) && outcome.messages.contains(fact), "\(outcome.messages)")
    #expect(outcome.messages.contains(#"{"id": "q1", "text": "..."}"#))
    #expect(run.isEmpty)
  }

  @Test func `files that are empty, absent or start with a byte order mark are told apart`() throws {
    let (empty, run) = try batch("\n\n")
    #expect(empty.status == 0 && run.isEmpty)
    let (marked, markedRun) = try batch("\u{FEFF}" + #"{"id":"q1","text":"양자"}"# + "\r\n")
    #expect(marked.status == 0 && !markedRun.isEmpty, "\(marked.messages)")
    let absent = try moim("search", "--queries", "/nowhere/q.jsonl", "--run", "r", workspace: SampleForum.workspace)
    #expect(absent.status == 1 && absent.messages.contains("/nowhere/q.jsonl"))
    let folder = try TemporaryFolder()
    let queries = try folder.write("q.jsonl", #"{"id":"q1","text":"양자"}"#)
    let unwritable = try moim(
      "search", "--queries", queries, "--run", folder.file("no/run"), workspace: SampleForum.workspace)
    #expect(unwritable.status == 1 && unwritable.messages.contains("its folder does not exist"))
  }
}
