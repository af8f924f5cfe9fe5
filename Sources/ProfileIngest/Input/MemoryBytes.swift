/// Bytes that are in memory already.
final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: inout [UInt8]) -> Int {
    let count = min(buffer.count, bytes.count - offset)
    buffer.replaceSubrange(0..<count, with: bytes[offset..<offset + count])
    offset += count
    return count
  }
}
