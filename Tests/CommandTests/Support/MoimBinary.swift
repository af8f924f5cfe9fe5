import Foundation
import TestCorpora

/// The command as users run it, built beside these tests.
enum MoimBinary {
  static let path = folder.appendingPathComponent("moim").path

  /// Where the running tests are: `.build/<configuration>`, whatever the scratch path.
  private static let folder: URL = {
    let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
    let built = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".build/debug")
    if !FileManager.default.fileExists(atPath: folder.appendingPathComponent("moim").path) { folder = built }
    return folder
  }()
}
