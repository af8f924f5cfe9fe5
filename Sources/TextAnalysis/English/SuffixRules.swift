/// Rewriting rules of one step of a stemmer: the longest suffix that a word has decides.
struct SuffixRules: Sendable {
  struct Rule: Sendable {
    var suffix: WordTail
    var suffixByteCount: Int
    var replacement: [UInt8]
    /// What the step's own code has to check or do.
    var condition: Condition
  }

  enum Condition: Sendable {
    /// The suffix begins in the region that the step works in.
    case none
    /// An `l` stands before the suffix.
    case afterL
    /// A letter that takes the ending -li stands before the suffix.
    case afterLiLetter
    /// An `s` or a `t` stands before the suffix.
    case afterSOrT
    /// The suffix begins in R2.
    case inR2
  }

  private let rules: [Rule]
  /// First and last rule of each last letter a ... z, with 26 fields beginning and one closing.
  private let starts: [Int]

  /// - Parameter rules: suffix, replacement and condition; suffixes of 1 ... 8 letters a ... z.
  init(_ rules: [(suffix: String, replacement: String, condition: Condition)]) {
    let sorted = rules.map { rule in
      Rule(
        suffix: WordTail(rule.suffix), suffixByteCount: rule.suffix.utf8.count,
        replacement: Array(rule.replacement.utf8), condition: rule.condition)
    }.sorted { left, right in
      let (leftLast, rightLast) = (left.suffix.lastByte, right.suffix.lastByte)
      if leftLast != rightLast { return leftLast < rightLast }
      if left.suffixByteCount != right.suffixByteCount { return left.suffixByteCount > right.suffixByteCount }
      return left.suffix.packed < right.suffix.packed
    }
    self.rules = sorted
    starts = (0...26).map { letter in sorted.prefix { $0.suffix.lastByte < 0x61 + letter }.count }
  }

  /// Index of the rule with the longest suffix of a word, or `nil`.
  @inline(__always)
  func longestMatch(_ tail: WordTail) -> Int? {
    let letter = Int(tail.lastByte) - 0x61
    guard letter >= 0, letter < 26 else { return nil }
    for index in starts[letter]..<starts[letter + 1]
    where tail.hasSuffix(rules[index].suffix, count: rules[index].suffixByteCount) {
      return index
    }
    return nil
  }

  subscript(index: Int) -> Rule { rules[index] }
}
