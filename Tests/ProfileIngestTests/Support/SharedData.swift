import Foundation

/// Real exports, which are not part of the repository: tests that need them are skipped without them.
enum SharedData {
  static let folder: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    for candidate in [root.appendingPathComponent("../shared/data"), root.appendingPathComponent("../../shared/data")] {
      let path = candidate.standardizedFileURL.path
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    return root.appendingPathComponent("../shared/data").standardizedFileURL.path
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder)
  static let absence = "the folder ../shared/data is absent"
}
