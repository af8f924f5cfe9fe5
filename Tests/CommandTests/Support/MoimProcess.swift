import Foundation
import TestCorpora

/// A run of the real command as a child process.
final class MoimProcess {
  /// What it ended with.
  struct Outcome: Sendable {
    /// The exit status, or `nil` where a signal ended it.
    var status: Int32?
    var signal: Int32?
    var output: String
    var messages: String
    var peakMemoryByteCount = 0

    /// Standard output as one JSON document.
    func json() throws -> JSONValue { try JSONValue(output) }
  }

  private let process = Process()
  private let folder: TemporaryFolder

  /// Starts `moim` with these arguments.
  ///
  /// - Parameters:
  ///   - workspace: goes to the environment, as `MOIM_WORKSPACE`.
  ///   - input: what standard input holds.
  ///   - outputPath: takes standard output instead of a file of its own.
  init(
    _ arguments: [String], workspace: String? = nil, currentFolder: String? = nil, input: String? = nil,
    outputPath: String? = nil
  ) throws {
    folder = try TemporaryFolder()
    process.executableURL = URL(fileURLWithPath: MoimBinary.path)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["MOIM_WORKSPACE"] = workspace
    // A crash must be one line, not a minute of symbols.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: currentFolder ?? folder.path)
    let output = outputPath ?? folder.file("output")
    for path in [output, folder.file("messages")] where !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.write("input", $0))) }
      ?? FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("messages")))
    try process.run()
  }

  var processID: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }

  /// What it has said so far beside its output.
  var messages: String {
    String(decoding: FileManager.default.contents(atPath: folder.file("messages")) ?? Data(), as: UTF8.self)
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Waits for its end.
  ///
  /// - Parameter isMeasured: whether its memory is watched meanwhile, which keeps a thread busy.
  func wait(isMeasured: Bool = false) throws -> Outcome {
    var peak = 0
    while isMeasured, process.isRunning {
      peak = max(peak, peakMemory())
      Thread.sleep(forTimeInterval: 0.002)
    }
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    func text(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: folder.file(name)) ?? Data(), as: UTF8.self)
    }
    return Outcome(
      status: isSignal ? nil : process.terminationStatus, signal: isSignal ? process.terminationStatus : nil,
      output: text("output"), messages: text("messages"), peakMemoryByteCount: peak)
  }

  /// The most memory that the process has had so far, by the kernel's own account.
  private func peakMemory() -> Int {
    guard let status = FileManager.default.contents(atPath: "/proc/\(process.processIdentifier)/status") else {
      return 0
    }
    for line in String(decoding: status, as: UTF8.self).split(separator: "\n") where line.hasPrefix("VmHWM:") {
      return (Int(line.filter(\.isNumber)) ?? 0) << 10
    }
    return 0
  }
}

/// Runs `moim` to its end.
func moim(_ arguments: String..., workspace: String? = nil, currentFolder: String? = nil) throws -> MoimProcess.Outcome
{
  try MoimProcess(arguments, workspace: workspace, currentFolder: currentFolder).wait()
}
