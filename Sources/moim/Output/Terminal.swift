import ArgumentParser
import Foundation

/// Where data go (standard output) and where everything else goes (standard error).
enum Terminal {
  /// - Throws: where the data cannot be delivered. A reader that has gone, as `head` does, ends the command quietly.
  static func print(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    } catch {
      if systemErrorNumber(error) == EPIPE { throw ExitCode.failure }
      throw OutputError.cannotWrite(path: "standard output", reason: reason(error))
    }
  }

  /// The same for text that people read: on a terminal it is broken between words.
  static func printText(_ text: String) throws {
    guard outputIsTerminal, let columns = TerminalWidth.columns(of: 1) else { return try print(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    try print(lines.map { Format.wrapped(String($0), to: columns) }.joined(separator: "\n"))
  }

  /// Whether anybody reads it makes no difference.
  static func note(_ text: String) { show(text + "\n") }

  /// The same without a new line.
  static func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw OutputError.cannotWrite(path: path, reason: reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let code = systemErrorNumber(error) else { return error.localizedDescription }
    if code == ENOENT { return "its folder does not exist" }
    let text = POSIXErrorCode(rawValue: code).map { POSIXError($0).localizedDescription } ?? "error \(code)"
    return text.replacing("The operation could not be completed. ", with: "")
  }

  /// The number of the operating system's error at the bottom of one of Foundation's.
  private static func systemErrorNumber(_ error: any Error) -> Int32? {
    let error = error as NSError
    if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
    if let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error { return systemErrorNumber(cause) }
    return error.domain == NSCocoaErrorDomain && error.code == CocoaError.fileNoSuchFile.rawValue ? ENOENT : nil
  }

  static let inputIsTerminal = isatty(0) == 1
  static let errorIsTerminal = isatty(2) == 1
  static let outputIsTerminal = isatty(1) == 1

  /// Bold on a terminal, plain elsewhere.
  static func bold(_ text: String) -> String { outputIsTerminal ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  static func faint(_ text: String) -> String { outputIsTerminal ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

enum OutputError: Error, CustomStringConvertible {
  case cannotWrite(path: String, reason: String)

  var description: String {
    switch self {
    case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }
}
