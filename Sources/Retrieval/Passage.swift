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
  private let weights: [TermKey: Float]

  private struct Match {
    var key: TermKey
    var start: Int
    var end: Int
    var weight: Float
  }

  /// - Parameter terms: the query's terms and how much each says, usually its weight times its idf.
  public init(terms: [(term: WeightedTerm, weight: Float)], analyzer: any TextAnalyzer) {
    self.analyzer = analyzer
    var weights: [TermKey: Float] = [:]
    for (term, weight) in terms { weights[TermKey(stream: term.stream, bytes: term.bytes), default: 0] += weight }
    self.weights = weights
  }

  /// The best passage of about `byteCount` bytes, begun and ended at the borders of sentences or words; `nil` where
  /// the text holds no term of the query. Each term counts once in a passage.
  ///
  /// - Complexity: linear in the text, and in matches times the matches of a passage.
  public func best(in text: String, byteCount: Int = 280) -> Passage? {
    var content = text
    content.makeContiguousUTF8()
    var buffer = TokenBuffer()
    analyzer.analyze(content.utf8.span, into: &buffer)
    let matches = buffer.tokens.compactMap { token -> Match? in
      let key = TermKey(stream: token.stream, bytes: Array(buffer.term(of: token)))
      guard let weight = weights[key] else { return nil }
      return Match(key: key, start: Int(token.sourceStart), end: Int(token.sourceEnd), weight: weight)
    }
    guard !matches.isEmpty else { return nil }
    let borders = Self.sentenceStarts(in: content)
    var best: (score: Float, range: Range<Int>)?
    for border in borders {
      let range = border..<min(border + byteCount, content.utf8.count)
      var seen: Set<TermKey> = []
      var score: Float = 0
      for match in matches where match.start >= range.lowerBound && match.end <= range.upperBound {
        if seen.insert(match.key).inserted { score += match.weight }
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
      let isBlank = scalar.isASCII ? isASCIIBlank(scalar) : scalar.properties.isWhitespace
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

  /// What Unicode calls white space, below U+0080.
  private static func isASCIIBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x09...0x0D).contains(scalar.value)
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
