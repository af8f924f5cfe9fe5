/// The chunks of a ``ByteSource``, in one buffer; the first can be looked at before it is consumed.
final class ByteChunks {
  static let chunkByteCount = 64 << 10

  /// The current chunk is `bytes[0 ..< count]`.
  private(set) var bytes: [UInt8]
  private(set) var count = 0
  /// Bytes handed out so far.
  private(set) var byteCount: Int64 = 0
  private var source: any ByteSource
  private var isPeeked = false

  init(_ source: any ByteSource, buffer: [UInt8]) {
    self.source = source
    bytes = buffer
  }

  /// A buffer for `init`.
  static func makeBuffer() -> [UInt8] { Array(repeating: 0, count: chunkByteCount) }

  /// Reads the first chunk and keeps it for the next call of ``next()``.
  func peek() throws(ByteSourceFailure) {
    guard !isPeeked else { return }
    count = try source.read(into: &bytes)
    isPeeked = true
  }

  /// Goes to the next chunk; `false` at the end.
  func next() throws(ByteSourceFailure) -> Bool {
    if isPeeked {
      isPeeked = false
    } else {
      count = try source.read(into: &bytes)
    }
    byteCount += Int64(count)
    return count > 0
  }
}
