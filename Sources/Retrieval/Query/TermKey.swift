import SearchIndex
import TextAnalysis

/// A term as the key of a dictionary.
struct TermKey: Hashable {
  var stream: TermStream
  var bytes: [UInt8]

  /// One word to hash instead of a byte at a time.
  func hash(into hasher: inout Hasher) { hasher.combine(TermHash.hash(bytes)) }
}
