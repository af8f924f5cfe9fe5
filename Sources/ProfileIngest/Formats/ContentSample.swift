/// What is known of a file before it is read: all that formats are recognised by.
struct ContentSample: Sendable {
  /// The file's path; for an entry of an archive `archive.zip!/entry.xml`.
  var name: String
  var kind: ContentKind
  /// The first bytes, at most ``byteLimit``.
  var head: [UInt8]
  /// Whether ``head`` and all that follows were made UTF-8: then a declaration of an encoding in the text is wrong.
  var isTranscoded = false
  /// For a .zip package, the names of its first entries.
  var entryNames: [String] = []

  static let byteLimit = 4096
  static let entryNameLimit = 64
}
