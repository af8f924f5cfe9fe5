public import TextAnalysis

/// Terms to be looked up together: their keys (stream byte and UTF-8) in one run of bytes, with their hashes.
public struct TermKeys: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private(set) var hashes: [UInt64] = []

  public init() {}

  public mutating func append(stream: TermStream, term: [UInt8]) { append(stream: stream.rawValue, term: term) }

  mutating func append(stream: UInt8, term: [UInt8]) {
    let start = bytes.count
    bytes.append(stream)
    bytes.append(contentsOf: term)
    ends.append(bytes.count)
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe hashes.append(TermHash.hash(UnsafeRawBufferPointer(rebasing: bytes[start...])))
    }
  }

  var streams: [UInt8] { (0..<ends.count).map { bytes[$0 == 0 ? 0 : ends[$0 - 1]] } }

  /// The results of `body` for every key, in order.
  func withEach<Result>(_ body: (_ index: Int, _ key: UnsafeRawBufferPointer) -> Result) -> [Result] {
    unsafe bytes.withUnsafeBytes { bytes in
      var start = 0
      return ends.enumerated().map { index, end in
        defer { start = end }
        return unsafe body(index, UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
    }
  }
}
