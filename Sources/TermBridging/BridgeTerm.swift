public import TextAnalysis

/// A term of the index, and how much it counts.
public struct BridgeTerm: Hashable, Sendable {
  public var stream: TermStream
  /// UTF-8.
  public var bytes: [UInt8]
  /// Factor of the term's score; > 0.
  public var weight: Float

  public init(stream: TermStream, bytes: [UInt8], weight: Float = 1) {
    self.stream = stream
    self.bytes = bytes
    self.weight = weight
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The term without its weight.
  var key: Key { Key(stream: stream, bytes: bytes) }

  struct Key: Hashable, Comparable {
    var stream: TermStream
    var bytes: [UInt8]

    static func < (left: Key, right: Key) -> Bool {
      if left.stream != right.stream { return left.stream.rawValue < right.stream.rawValue }
      return left.bytes.lexicographicallyPrecedes(right.bytes)
    }
  }
}
