import Foundation
import TestCorpora
import Testing

/// Tokens of programs: printed once, listed without the secret, revoked for good.
@Suite struct TokenCommandTests {
  let folder: TemporaryFolder
  let workspace: String

  init() throws {
    folder = try TemporaryFolder()
    workspace = folder.file("workspace")
  }

  private func token(_ arguments: String...) throws -> MoimProcess.Outcome {
    try MoimProcess(["token"] + arguments, workspace: workspace).wait()
  }

  @Test func `a token is printed alone and once, and only its digest is kept`() throws {
    let added = try token("add", "--role", "officer", "--days", "90", "matching service")
    #expect(added.status == 0 && added.messages.contains("token 1 for matching service, officer"))
    let secret = added.output.trimmingCharacters(in: .newlines)
    #expect(secret.hasPrefix("moim_") && secret.utf8.count == 48 && !added.messages.contains(secret))
    let second = try token("add", "--json", "other").json()
    #expect(second["id"].number == 2 && second["token"].text != secret)

    let list = try token("list", "--json")
    let entries = try list.json().list
    #expect(entries.map { $0["name"].text } == ["matching service", "other"])
    #expect(entries.map { $0["role"].text } == ["officer", "viewer"])
    #expect(entries[0]["expires"].text != nil && entries[1]["expires"] == .null)
    #expect(!list.output.contains("moim_"))
    for path in try FileManager.default.subpathsOfDirectory(atPath: workspace) {
      let bytes = FileManager.default.contents(atPath: workspace + "/" + path) ?? Data()
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(path)")
    }
  }

  @Test func `a revoked token stays in the list and says so`() throws {
    _ = try token("add", "a")
    #expect(try token("revoke", "1").status == 0)
    let when = try token("list", "--json").json().list[0]["revoked"].text
    #expect(when != nil)
    #expect(try token("list").output.contains("revoked"))
    // Revoking again changes nothing.
    #expect(try token("revoke", "1").status == 0)
    #expect(try token("list", "--json").json().list[0]["revoked"].text == when)
    let unknown = try token("revoke", "7")
    #expect(unknown.status == 1 && unknown.messages.contains("7"))
  }

  @Test func `a token that cannot be is refused`() throws {
    for days in ["0", "36501", "soon"] {
      let wrong = try token("add", "--days", days, "a")
      #expect(wrong.status == 64 && wrong.output.isEmpty)
    }
    #expect(try token("add", "--role", "king", "a").status == 64)
    let name = try token("add", "a/b")
    #expect(name.status == 1 && name.output.isEmpty && name.messages.contains("cannot name a client"))
    #expect(try token("list", "--json").json().list.isEmpty)
  }
}
