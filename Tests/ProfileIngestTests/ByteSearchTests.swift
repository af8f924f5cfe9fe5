import TestCorpora
import Testing

@testable import ProfileIngest

@Suite struct ByteSearchTests {
  @Test func `the first byte beyond ASCII is found eight at a time as one by one, at every place of a range`() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<4000 {
      let bytes = (0..<random.next(upTo: 40)).map { _ in
        random.next(upTo: 30) == 0 ? UInt8(0x80 + random.next(upTo: 128)) : UInt8(random.next(upTo: 128))
      }
      let start = random.next(upTo: bytes.count + 1)
      let range = start..<(start + random.next(upTo: bytes.count - start + 1))
      let expected = bytes[range].firstIndex { $0 >= 0x80 }
      #expect(bytes.firstIndexBeyondASCII(in: range) == expected, "\(bytes) \(range)")
    }
  }
}
