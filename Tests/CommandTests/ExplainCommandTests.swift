import Foundation
import TestCorpora
import Testing

@Suite struct ExplainCommandTests {
  private func explain(_ organization: String, _ application: String, _ options: String...) throws
    -> MoimProcess.Outcome
  {
    try MoimProcess(
      ["explain", organization, "--application", application] + options, workspace: SampleForum.workspace
    ).wait()
  }

  private func applications() throws -> String { try SampleForum.prepared.get().applications }

  @Test func `the parts add up to the score, which is that of the match`() throws {
    let document = try explain("rhein", applications() + "#a1", "--json").json()
    #expect(
      document.keys.isSuperset(of: [
        "application", "candidates", "evidence", "organization", "parts", "rank", "score", "shared",
      ]))
    let parts = document["parts"].list
    #expect(parts.allSatisfy { $0.keys == ["name", "reason", "score"] })
    let score = try #require(document["score"].number)
    #expect(abs(parts.compactMap { $0["score"].number }.reduce(0, +) - score) < 1e-9)
    let matched = try moim("match", applications(), "--json", workspace: SampleForum.workspace).json()
    let partner = matched["applications"].list[0]["partners"].list.first { $0["id"].text == "rhein" }
    #expect(partner?["score"].number == score)
    #expect(partner?["rank"].number == document["rank"].number)
    for evidence in document["evidence"].list {
      let sum = evidence["terms"].list.compactMap { $0["score"].number }.reduce(0, +)
      #expect(abs(sum - (evidence["score"].number ?? -1)) < 1e-3)
    }
    #expect(document["shared"].each("id") == ["e10"])
  }

  @Test func `people read the place, the sum and the shared work`() throws {
    let outcome = try explain("rhein", applications() + "#a1")
    #expect(outcome.status == 0 && outcome.messages.isEmpty)
    for text in ["Rhein Magnetometry", "place ", "the sum of the parts", "Shared with the applicant:", "[e10]"] {
      #expect(outcome.output.contains(text), "\(text) in \(outcome.output)")
    }
  }

  @Test func `the applicant and an organisation without connection are told apart`() throws {
    #expect(try explain("hanbit", applications() + "#a1", "--json").json()["exclusion"].text == "is_applicant")
    #expect(try explain("hanbit", applications() + "#a1").output.contains("never suggested to itself"))
    #expect(try explain("neulbom", applications() + "#a3", "--json").json()["exclusion"].text == "no_connection")
  }

  @Test func `an application is a file with one, one of a file, or one that was matched before`() throws {
    let folder = try TemporaryFolder()
    let one = try folder.write("one.json", #"{"id":"solo","title":"magnetometer"}"#)
    #expect(try explain("rhein", one).status == 0)
    let workspace = try SampleForum.workspaceCopy(in: folder)
    _ = try moim("match", one, workspace: workspace)
    let byID = try moim("explain", "rhein", "--application", "solo", "--json", workspace: workspace)
    #expect(try byID.json()["application"].text == "solo", "\(byID.messages)")
  }

  @Test func `what cannot be found is named with what to do`() throws {
    let file = try applications()
    let several = try explain("rhein", file)
    #expect(several.status == 1 && several.messages.contains("\(file)#a1"))
    let absent = try explain("rhein", file + "#a9")
    #expect(absent.status == 1 && absent.messages.contains("'a9'"))
    let unknown = try explain("atlantis", file + "#a1")
    #expect(unknown.status == 1 && unknown.messages.contains("'atlantis'") && unknown.messages.contains("moim search"))
    let never = try explain("rhein", "never-matched")
    #expect(never.status == 1 && never.messages.contains("'never-matched'") && never.messages.contains("FILE#ID"))
    #expect(try moim("explain", "rhein", workspace: SampleForum.workspace).status == 64)
  }
}
