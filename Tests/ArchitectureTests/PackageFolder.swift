import Foundation

/// The package's own files, as these tests find them beside themselves.
enum PackageFolder {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Everything in `Sources`, read once.
  static let librarySources = Result { try sources(in: "Sources") }

  static func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appendingPathComponent(file)), as: UTF8.self)
  }

  /// All Swift files under a folder of the package, in order of path; none where there is no such folder.
  static func sources(in folder: String) throws -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    guard let paths = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return try paths.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".build") && !$0.contains("/.build") }
      .sorted()
      .map { SourceFile(path: "\(folder)/\($0)", text: try text(of: "\(folder)/\($0)")) }
  }

  /// Folders directly inside a folder, in order of name.
  static func folders(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: root.appendingPathComponent(folder), includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    .map(\.lastPathComponent)
    .sorted()
  }
}
