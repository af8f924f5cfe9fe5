import Foundation
import TestCorpora
import Testing

/// Accounts are made with passwords that no command line and no screen shows.
@Suite struct UserCommandTests {
  let folder: TemporaryFolder
  let workspace: String

  init() throws {
    folder = try TemporaryFolder()
    workspace = folder.file("workspace")
  }

  private func user(_ arguments: String..., input: String? = nil) throws -> MoimProcess.Outcome {
    try MoimProcess(["user"] + arguments, workspace: workspace, input: input).wait()
  }

  @Test func `a password comes as a line on standard input, and users are listed without it`() throws {
    let added = try user("add", "--role", "officer", "--display-name", "김담당", "kim", input: "a long password\r\nmore\n")
    #expect(added.status == 0 && added.output.isEmpty && added.messages.contains("kim can sign in as officer"))
    #expect(try user("add", "kim", input: "a long password\n").messages.contains("there is a user kim already"))
    let list = try user("list", "--json")
    #expect(try list.json().list.map { $0["role"].text } == ["officer"])
    #expect(try list.json().list.map { $0["display_name"].text } == ["김담당"])
    #expect(!list.output.contains("scrypt"))
    #expect(try user("password", "kim", input: "another password\n").status == 0)
    #expect(try user("password", "nobody", input: "another password\n").status == 1)
    for path in try FileManager.default.subpathsOfDirectory(atPath: workspace) {
      let bytes = FileManager.default.contents(atPath: workspace + "/" + path) ?? Data()
      #expect(
        bytes.range(of: Data("long password".utf8)) == nil && bytes.range(of: Data("another password".utf8)) == nil)
    }
  }

  @Test func `no password, a short one or a name that cannot be are refused`() throws {
    let none = try user("add", "kim")
    #expect(none.status == 64 && none.messages.contains("as a line on standard input"))
    let short = try user("add", "kim", input: "short\n")
    #expect(short.status == 1 && short.messages.contains("at least"))
    #expect(try user("add", "Kim", input: "a long password\n").status == 1)
    #expect(try user("list", "--json").json().list.isEmpty)
  }

  @Test func `help shows how, with nothing that writes a password down`() throws {
    let help = try moim("user", "add", "--help")
    #expect(help.status == 0 && help.output.contains("moim user add --workspace forum --role administrator admin"))
    #expect(help.output.contains("kim < password.txt") && !help.output.contains("tee "))
    #expect(try moim("--help").output.contains("moim serve --workspace forum\n"))
  }

  private static let script = "/usr/bin/script"

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: script), "there is no \(script) to make a terminal"),
    arguments: [("a long password", 0 as Int32), ("a long passwort", 64)])
  func `on a terminal the password is typed twice and does not show`(second: String, status: Int32) throws {
    let screen = folder.file("screen")
    _ = FileManager.default.createFile(atPath: screen, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.script)
    process.arguments = ["-qec", "'\(MoimBinary.path)' user add --role administrator admin", "/dev/null"]
    process.environment = ["MOIM_WORKSPACE": workspace, "SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin"]
    let keyboard = Pipe()
    process.standardInput = keyboard
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: screen))
    try process.run()
    func shown() -> String { String(decoding: FileManager.default.contents(atPath: screen) ?? Data(), as: UTF8.self) }
    for (prompt, typed) in [("Password: ", "a long password"), ("again: ", second)] {
      for _ in 0..<1500 where !shown().contains(prompt) && process.isRunning { Thread.sleep(forTimeInterval: 0.02) }
      #expect(shown().contains(prompt))
      try keyboard.fileHandleForWriting.write(contentsOf: Data((typed + "\n").utf8))
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == status)
    #expect(!shown().contains("long passwor"), "what is typed does not show")
    #expect(shown().contains("differ") == (status != 0))
    #expect(try user("list", "--json").json().list.count == (status == 0 ? 1 : 0))
  }
}
