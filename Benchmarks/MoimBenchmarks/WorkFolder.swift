import Foundation

/// A folder for a run's files that is gone when the run ends.
final class WorkFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "moim-benchmarks-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}
