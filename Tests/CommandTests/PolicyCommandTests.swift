import Foundation
import TestCorpora
import Testing

@Suite struct PolicyCommandTests {
  private func applications() throws -> String { try SampleForum.prepared.get().applications }

  private func match(_ options: String...) throws -> MoimProcess.Outcome {
    try MoimProcess(["match", applications(), "--json"] + options, workspace: SampleForum.workspace).wait()
  }

  @Test func `too little to learn from gives the shipped policy, which ranks as no policy does`() throws {
    let folder = try TemporaryFolder()
    let policy = folder.file("policy.json")
    let outcome = try moim("tune", "--out", policy, workspace: SampleForum.workspace)
    #expect(outcome.status == 0 && outcome.messages.contains("too little to learn from"), "\(outcome.messages)")
    #expect(try match("--policy", policy).output == match().output)
  }

  @Test func `a policy with another curve gives another score`() throws {
    let folder = try TemporaryFolder()
    _ = try moim("tune", "--out", folder.file("policy.json"), workspace: SampleForum.workspace)
    let text = try String(contentsOfFile: folder.file("policy.json"), encoding: .utf8)
    let changed = try folder.write(
      "changed.json",
      text.replacing("\"weight\" : 0.2", with: "\"weight\" : 0").replacing("\"needs\"", with: "\"needs\""))
    #expect(try match("--policy", changed).status == 0)
    let ties = try match("--policy", changed, "--ties", "-1").json()
    for partner in ties["applications"].list.flatMap({ $0["partners"].list }) {
      #expect(partner["parts"]["network"].number == 0 && partner["parts"]["shared_projects"].number == 0)
    }
  }

  @Test func `choices say what they cost`() throws {
    let outcome = try match("--ties", "-0.5", "--newcomer-lane", "--cap-share", "0.5")
    #expect(outcome.status == 0)
    for text in ["ties -0.5: expected nDCG@10 ", "newcomer share 0.2: expected nDCG@10 ", "cap share 0.5: "] {
      #expect(outcome.messages.contains(text), "\(outcome.messages)")
    }
    #expect(try match().messages.isEmpty)
  }

  @Test func `policies and choices that make no sense are refused with what to do`() throws {
    let folder = try TemporaryFolder()
    let bad = try match("--policy", folder.write("bad.json", "{\"format\": 9}"))
    #expect(bad.status == 1 && bad.messages.contains("bad.json") && bad.messages.contains("moim tune"))
    let absent = try match("--policy", folder.file("absent.json"))
    #expect(absent.status == 1 && absent.messages.contains("absent.json"))
    let range = try match("--ties", "7")
    #expect(range.status == 64 && range.messages.contains("--ties needs a number"))
    #expect(try match("--cap-share", "0").status == 64)
    #expect(try moim("tune", "--out", "x", "--dates", "soon", workspace: SampleForum.workspace).status == 64)
  }

  @Test func `people read every part of a score in words`() throws {
    let outcome = try moim(
      "explain", "duru", "--application", applications() + "#a2", workspace: SampleForum.workspace)
    for text in [
      "votes 근거", "needs 수요", "meets \"quantum key distribution over fibre\" 100 %", "partner network", "kinds 유형",
      "the sum of the parts",
    ] {
      #expect(outcome.output.contains(text), "\(text) in \(outcome.output)")
    }
  }
}
