/// Finds what a Korean word keeps when its longest particle or ending is taken off.
///
/// A trie over syllables read from the end of the word: its first level is a table by syllable, further children are in
/// one hash table.
struct KoreanEndings: Sendable {
  static let shared = KoreanEndings()

  /// Syllables that must stay, except before ``KoreanEndingList/afterOneSyllable``.
  static let minimumStemSyllableCount = 2

  /// What the word before an ending must end in; bits of a set, because forms may be in several groups.
  private enum Condition {
    static let afterFinal: UInt8 = 1
    static let afterVowel: UInt8 = 2
    static let afterRieul: UInt8 = 4
    static let any: UInt8 = 7
    /// The syllables are a noun's own: nothing is taken off.
    static let keep: UInt8 = 8
    /// One syllable before is enough.
    static let afterOneSyllable: UInt8 = 16
  }

  /// Node of each last syllable, 0 for none.
  private var roots: [UInt16]
  /// Per node: 0, or the conditions of the ending that is complete there.
  private var conditions: [UInt8]
  /// Per node: has it children?
  private var hasChildren: [Bool]
  /// Open addressing: `node << 32 | syllable` and the child.
  private var childKeys: [UInt64]
  private var children: [UInt16]

  private init() {
    var nodeOfPath: [[UInt32]: UInt16] = [:]
    var order: [[UInt32]] = [[]]
    var conditions: [UInt8] = [0]
    let groups: [(list: String, condition: UInt8)] = [
      (KoreanEndingList.afterAnySyllable, Condition.any),
      (KoreanEndingList.afterFinalConsonant, Condition.afterFinal | Condition.afterRieul),
      (KoreanEndingList.afterVowel, Condition.afterVowel),
      (KoreanEndingList.afterVowelOrRieul, Condition.afterVowel | Condition.afterRieul),
      (KoreanEndingList.nouns, Condition.keep),
      (KoreanEndingList.afterOneSyllable, Condition.afterOneSyllable),
    ]
    for (list, condition) in groups {
      for form in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        var path: [UInt32] = []
        for syllable in form.unicodeScalars.reversed() {
          path.append(syllable.value)
          if nodeOfPath[path] == nil {
            nodeOfPath[path] = UInt16(order.count)
            order.append(path)
            conditions.append(0)
          }
        }
        conditions[Int(nodeOfPath[path] ?? 0)] |= condition
      }
    }
    self.conditions = conditions
    hasChildren = [Bool](repeating: false, count: order.count)
    roots = [UInt16](repeating: 0, count: Int(HangulSyllable.last - HangulSyllable.first) + 1)
    childKeys = [UInt64](repeating: 0, count: 4096)
    children = [UInt16](repeating: 0, count: 4096)
    for (node, path) in order.enumerated().dropFirst() {
      if path.count == 1 {
        roots[Int(path[0] - HangulSyllable.first)] = UInt16(node)
      } else {
        let parent = nodeOfPath[Array(path.dropLast())] ?? 0
        hasChildren[Int(parent)] = true
        let key = UInt64(parent) << 32 | UInt64(path[path.count - 1])
        var slot = Self.slot(of: key)
        while childKeys[slot] != 0 { slot = (slot + 1) & 4095 }
        childKeys[slot] = key
        children[slot] = UInt16(node)
      }
    }
  }

  /// Syllables of a word that stay, at least one.
  ///
  /// - Parameters:
  ///   - word: Hangul syllables; letters standing alone match nothing.
  ///   - count: the syllables of the word, from the beginning of `word`.
  /// - Complexity: O(length of the longest ending).
  func stemCount(of word: Span<UInt32>, count: Int) -> Int {
    guard count > 1 else { return count }
    let last = word[count - 1]
    guard HangulSyllable.contains(last) else { return count }
    var node = roots[Int(last &- HangulSyllable.first)]
    var stem = count
    var taken = 0
    while node != 0 {
      taken += 1
      let condition = conditions[Int(node)]
      if condition != 0 {
        if condition & Condition.keep != 0 {
          stem = count
        } else if count - taken >= (condition & Condition.afterOneSyllable != 0 ? 1 : Self.minimumStemSyllableCount),
          holds(condition, after: word[count - taken - 1])
        {
          stem = count - taken
        }
      }
      guard taken < count, hasChildren[Int(node)] else { break }
      node = child(of: node, syllable: word[count - taken - 1])
    }
    // "회로는" is 회로 and 는, not 회 and 로는.
    return stem + 1 < count && endsInNoun(word, count: stem + 1) ? stem + 1 : stem
  }

  /// Are the first `count` syllables a particle or an ending and nothing else?
  /// - Complexity: O(`count`).
  func isEnding(_ word: Span<UInt32>, count: Int) -> Bool {
    guard count > 0, HangulSyllable.contains(word[count - 1]) else { return false }
    var node = roots[Int(word[count - 1] &- HangulSyllable.first)]
    for taken in 1..<count where node != 0 {
      node = hasChildren[Int(node)] ? child(of: node, syllable: word[count - taken - 1]) : 0
    }
    return node != 0 && conditions[Int(node)] & Condition.any != 0
  }

  /// Do the first `count` syllables end in one of ``KoreanEndingList/nouns``?
  private func endsInNoun(_ word: Span<UInt32>, count: Int) -> Bool {
    guard HangulSyllable.contains(word[count - 1]) else { return false }
    var node = roots[Int(word[count - 1] &- HangulSyllable.first)]
    var taken = 1
    while node != 0 {
      if conditions[Int(node)] & Condition.keep != 0 { return true }
      guard taken < count, hasChildren[Int(node)] else { return false }
      taken += 1
      node = child(of: node, syllable: word[count - taken])
    }
    return false
  }

  private func holds(_ condition: UInt8, after syllable: UInt32) -> Bool {
    guard HangulSyllable.contains(syllable) else { return true }
    switch HangulSyllable.final(of: syllable) {
    case 0: return condition & Condition.afterVowel != 0
    case HangulSyllable.rieulFinal: return condition & Condition.afterRieul != 0
    default: return condition & Condition.afterFinal != 0
    }
  }

  private func child(of node: UInt16, syllable: UInt32) -> UInt16 {
    let key = UInt64(node) << 32 | UInt64(syllable)
    var slot = Self.slot(of: key)
    while childKeys[slot] != 0 {
      if childKeys[slot] == key { return children[slot] }
      slot = (slot + 1) & 4095
    }
    return 0
  }

  private static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52) }
}
