import Foundation
import TestCorpora
import Testing

@Suite struct UsageTests {
  static let commands = [
    "import", "search", "match", "explain", "propose", "gaps", "allocate", "evaluate", "resolve", "merge", "split",
    "source", "export", "check", "reindex",
  ]

  @Test(arguments: commands)
  func `help goes to standard output and shows how`(_ command: String) throws {
    let outcome = try moim(command, "--help")
    #expect(outcome.status == 0 && outcome.messages.isEmpty)
    #expect(outcome.output.contains("USAGE: moim \(command)"))
    if !["check", "reindex"].contains(command) { #expect(outcome.output.contains("EXAMPLES\n  moim \(command) ")) }
    #expect(try moim("help", command).output == outcome.output)
  }

  @Test func `the command itself names its commands, its exit statuses and its version`() throws {
    let outcome = try moim("--help")
    for command in Self.commands { #expect(outcome.output.contains("\n  \(command) ")) }
    #expect(outcome.output.contains("status is 0"))
    #expect(try moim().output == outcome.output)
    #expect(try moim("--version").output.split(separator: ".").count == 3)
  }

  @Test(arguments: [
    ["frobnicate"], ["search"], ["search", "x", "--queries", "q"], ["search", "--queries", "q"],
    ["search", "x", "--run", "r"], ["search", "x", "--limit", "0"], ["search", "x", "--limit", "many"],
    ["search", "x", "--level", "planet"], ["search", "x", "--kind", "castle"], ["search", "x", "--threads", "0"],
    ["match"], ["match", "a", "--json", "--run", "r"], ["match", "a", "--limit", "-1"], ["match", "a", "b"],
    ["match", "a", "--kind", "castle"], ["explain", "x"], ["evaluate"], ["import"], ["import", "x", "--threads", "0"],
    ["propose"], ["propose", "x", "--size", "many"], ["propose", "x", "--size", "5...3"],
    ["propose", "x", "--limit", "0"],
    ["allocate"], ["allocate", "x", "--newcomer-share", "2"], ["allocate", "x", "--capacity", "-1"], ["gaps"],
    ["check", "extra"], ["check", "--unknown"], ["import", "x", "--memory", "much"], ["import", "x", "--memory", "0"],
    ["import", "x", "--memory", "1M"], ["import", "x", "--memory", "12Q"], ["reindex", "--memory", "15M"],
    ["reindex", "--memory", "99999999999G"],
  ])
  func `wrong usage ends with 64, a sentence on standard error and nothing on standard output`(_ arguments: [String])
    throws
  {
    let outcome = try MoimProcess(arguments, workspace: SampleForum.workspace).wait()
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("Error: ") && outcome.messages.contains("--help"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion scripts are made`(_ shell: String) throws {
    let outcome = try moim("--generate-completion-script", shell)
    #expect(outcome.status == 0)
    for command in Self.commands { #expect(outcome.output.contains(command)) }
  }

  @Test func `a workspace is named by option, by environment or is the folder's own`() throws {
    let prepared = try SampleForum.prepared.get()
    let byOption = try moim("search", "magnetometer", "--workspace", prepared.workspace, workspace: "/nowhere")
    let byEnvironment = try moim("search", "magnetometer", workspace: prepared.workspace)
    let byFolder = try moim("search", "magnetometer", currentFolder: prepared.folder.path)
    #expect(byOption.status == 0 && !byOption.output.isEmpty)
    #expect(byEnvironment.output == byOption.output)
    #expect(byFolder.output == byOption.output)
  }

  @Test(arguments: [
    ["search", "x"], ["search", "--queries", "q.jsonl", "--run", "r"], ["match", "a.jsonl"], ["check"], ["reindex"],
    ["explain", "x", "--application", "a"],
  ])
  func `a missing workspace is an error that says how to make one`(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try MoimProcess(arguments, workspace: folder.file("nowhere")).wait()
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.messages.contains(folder.file("nowhere")) && outcome.messages.contains("moim import"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("nowhere")))
  }

  @Test func `a reader that goes early and a full disk end the command without a trap`() throws {
    let workspace = try SampleForum.workspace
    for arguments in [
      ["search", "양자", "--json"], ["search", "양자"], ["match", try SampleForum.prepared.get().applications],
    ] {
      let full = try MoimProcess(arguments, workspace: workspace, outputPath: "/dev/full").wait()
      #expect(full.status == 1 && full.messages.contains("standard output cannot be written"))
      for isIgnored in [true, false] {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        let trap = isIgnored ? "trap '' PIPE; " : ""
        shell.arguments = ["-c", "\(trap){ \"$@\"; echo $? >&2; } | :", "sh", MoimBinary.path] + arguments
        let messages = Pipe()
        shell.standardError = messages
        shell.environment = ["MOIM_WORKSPACE": workspace, "SWIFT_BACKTRACE": "enable=no"]
        try shell.run()
        let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        shell.waitUntilExit()
        // 0 where it was done before the reader went, 141 for the signal that ends a writer quietly.
        #expect(["0\n", "1\n", "141\n"].contains(text), "\(text)")
      }
    }
  }
}
