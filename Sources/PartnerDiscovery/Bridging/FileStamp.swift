import Foundation

/// What tells one version of a file from another without reading it.
struct FileStamp: Hashable, Sendable {
  var path: String
  var byteCount: Int?
  var modified: Date?
  var node: Int?

  /// Of a file that may be missing.
  init(_ path: String) {
    self.path = path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    byteCount = attributes?[.size] as? Int
    modified = attributes?[.modificationDate] as? Date
    node = attributes?[.systemFileNumber] as? Int
  }
}
