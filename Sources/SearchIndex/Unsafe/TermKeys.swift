public import TextAnalysis

/// Terms to be looked up together: their keys (stream byte and UTF-8) in one run of bytes, with their hashes.
public struct TermKeys: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private(set) var hashes: [UInt64] = []

  /// - Parameter count: of terms that are expected.
  public init(reserving count: Int = 1) {
    bytes.reserveCapacity(count * 12)
    ends.reserveCapacity(count)
    hashes.reserveCapacity(count)
  }

  public mutating func append(stream: TermStream, term: Span<UInt8>) { append(stream: stream.rawValue, term: term) }

  mutating func append(stream: UInt8, term: Span<UInt8>) {
    let start = bytes.count
    bytes.append(stream)
    unsafe term.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    hashes.append(unsafe bytes.withUnsafeBytes { unsafe TermHash.hash(UnsafeRawBufferPointer(rebasing: $0[start...])) })
  }

  func stream(at index: Int) -> TermStream {
    TermStream(rawValue: bytes[index == 0 ? 0 : ends[index - 1]]) ?? .word
  }

  /// So many bytes behind each key that is handed out may be read.
  static let paddingByteCount = 8

  /// Lends every key, in order.
  @inline(__always)
  func withEach(_ body: (_ index: Int, _ key: UnsafeRawBufferPointer) -> Void) {
    unsafe withUnsafeTemporaryAllocation(byteCount: bytes.count + Self.paddingByteCount, alignment: 1) { padded in
      unsafe bytes.withUnsafeBytes { unsafe padded.copyMemory(from: $0) }
      for place in bytes.count..<padded.count { unsafe padded[place] = 0 }
      var start = 0
      for index in ends.indices {
        unsafe body(index, UnsafeRawBufferPointer(rebasing: padded[start..<ends[index]]))
        start = ends[index]
      }
    }
  }
}
