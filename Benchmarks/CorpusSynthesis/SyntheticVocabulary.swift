/// Spells the word of each rank: frequent words short, all pronounceable, in no alphabetical order.
public struct SyntheticVocabulary: Sendable {
  private static let consonants = Array("bdfghjklmnprstvwyz".utf8)
  private static let vowels = Array("aeiou".utf8)
  private static let syllableCount = consonants.count * vowels.count

  /// Words with so many syllables: 90, 8,100, 729,000, ...
  public static func word(ofRank rank: Int) -> [UInt8] {
    var rest = rank
    var capacity = syllableCount
    var syllables = 1
    while rest >= capacity {
      rest -= capacity
      capacity *= syllableCount
      syllables += 1
    }
    // 7,919 shares no factor with 90: a permutation of the words of a length.
    var code = (rest * 7919 + 13) % capacity
    var word: [UInt8] = []
    for _ in 0..<syllables {
      word.append(consonants[code % consonants.count])
      code /= consonants.count
      word.append(vowels[code % vowels.count])
      code /= vowels.count
    }
    return word
  }

  public let wordCount: Int
  private let bytes: [UInt8]
  private let starts: [UInt32]

  public init(wordCount: Int) {
    self.wordCount = wordCount
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    for rank in 0..<wordCount {
      bytes += Self.word(ofRank: rank)
      starts.append(UInt32(bytes.count))
    }
    self.bytes = bytes
    self.starts = starts
  }

  public subscript(rank: Int) -> ArraySlice<UInt8> { bytes[Int(starts[rank])..<Int(starts[rank + 1])] }

  /// Words with a blank between them.
  public func text(of ranks: [UInt32]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(ranks.count * 7)
    for (place, rank) in ranks.enumerated() {
      if place > 0 { text.append(0x20) }
      text.append(contentsOf: self[Int(rank)])
    }
    return text
  }
}
