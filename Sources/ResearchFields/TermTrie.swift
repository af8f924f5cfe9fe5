/// Finds terms in text in one pass: English ones at the beginning of words, Korean ones anywhere.
struct TermTrie: Sendable {
  private struct Node: Sendable {
    var children: [UInt8: Int] = [:]
    /// Terms that end here.
    var terms: [Int] = []
  }

  private var nodes = [Node()]

  init(_ terms: [(field: String, term: String)]) {
    for (index, entry) in terms.enumerated() {
      var node = 0
      for byte in Self.normalized(entry.term, keepsLastBlank: true) {
        if let next = nodes[node].children[byte] {
          node = next
        } else {
          nodes.append(Node())
          nodes[node].children[byte] = nodes.count - 1
          node = nodes.count - 1
        }
      }
      nodes[node].terms.append(index)
    }
  }

  /// How often each term stands in the text, in the order of the terms.
  func hits(in text: String) -> [(term: Int, count: Int)] {
    let bytes = Self.normalized(text, keepsLastBlank: false) + [0x20]
    var counts: [Int: Int] = [:]
    for start in bytes.indices {
      let isWordStart = start == 0 || bytes[start - 1] == 0x20
      // Bytes that begin a character beyond ASCII.
      guard isWordStart || bytes[start] >= 0xC0 else { continue }
      var node = 0
      var index = start
      while index < bytes.count, let next = nodes[node].children[bytes[index]] {
        node = next
        index += 1
        for term in nodes[node].terms { counts[term, default: 0] += 1 }
      }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Lower case, one blank for every run of what is neither letter nor digit.
  private static func normalized(_ text: String, keepsLastBlank: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    var hasBlank = false
    for byte in text.lowercased().utf8 {
      let isWord = byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7A
      if isWord {
        if hasBlank, !bytes.isEmpty { bytes.append(0x20) }
        hasBlank = false
        bytes.append(byte)
      } else {
        hasBlank = true
      }
    }
    if keepsLastBlank, hasBlank { bytes.append(0x20) }
    return bytes
  }
}
