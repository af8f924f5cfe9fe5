import Foundation

/// Real exports, which are not part of the repository: tests that need them are skipped without them.
enum SharedSamples {
  static let folder: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    for candidate in ["../shared/data", "../../shared/data"] {
      let path = root.appendingPathComponent(candidate).standardizedFileURL.path
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    return root.appendingPathComponent("../shared/data").standardizedFileURL.path
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder)

  /// The files in a folder of them, sorted by path.
  static func files(in name: String) throws -> [String] {
    let path = "\(folder)/\(name)"
    return try FileManager.default.subpathsOfDirectory(atPath: path).sorted().filter { name in
      let isFolder = try URL(fileURLWithPath: "\(path)/\(name)").resourceValues(forKeys: [.isDirectoryKey]).isDirectory
      return isFolder != true && !name.hasSuffix("PROVENANCE") && !name.hasPrefix(".")
    }.map { "\(path)/\($0)" }
  }
}
