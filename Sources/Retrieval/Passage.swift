import SearchIndex
public import TextAnalysis

/// A piece of a text that shows why it was found, with the words that matched.
public struct Passage: Hashable, Sendable {
  public var text: String
  /// UTF-8 byte ranges of the matches in ``text``, ascending and apart.
  public var matches: [Range<Int>]

  public init(text: String, matches: [Range<Int>]) {
    self.text = text
    self.matches = matches
  }
}

/// Finds the passage of a text that holds the most of a query.
public struct PassageFinder: Sendable {
  private let analyzer: any TextAnalyzer
  private var terms: [(key: TermKey, weight: Float)] = []
  /// Numbers of terms by hash, open addressing: a text has many words, and few of them are the query's.
  private var slots: [Int32]

  private struct Match {
    var term: Int
    var start: Int
    var end: Int
  }

  /// - Parameter terms: the query's terms and how much each says, usually its weight times its idf.
  public init(terms: [(term: WeightedTerm, weight: Float)], analyzer: any TextAnalyzer) {
    self.analyzer = analyzer
    var slotCount = 8
    while slotCount < terms.count * 4 { slotCount *= 2 }
    slots = Array(repeating: -1, count: slotCount)
    for (term, weight) in terms {
      let slot = slot(of: term.bytes[...], in: term.stream)
      if slots[slot] < 0 {
        slots[slot] = Int32(self.terms.count)
        self.terms.append((TermKey(stream: term.stream, bytes: term.bytes), weight))
      } else {
        self.terms[Int(slots[slot])].weight += weight
      }
    }
  }

  /// Where a term stands, or would stand.
  private func slot(of bytes: ArraySlice<UInt8>, in stream: TermStream) -> Int {
    var slot = Int(truncatingIfNeeded: TermHash.hash(bytes)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let term = Int(slots[slot])
      if terms[term].key.stream == stream, terms[term].key.bytes.elementsEqual(bytes) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// The best passage of about `byteCount` bytes, begun and ended at the borders of sentences or words; `nil` where
  /// the text holds no term of the query. Each term counts once in a passage.
  ///
  /// - Complexity: linear in the text, and in its sentences times its matches.
  public func best(in text: String, byteCount: Int = 280) -> Passage? {
    var content = text
    content.makeContiguousUTF8()
    var buffer = TokenBuffer()
    analyzer.analyze(content.utf8.span, into: &buffer)
    let matches = buffer.tokens.compactMap { token -> Match? in
      let term = slots[slot(of: buffer.term(of: token), in: token.stream)]
      return term < 0 ? nil : Match(term: Int(term), start: Int(token.sourceStart), end: Int(token.sourceEnd))
    }
    guard !matches.isEmpty else { return nil }
    let borders = Self.sentenceStarts(in: content)
    var best: (score: Float, range: Range<Int>)?
    // Behind which border each term was counted last.
    var counted = Array(repeating: -1, count: terms.count)
    for border in borders {
      let range = border..<min(border + byteCount, content.utf8.count)
      var score: Float = 0
      for match in matches where match.start >= range.lowerBound && match.end <= range.upperBound {
        guard counted[match.term] != border else { continue }
        counted[match.term] = border
        score += terms[match.term].weight
      }
      if score > best?.score ?? 0 { best = (score, range) }
    }
    // Where no match is near the start of a sentence, the first match decides.
    let range = best?.range ?? matches[0].start..<min(matches[0].start + byteCount, content.utf8.count)
    return Self.passage(of: content, range: range, matches: matches.map { $0.start..<$0.end })
  }

  /// Offsets behind the ends of sentences, and offset 0.
  private static func sentenceStarts(in text: String) -> [Int] {
    var starts = [0]
    var offset = 0
    var isAfterStop = false
    for scalar in text.unicodeScalars {
      let isBlank = isBlank(scalar)
      if isAfterStop, !isBlank {
        starts.append(offset)
        isAfterStop = false
      }
      switch scalar {
      case ".", "!", "?", "。", "\n": isAfterStop = true
      default: if !isBlank { isAfterStop = false }
      }
      offset += UTF8.width(scalar)
    }
    return starts
  }

  /// What Unicode calls white space (PropList.txt, White_Space), without a look into its tables for each syllable.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func passage(of text: String, range: Range<Int>, matches: [Range<Int>]) -> Passage {
    let bytes = Array(text.utf8)
    var (lower, upper) = (range.lowerBound, range.upperBound)
    // Not in the middle of a word: back to a blank, at most so far that half remains.
    let isCut = upper < bytes.count
    if isCut {
      var end = upper
      while end > (lower + upper) / 2, bytes[end] != 0x20, bytes[end] != 0x0A { end -= 1 }
      if end > (lower + upper) / 2 { upper = end }
    }
    while lower < bytes.count, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    let content = bytes[lower..<upper].map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
    var merged: [Range<Int>] = []
    for match in matches.sorted(by: { $0.lowerBound < $1.lowerBound })
    where match.lowerBound >= lower && match.upperBound <= upper {
      let shifted = match.lowerBound - lower..<match.upperBound - lower
      if let last = merged.last, shifted.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, shifted.upperBound)
      } else {
        merged.append(shifted)
      }
    }
    return Passage(text: String(decoding: content, as: UTF8.self) + (isCut ? " …" : ""), matches: merged)
  }
}
