/// Martin Porter's second English stemmer ("Porter2", snowballstem.org/algorithms/english/stemmer.html, as of Snowball
/// 3.1), on bytes in place.
///
/// R1 is what follows the first non-vowel after a vowel, R2 the same within R1. A `y` that is a consonant is kept as
/// `Y` while stemming.
struct EnglishStemmer: Sendable {
  static let shared = EnglishStemmer()

  /// Whole words that the rules would treat wrongly, and their stems.
  let exceptions: [(word: [UInt8], stem: [UInt8])]
  private let exceptionWords: PackedWordSet
  /// Beginnings after which R1 starts, although the rule would say otherwise.
  private let regionPrefixes: [[UInt8]]
  /// Stems of words in -ing that are names of things: "evening" keeps its ending.
  let ingStems: [[UInt8]]
  let step2: SuffixRules
  let step3: SuffixRules
  let step4: SuffixRules

  private init() {
    let pairs = [
      ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"),
      ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"),
      ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    ]
    exceptions = pairs.map { (Array($0.0.utf8), Array($0.1.utf8)) }
    exceptionWords = PackedWordSet(letters: pairs.map(\.0).joined(separator: " "))
    regionPrefixes = ["arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers"].map {
      Array($0.utf8)
    }
    ingStems = ["even", "cann", "inn", "earr", "herr", "out"].map { Array($0.utf8) }
    step2 = SuffixRules([
      ("tional", "tion", .none), ("enci", "ence", .none), ("anci", "ance", .none), ("abli", "able", .none),
      ("entli", "ent", .none), ("izer", "ize", .none), ("ization", "ize", .none), ("ational", "ate", .none),
      ("ation", "ate", .none), ("ator", "ate", .none), ("alism", "al", .none), ("aliti", "al", .none),
      ("alli", "al", .none), ("fulness", "ful", .none), ("ousli", "ous", .none), ("ousness", "ous", .none),
      ("iveness", "ive", .none), ("iviti", "ive", .none), ("biliti", "ble", .none), ("bli", "ble", .none),
      ("ogist", "og", .none), ("ogi", "og", .afterL), ("fulli", "ful", .none), ("lessli", "less", .none),
      ("li", "", .afterLiLetter),
    ])
    step3 = SuffixRules([
      ("tional", "tion", .none), ("ational", "ate", .none), ("alize", "al", .none), ("icate", "ic", .none),
      ("iciti", "ic", .none), ("ical", "ic", .none), ("ful", "", .none), ("ness", "", .none), ("ative", "", .inR2),
    ])
    step4 = SuffixRules(
      [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti", "ous",
        "ive", "ize",
      ].map { ($0, "", .none) } + [("ion", "", .afterSOrT)])
  }

  /// Stems the word in the first `count` bytes in place.
  ///
  /// - Parameter word: letters a ... z.
  /// - Returns: the bytes of the stem, at most `count`.
  /// - Complexity: O(`count`).
  func stem(_ word: inout MutableSpan<UInt8>, count: Int) -> Int {
    guard count > 2 else { return count }
    if exceptionWords.contains(letters: word.span, count: count) { return stemException(&word, count: count) }
    let hasConsonantY = markConsonantY(&word, count: count)
    let (r1, r2) = regions(word.span, count: count)
    var length = step1a(&word, count: count)
    length = step1b(&word, count: length, r1: r1)
    length = step1c(&word, count: length)
    length = applyStep2(&word, count: length, r1: r1)
    length = applyStep3(&word, count: length, r1: r1, r2: r2)
    length = applyStep4(word.span, count: length, r2: r2)
    length = step5(word.span, count: length, r1: r1, r2: r2)
    if hasConsonantY {
      for index in 0..<length where word[index] == UInt8(ascii: "Y") { word[index] = UInt8(ascii: "y") }
    }
    return length
  }

  // MARK: Letters and regions

  /// a, e, i, o, u and y as a set of the low five bits of lower-case letters.
  @inline(__always)
  func isVowel(_ byte: UInt8) -> Bool {
    byte >= 0x61 && UInt32(0b0000_0010_0010_0000_1000_0010_0010_0010) >> UInt32(byte & 0x1F) & 1 == 1
  }

  @inline(__always)
  func containsVowel(_ word: Span<UInt8>, upTo end: Int) -> Bool {
    for index in 0..<max(0, end) where isVowel(word[index]) { return true }
    return false
  }

  private func markConsonantY(_ word: inout MutableSpan<UInt8>, count: Int) -> Bool {
    var isMarked = false
    for index in 0..<count
    where word[index] == UInt8(ascii: "y") && (index == 0 || isVowel(word[index - 1])) {
      word[index] = UInt8(ascii: "Y")
      isMarked = true
    }
    return isMarked
  }

  private func regions(_ word: Span<UInt8>, count: Int) -> (r1: Int, r2: Int) {
    var r1 = afterVowelAndNonVowel(word, from: 0, count: count)
    switch word[0] {
    case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "i"),
      UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "p"), UInt8(ascii: "u"):
      for prefix in regionPrefixes where isEqual(word, count: min(count, prefix.count), to: prefix) {
        r1 = prefix.count
      }
    default: break
    }
    return (r1, afterVowelAndNonVowel(word, from: r1, count: count))
  }

  @inline(__always)
  private func afterVowelAndNonVowel(_ word: Span<UInt8>, from start: Int, count: Int) -> Int {
    var index = start
    while index < count, !isVowel(word[index]) { index += 1 }
    while index < count, isVowel(word[index]) { index += 1 }
    return min(index + 1, count)
  }

  func isEqual(_ word: Span<UInt8>, count: Int, to bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    for index in 0..<count where word[index] != bytes[index] { return false }
    return true
  }

  /// A vowel and a non-vowel other than w, x and Y after a non-vowel; or a word of vowel and non-vowel; or "past".
  func endsInShortSyllable(_ word: Span<UInt8>, count: Int) -> Bool {
    guard count >= 2, !isVowel(word[count - 1]), isVowel(word[count - 2]) else {
      return count >= 4 && word[count - 4] == UInt8(ascii: "p") && word[count - 3] == UInt8(ascii: "a")
        && word[count - 2] == UInt8(ascii: "s") && word[count - 1] == UInt8(ascii: "t")
    }
    if count == 2 { return true }
    switch word[count - 1] {
    case UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "Y"): return false
    default: return !isVowel(word[count - 3])
    }
  }
}
