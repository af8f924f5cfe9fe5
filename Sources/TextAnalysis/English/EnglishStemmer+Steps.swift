/// The steps in order. Each takes the word's length and returns the new one.
extension EnglishStemmer {
  func stemException(_ word: inout MutableSpan<UInt8>, count: Int) -> Int {
    for exception in exceptions where isEqual(word.span, count: count, to: exception.word) {
      for (index, byte) in exception.stem.enumerated() { word[index] = byte }
      return exception.stem.count
    }
    return count
  }

  /// Plurals.
  func step1a(_ word: inout MutableSpan<UInt8>, count: Int) -> Int {
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
  func step1b(_ word: inout MutableSpan<UInt8>, count: Int, r1: Int) -> Int {
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
  func step1c(_ word: inout MutableSpan<UInt8>, count: Int) -> Int {
    let last = word[count - 1]
    if count > 2, last == UInt8(ascii: "y") || last == UInt8(ascii: "Y"), !isVowel(word[count - 2]) {
      word[count - 1] = UInt8(ascii: "i")
    }
    return count
  }

  func applyStep2(_ word: inout MutableSpan<UInt8>, count: Int, r1: Int) -> Int {
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

  func applyStep3(_ word: inout MutableSpan<UInt8>, count: Int, r1: Int, r2: Int) -> Int {
    guard let match = step3.longestMatch(WordTail(word.span, count: count)) else { return count }
    let rule = step3[match]
    let begin = count - rule.suffixByteCount
    guard begin >= r1, rule.condition != .inR2 || begin >= r2 else { return count }
    return replace(&word, from: begin, with: rule.replacement)
  }

  func applyStep4(_ word: Span<UInt8>, count: Int, r2: Int) -> Int {
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

  func step5(_ word: Span<UInt8>, count: Int, r1: Int, r2: Int) -> Int {
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
