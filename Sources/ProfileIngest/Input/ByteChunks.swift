/// The chunks of a ``ByteSource``, in one buffer; the first can be looked at before it is consumed.
final class ByteChunks {
  /// The memory of a chunk, kept from file to file.
  final class Buffer {
    fileprivate(set) var bytes = [UInt8](repeating: 0, count: 64 << 10)
  }

  /// The current chunk is `bytes[0 ..< count]`. Do not keep the array: that would make the next chunk a copy.
  var bytes: [UInt8] { buffer.bytes }
  private(set) var count = 0
  /// Bytes handed out so far.
  private(set) var byteCount: Int64 = 0
  private let source: any ByteSource
  private let buffer: Buffer
  private var isPeeked = false

  init(_ source: any ByteSource, buffer: Buffer = Buffer()) {
    self.source = source
    self.buffer = buffer
  }

  /// Reads the first chunk and keeps it for the next call of ``next()``.
  func peek() throws(ByteSourceFailure) {
    guard !isPeeked else { return }
    count = try source.read(into: &buffer.bytes)
    isPeeked = true
  }

  /// Goes to the next chunk; `false` at the end.
  func next() throws(ByteSourceFailure) -> Bool {
    if isPeeked {
      isPeeked = false
    } else {
      count = try source.read(into: &buffer.bytes)
    }
    byteCount += Int64(count)
    return count > 0
  }
}
