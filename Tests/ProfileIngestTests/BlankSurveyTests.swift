import TestCorpora
import Testing

@testable import ProfileIngest

@Suite struct BlankSurveyTests {
  @Test func `eight bytes at a time tell the same as one by one`() {
    var random = SplitMix64(seed: 5)
    let bytes: [UInt8] = [0x09, 0x1F, 0x20, 0x21, 0x41, 0x7F, 0x80, 0xA0, 0xCC, 0xCD, 0xCE, 0xE0, 0xE1, 0xE3, 0xFF]
    for _ in 0..<4000 {
      let text = (0..<random.next(upTo: 40)).map { _ in
        random.next(upTo: 4) == 0 ? bytes[random.next(upTo: bytes.count)] : UInt8(0x61 + random.next(upTo: 26))
      }
      let survey = BlankSurvey(text)
      // Blanks at both ends, and runs of them.
      let padded = [0x20] + text + [0x20]
      let hasRuns = zip(padded, padded.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
      #expect(survey.hasBlanksToMend == (text.isEmpty || hasRuns || text.contains { $0 < 0x20 }))
      #expect(survey.mayBeDecomposed == text.contains { [0xCC, 0xCD, 0xE1, 0xE3].contains($0) })
    }
  }
}
