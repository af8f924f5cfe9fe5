/// Phrases that are looked for anywhere in a text, all in one pass.
///
/// `String.contains(_:)` prepares a searcher for each call: hundreds of times slower for the short names that this is for.
struct PhraseSet: Sendable {
  /// The phrases by their first byte.
  private let phrases: [[[UInt8]]]

  init(_ phrases: [String]) {
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      if let first = bytes.first { byFirst[Int(first)].append(bytes) }
    }
    self.phrases = byFirst
  }

  /// Whether any of the phrases occurs, byte for byte.
  ///
  /// - Complexity: the text's length times the phrases that share a first byte.
  func occurs(in text: [UInt8]) -> Bool {
    for start in text.indices {
      let candidates = phrases[Int(text[start])]
      if candidates.isEmpty { continue }
      for phrase in candidates where phrase.count <= text.count - start {
        var length = 1
        while length < phrase.count, text[start + length] == phrase[length] { length += 1 }
        if length == phrase.count { return true }
      }
    }
    return false
  }
}
