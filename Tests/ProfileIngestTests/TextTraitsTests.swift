import TestCorpora
import Testing

@testable import ProfileIngest

@Suite struct TextTraitsTests {
  @Test func `sixteen bytes at a time tell the same as one by one`() {
    var random = SplitMix64(seed: 5)
    let bytes: [UInt8] = [
      0x09, 0x1F, 0x20, 0x21, 0x26, 0x3C, 0x3D, 0x3E, 0x41, 0x7F, 0x80, 0xA0, 0xC0, 0xC1, 0xC2, 0xCC, 0xCD, 0xCE, 0xE0,
      0xE1,
      0xE2, 0xE3, 0xF0, 0xF1, 0xFF,
    ]
    for _ in 0..<6000 {
      let text = (0..<random.next(upTo: 70)).map { _ in
        random.next(upTo: 24) == 0 ? bytes[random.next(upTo: bytes.count)] : UInt8(0x61 + random.next(upTo: 26))
      }
      let traits = TextTraits(text)
      // Blanks at both ends, and runs of them.
      let padded = [0x20] + text + [0x20]
      let hasRuns = !text.isEmpty && zip(padded, padded.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
      #expect(traits.contains(.blanks) == (hasRuns || text.contains { $0 < 0x20 }), "\(text)")
      #expect(traits.contains(.mayBeDecomposed) == text.contains { [0xCC, 0xCD, 0xE1, 0xE3].contains($0) })
      #expect(traits.contains(.markup) == text.contains { $0 == 0x3C || $0 == 0x26 })
      #expect(traits.contains(.equals) == text.contains(0x3D))
      #expect(traits.contains(.notASCII) == text.contains { $0 >= 0x80 })
      #expect(traits.contains(.mayBeOverlong) == text.contains { [0xC0, 0xC1, 0xE0, 0xF0].contains($0) })
    }
  }
}
