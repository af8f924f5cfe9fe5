/// Bytes that are read once, from front to back.
protocol ByteSource: AnyObject {
  /// Fills the buffer from its beginning, up to its `count`.
  ///
  /// - Returns: the number of bytes read, 0 at the end.
  func read(into buffer: inout [UInt8]) throws(ByteSourceFailure) -> Int
}

/// Why bytes could not be had, in the words of an ``IngestIssue``.
struct ByteSourceFailure: Error, Equatable, Sendable {
  var reason: IngestText
  var remedy: IngestText
}
