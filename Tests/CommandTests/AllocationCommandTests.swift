import Foundation
import TestCorpora
import Testing

@Suite struct AllocationCommandTests {
  private let folder: TemporaryFolder
  private let workspace: String
  private let applications: String

  init() throws {
    folder = try TemporaryFolder()
    workspace = try SampleForum.workspaceCopy(in: folder)
    applications = try SampleForum.prepared.get().applications
  }

  private func moim(_ arguments: String...) throws -> MoimProcess.Outcome {
    try MoimProcess(arguments, workspace: workspace).wait()
  }

  private func introductions(_ run: JSONValue) -> [[String]] {
    run["applications"].list.map { $0["introductions"].list.compactMap { $0["organization"].text } }
  }

  @Test func `everybody who can gets a suggestion, under the capacity, and the others a reason`() throws {
    let outcome = try moim("allocate", applications, "--capacity", "1", "--suggestions", "2", "--json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let run = try outcome.json()["run"]
    let introductions = introductions(run)
    #expect(
      introductions.count == 3 && !introductions[0].isEmpty && !introductions[1].isEmpty && introductions[2].isEmpty)
    #expect(run["applications"].list[2]["reason"].text?.contains("cannot be matched yet, because") == true)
    let all = introductions.joined()
    #expect(Set(all).count == all.count, "a body has more introductions than its capacity")
    #expect(run["outcome"]["is_proven"] == .boolean(true))
    #expect(run["prices"].list.contains { $0["constraint"].text == "capacity" })
  }

  @Test func `pins survive re-runs, runs are compared and rolled back`() throws {
    let decisions = try folder.write(
      "decisions.json", #"{"pins":[{"application":"a1","organization":"neulbom"}]}"#)
    #expect(try moim("allocate", applications, "--decisions", decisions).status == 0)
    let second = try moim("allocate", applications, "--json").json()
    #expect(second["id"].text == "0002")
    #expect(introductions(second["run"])[0].contains("neulbom"))
    #expect(second["difference"]["changes"].list.isEmpty)
    let third = try moim("allocate", applications, "--forget-pins", "--suggestions", "1", "--json").json()
    #expect(introductions(third["run"])[0].first != "neulbom")
    let difference = try moim("allocations", "diff", "1", "3", "--json").json()
    #expect(difference["changes"].list.contains { $0["application"].text == "a1" })
    #expect(try moim("allocations", "rollback", "2").status == 0)
    let listed = try moim("allocations", "list", "--json").json().list
    #expect(listed.compactMap { $0["id"].text } == ["0001", "0002", "0003"])
    #expect(listed.map { $0["is_current"] } == [.boolean(false), .boolean(true), .boolean(false)])
    #expect(introductions(try moim("allocations", "show").json()) == introductions(second["run"]))
    #expect(try moim("allocations", "rollback", "9").messages.contains("name one of 0001, 0002, 0003"))
  }

  @Test func `a dry run leaves nothing behind, and threads do not matter`() throws {
    let one = try moim("allocate", applications, "--dry-run", "--threads", "1", "--json")
    let two = try moim("allocate", applications, "--dry-run", "--threads", "2", "--json")
    #expect(one.status == 0 && one.output == two.output)
    #expect(try moim("allocations", "list").status == 1)
  }

  @Test func `decisions of another shape are refused with what to write`() throws {
    let wrong = try folder.write("d.json", #"{"pins":[{"application":"a1"}]}"#)
    let outcome = try moim("allocate", applications, "--decisions", wrong)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("pins, item 1, organization"), "\(outcome.messages)")
    let unknown = try folder.write("u.json", #"{"vetoes":[{"application":"a1","organization":"nobody"}]}"#)
    #expect(try moim("allocate", applications, "--decisions", unknown).messages.contains("'nobody'"))
  }

  @Test func `gaps name needs that nobody meets, single suppliers and unwanted offers`() throws {
    let file = try folder.write(
      "g.jsonl",
      #"""
      {"id":"g1","title":"심자도","needs":["다이아몬드 양자 센서를 이용한 심자도 측정","헬륨-3 원료의 국내 생산"],"offers":["병원 검사실"]}
      {"id":"g2","title":"QKD","needs":["quantum key distribution over metropolitan fibre"]}
      """#)
    let report = try moim("gaps", file, "--json").json()
    #expect(report["needs"].number == 3)
    #expect(report["unmet"].list.compactMap { $0["need"]["statement"].text } == ["헬륨-3 원료의 국내 생산"])
    #expect(report["unmet"].list.first?["advice"].text == "recruit")
    #expect(report["unwanted_offers"].list.compactMap { $0["statement"].text } == ["병원 검사실"])
    let text = try moim("gaps", file).output
    #expect(text.contains("공급이 없는 수요") && text.contains("recruit from outside 외부 기관 유치"))
    #expect(try moim("gaps", file, "--application", "g2", "--json").json()["needs"].number == 1)
  }
}
