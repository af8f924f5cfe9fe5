/// A file that is to be read, or a place of which there is only something to say.
struct PlannedFile: Sendable {
  enum Finding: Sendable {
    case rejected(ByteSourceFailure)
    case warning(ByteSourceFailure)
  }

  var path: String
  var sourceIndex: Int
  var byteCount: Int64 = 0
  /// Whether the user named it: then it may be a symbolic link.
  var isNamedByUser = false
  /// What was found instead of a readable file.
  var finding: Finding?
}
