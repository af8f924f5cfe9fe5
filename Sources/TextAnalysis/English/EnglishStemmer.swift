/// Martin Porter's second English stemmer ("Porter2", snowballstem.org/algorithms/english/stemmer.html, as of Snowball
/// 3.1), on bytes in place.
///
/// R1 is what follows the first non-vowel after a vowel, R2 the same within R1. A `y` that is a consonant is kept as
/// `Y` while stemming.
struct EnglishStemmer: Sendable {
  static let shared = EnglishStemmer()

  /// Whole words that the rules would treat wrongly, and their stems.
  private let exceptions: [(word: [UInt8], stem: [UInt8])]
  private let exceptionWords: LowercaseWordSet
  /// Beginnings after which R1 starts, although the rule would say otherwise.
  private let regionPrefixes: [[UInt8]]
  /// Stems of words in -ing that are names of things: "evening" keeps its ending.
  private let ingStems: [[UInt8]]
  private let step2: SuffixRules
  private let step3: SuffixRules
  private let step4: SuffixRules

  private init() {
    let pairs = [
      ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"),
      ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"),
      ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    ]
    exceptions = pairs.map { (Array($0.0.utf8), Array($0.1.utf8)) }
    exceptionWords = LowercaseWordSet(pairs.map(\.0))
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
    if exceptionWords.contains(word.span, count: count) { return stemException(&word, count: count) }
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
  private func isVowel(_ byte: UInt8) -> Bool {
    byte >= 0x61 && UInt32(0b0000_0010_0010_0000_1000_0010_0010_0010) >> UInt32(byte & 0x1F) & 1 == 1
  }

  @inline(__always)
  private func containsVowel(_ word: Span<UInt8>, upTo end: Int) -> Bool {
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

  private func isEqual(_ word: Span<UInt8>, count: Int, to bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    for index in 0..<count where word[index] != bytes[index] { return false }
    return true
  }

  /// A vowel and a non-vowel other than w, x and Y after a non-vowel; or a word of vowel and non-vowel; or "past".
  private func endsInShortSyllable(_ word: Span<UInt8>, count: Int) -> Bool {
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

  // MARK: Steps

  private func stemException(_ word: inout MutableSpan<UInt8>, count: Int) -> Int {
    for exception in exceptions where isEqual(word.span, count: count, to: exception.word) {
      for (index, byte) in exception.stem.enumerated() { word[index] = byte }
      return exception.stem.count
    }
    return count
  }

  /// Plurals.
  private func step1a(_ word: inout MutableSpan<UInt8>, count: Int) -> Int {
    let last = word[count - 1]
    let isIE = count >= 3 && word[count - 2] == UInt8(ascii: "e") && word[count - 3] == UInt8(ascii: "i")
    if isIE, last == UInt8(ascii: "d") || last == UInt8(ascii: "s") { return count > 4 ? count - 2 : count - 1 }
    guard last == UInt8(ascii: "s") else { return count }
    switch word[count - 2] {
    case UInt8(ascii: "u"), UInt8(ascii: "s"): return count
    case UInt8(ascii: "e")
    where count >= 4 && word[count - 3] == UInt8(ascii: "s") && word[count - 4] == UInt8(ascii: "s"):
      return count - 2
    default: return containsVowel(word.span, upTo: count - 2) ? count - 1 : count
    }
  }

  /// Past and progressive forms.
  private func step1b(_ word: inout MutableSpan<UInt8>, count: Int, r1: Int) -> Int {
    // "-edly" and "-ingly" as "-ed" and "-ing".
    var end = count
    if end > 4, word[end - 1] == UInt8(ascii: "y"), word[end - 2] == UInt8(ascii: "l") { end -= 2 }
    guard end >= 2 else { return count }
    let isED = word[end - 1] == UInt8(ascii: "d") && word[end - 2] == UInt8(ascii: "e")
    let isING =
      end >= 3 && word[end - 1] == UInt8(ascii: "g") && word[end - 2] == UInt8(ascii: "n")
      && word[end - 3] == UInt8(ascii: "i")
    guard isED || isING else { return count }
    let stemEnd = isED ? end - 2 : end - 3

    if isED, stemEnd >= 1, word[stemEnd - 1] == UInt8(ascii: "e") {
      // "-eed": to "-ee" in R1, but not in proceed, succeed and exceed.
      let begin = stemEnd - 1
      guard begin >= r1 else { return count }
      let isLatinVerb =
        (begin == 4 && isEqual(word.span, count: 4, to: [0x70, 0x72, 0x6F, 0x63]))
        || (begin == 4 && isEqual(word.span, count: 4, to: [0x73, 0x75, 0x63, 0x63]))
        || (begin == 3 && isEqual(word.span, count: 3, to: [0x65, 0x78, 0x63]))
      return isLatinVerb ? count : begin + 2
    }
    if isING, end == count {
      if stemEnd == 2, word[1] == UInt8(ascii: "y"), !isVowel(word[0]) {
        // dying, lying, tying
        word[1] = UInt8(ascii: "i")
        word[2] = UInt8(ascii: "e")
        return 3
      }
      for stem in ingStems where isEqual(word.span, count: min(stemEnd, 8), to: stem) { return count }
    }
    guard containsVowel(word.span, upTo: stemEnd) else { return count }
    return restoreEnding(&word, count: stemEnd, r1: r1)
  }

  /// What a verb had before its ending: "hop(p)ing", "hop(e)ing".
  private func restoreEnding(_ word: inout MutableSpan<UInt8>, count: Int, r1: Int) -> Int {
    guard count >= 2 else {
      return count == r1 && endsInShortSyllable(word.span, count: count) ? appendE(&word, count: count) : count
    }
    let (last, secondLast) = (word[count - 1], word[count - 2])
    switch (secondLast, last) {
    case (UInt8(ascii: "a"), UInt8(ascii: "t")), (UInt8(ascii: "b"), UInt8(ascii: "l")),
      (UInt8(ascii: "i"), UInt8(ascii: "z")):
      return appendE(&word, count: count)
    default: break
    }
    if last == secondLast {
      switch last {
      case UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "g"), UInt8(ascii: "m"),
        UInt8(ascii: "n"), UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        // add, egg, off keep both letters.
        let isShortWord =
          count == 3
          && (word[0] == UInt8(ascii: "a") || word[0] == UInt8(ascii: "e") || word[0] == UInt8(ascii: "o"))
        return isShortWord ? count : count - 1
      default: break
      }
    }
    return count == r1 && endsInShortSyllable(word.span, count: count) ? appendE(&word, count: count) : count
  }

  private func appendE(_ word: inout MutableSpan<UInt8>, count: Int) -> Int {
    word[count] = UInt8(ascii: "e")
    return count + 1
  }

  /// A final y after a consonant that does not begin the word.
  private func step1c(_ word: inout MutableSpan<UInt8>, count: Int) -> Int {
    let last = word[count - 1]
    if count > 2, last == UInt8(ascii: "y") || last == UInt8(ascii: "Y"), !isVowel(word[count - 2]) {
      word[count - 1] = UInt8(ascii: "i")
    }
    return count
  }

  private func applyStep2(_ word: inout MutableSpan<UInt8>, count: Int, r1: Int) -> Int {
    guard let match = step2.longestMatch(WordTail(word.span, count: count)) else { return count }
    let rule = step2[match]
    let begin = count - rule.suffixByteCount
    guard begin >= r1 else { return count }
    switch rule.condition {
    case .afterL:
      guard begin >= 1, word[begin - 1] == UInt8(ascii: "l") else { return count }
    case .afterLiLetter:
      guard begin >= 1 else { return count }
      switch word[begin - 1] {
      case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "h"),
        UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        break
      default: return count
      }
    case .none, .afterSOrT, .inR2: break
    }
    return replace(&word, from: begin, with: rule.replacement)
  }

  private func applyStep3(_ word: inout MutableSpan<UInt8>, count: Int, r1: Int, r2: Int) -> Int {
    guard let match = step3.longestMatch(WordTail(word.span, count: count)) else { return count }
    let rule = step3[match]
    let begin = count - rule.suffixByteCount
    guard begin >= r1, rule.condition != .inR2 || begin >= r2 else { return count }
    return replace(&word, from: begin, with: rule.replacement)
  }

  private func applyStep4(_ word: Span<UInt8>, count: Int, r2: Int) -> Int {
    guard let match = step4.longestMatch(WordTail(word, count: count)) else { return count }
    let rule = step4[match]
    let begin = count - rule.suffixByteCount
    guard begin >= r2 else { return count }
    if rule.condition == .afterSOrT {
      guard begin >= 1, word[begin - 1] == UInt8(ascii: "s") || word[begin - 1] == UInt8(ascii: "t") else {
        return count
      }
    }
    return begin
  }

  private func step5(_ word: Span<UInt8>, count: Int, r1: Int, r2: Int) -> Int {
    guard count >= 1 else { return count }
    let begin = count - 1
    switch word[begin] {
    case UInt8(ascii: "e"):
      if begin >= r2 { return begin }
      return begin >= r1 && !endsInShortSyllable(word, count: begin) ? begin : count
    case UInt8(ascii: "l"):
      return begin >= r2 && begin >= 1 && word[begin - 1] == UInt8(ascii: "l") ? begin : count
    default: return count
    }
  }

  @inline(__always)
  private func replace(_ word: inout MutableSpan<UInt8>, from begin: Int, with replacement: [UInt8]) -> Int {
    for index in 0..<replacement.count { word[begin + index] = replacement[index] }
    return begin + replacement.count
  }
}
