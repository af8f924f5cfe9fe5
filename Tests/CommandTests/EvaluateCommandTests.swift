import Foundation
import TestCorpora
import Testing

@Suite struct EvaluateCommandTests {
  private static let run = """
    q1 Q0 d1 1 9.0 t
    q1 Q0 d2 2 8.0 t
    q1 Q0 d3 3 7.0 t
    q2 Q0 d9 1 1.0 t

    """

  private static let qrels = "q1 0 d1 0\nq1 0 d2 1\nq2 0 d9 1\nq3 0 d1 1\n"

  @Test func `measures come as a table and as JSON by their known names`() throws {
    let folder = try TemporaryFolder()
    let (run, qrels) = try (folder.write("run", Self.run), folder.write("qrels", Self.qrels))
    let document = try moim("evaluate", "--run", run, "--qrels", qrels, "--json").json()
    #expect(document["all"].keys.isSuperset(of: ["nDCG@10", "R@10", "R@100", "MRR", "n"]))
    #expect(document["all"]["n"].number == 3)
    // Half for q1's second place, one for q2, nothing for q3, which the run does not answer.
    #expect(abs((document["all"]["MRR"].number ?? 0) - 0.5) < 1e-4)
    let table = try moim("evaluate", "--run", run, "--qrels", qrels)
    #expect(table.output.contains("nDCG@10") && table.output.contains("0.5000"))
  }

  @Test func `groups and newcomers are shown beside all`() throws {
    let folder = try TemporaryFolder()
    let outcome = try moim(
      "evaluate", "--run", folder.write("run", Self.run), "--qrels", folder.write("qrels", Self.qrels), "--groups",
      folder.write("groups", "q1\tkorean\nq2\tenglish,short\n"), "--subset", folder.write("subset", "d9\n"), "--json")
    #expect(try outcome.json().keys.isSuperset(of: ["all", "korean", "english", "short"]))
    #expect(try outcome.json()["english"]["MRR"].number == 1)
  }

  @Test func `two runs are compared with a significance`() throws {
    let folder = try TemporaryFolder()
    let (run, qrels) = try (folder.write("run", Self.run), folder.write("qrels", Self.qrels))
    let other = try folder.write("other", "q1 Q0 d2 1 9.0 t\nq2 Q0 d9 1 1.0 t\n")
    let outcome = try moim("evaluate", "--run", run, "--against", other, "--qrels", qrels, "--json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"p\"") && outcome.output.contains("interval_low"))
    #expect(try moim("evaluate", "--run", run, "--against", other, "--qrels", qrels).status == 0)
  }

  @Test func `files that are none of the format are named with line and expectation`() throws {
    let folder = try TemporaryFolder()
    let (run, qrels) = try (folder.write("run", Self.run), folder.write("qrels", Self.qrels))
    let odd = try folder.write("odd", "q1 Q0 d1 1 9.0 t\nq1 d2\n")
    let oddRun = try moim("evaluate", "--run", odd, "--qrels", qrels)
    #expect(oddRun.status == 1 && oddRun.messages.contains("odd, line 2") && oddRun.messages.contains("expected"))
    let oddQrels = try moim("evaluate", "--run", run, "--qrels", odd)
    #expect(oddQrels.status == 1 && oddQrels.messages.contains("odd, line 1"))
    let absent = try moim("evaluate", "--run", folder.file("absent"), "--qrels", qrels)
    #expect(absent.status == 1 && absent.messages.contains("check the path"))
    let empty = try moim("evaluate", "--run", run, "--qrels", folder.write("none", ""))
    #expect(empty.status == 1 && empty.messages.contains("judges no document relevant"))
    #expect(try moim("evaluate", "--run", run).status == 64)
  }
}
