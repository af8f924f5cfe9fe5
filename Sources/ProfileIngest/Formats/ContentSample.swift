/// What is known of a file before it is read: all that formats are recognised by.
struct ContentSample: Sendable {
  /// The file's path; for an entry of an archive `archive.zip!/entry.xml`.
  var name: String
  var kind: ContentKind
  /// The first bytes, at most ``byteLimit``.
  var head: [UInt8]
  /// For a .zip package, the names of its first entries.
  var entryNames: [String] = []

  static let byteLimit = 4096
  static let entryNameLimit = 64
}
