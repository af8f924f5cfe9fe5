/// Composing Hangul from jamo: decomposed text (NFD, as macOS writes file names), letters of the keyboard, and
/// half-width letters.
extension WordScanner {
  /// A conjoining jamo, U+1100 ... U+11FF.
  mutating func acceptJamo(_ scalar: UInt32, sourceStart: Int, sourceEnd: Int, into buffer: inout TokenBuffer) {
    switch scalar {
    case 0x1100...0x1112:
      let leading = scalar - 0x1100
      appendSyllable(
        HangulSyllable.letter(ofLeading: leading), .hangul, sourceStart: sourceStart, sourceEnd: sourceEnd,
        into: &buffer)
      syllabic.jamoState = .leading(leading)
    case 0x1161...0x1175:
      let vowel = scalar - 0x1161
      if run == .hangul, case .leading(let leading) = syllabic.jamoState {
        syllabic.replaceLast(
          by: HangulSyllable.compose(leading: leading, vowel: vowel, final: 0), sourceEnd: sourceEnd)
        syllabic.jamoState = .complete
      } else {
        appendSyllable(
          HangulSyllable.letter(ofVowel: vowel), .hangul, sourceStart: sourceStart, sourceEnd: sourceEnd,
          into: &buffer)
      }
    case 0x11A8...0x11C2:
      let final = scalar - 0x11A7
      if run == .hangul, syllabic.count > 0, syllabic.jamoState == .complete,
        isOpenSyllable(syllabic.scalars[syllabic.count - 1])
      {
        syllabic.replaceLast(by: syllabic.scalars[syllabic.count - 1] + final, sourceEnd: sourceEnd)
      } else {
        appendSyllable(
          HangulSyllable.letter(ofFinal: final), .hangul, sourceStart: sourceStart, sourceEnd: sourceEnd,
          into: &buffer)
      }
    default:
      // Letters of old Korean, and fillers.
      finishWord(into: &buffer)
    }
  }

  /// A letter of the keyboard, U+3131 ... U+3163: a consonant is a final until a vowel follows.
  mutating func acceptJamoLetter(
    _ letter: UInt32, sourceStart: Int, sourceEnd: Int, into buffer: inout TokenBuffer
  ) {
    let state = run == .hangul ? syllabic.jamoState : .complete
    guard letter >= 0x314F else {
      let leading = HangulSyllable.leading(ofLetter: letter)
      if case .typedOpenSyllable = state, let final = HangulSyllable.final(ofLetter: letter) {
        let last = syllabic.count - 1
        let endBefore = syllabic.sourceEnds[last]
        syllabic.replaceLast(by: syllabic.scalars[last] + final, sourceEnd: sourceEnd)
        syllabic.jamoState = .typedClosedSyllable(
          leadingOfFinal: leading, sourceStart: UInt32(truncatingIfNeeded: sourceStart), sourceEndBefore: endBefore)
        return
      }
      appendSyllable(letter, .hangul, sourceStart: sourceStart, sourceEnd: sourceEnd, into: &buffer)
      if let leading { syllabic.jamoState = .leading(leading) }
      return
    }
    let vowel = letter - 0x314F
    switch state {
    case .leading(let leading):
      syllabic.replaceLast(
        by: HangulSyllable.compose(leading: leading, vowel: vowel, final: 0), sourceEnd: sourceEnd)
      syllabic.jamoState = .typedOpenSyllable
    case .typedClosedSyllable(let leading?, let start, let endBefore):
      let last = syllabic.count - 1
      let closed = syllabic.scalars[last]
      syllabic.scalars[last] = closed - HangulSyllable.final(of: closed)
      syllabic.sourceEnds[last] = endBefore
      appendSyllable(
        HangulSyllable.compose(leading: leading, vowel: vowel, final: 0), .hangul, sourceStart: Int(start),
        sourceEnd: sourceEnd, into: &buffer)
      syllabic.jamoState = .typedOpenSyllable
    default:
      appendSyllable(letter, .hangul, sourceStart: sourceStart, sourceEnd: sourceEnd, into: &buffer)
    }
  }

  private func isOpenSyllable(_ scalar: UInt32) -> Bool {
    HangulSyllable.contains(scalar) && HangulSyllable.final(of: scalar) == 0
  }
}
