import IndexStorage
import TestCorpora
import Testing

@Suite struct CompressorTests {
  private static func texts() -> [[UInt8]] {
    var random = SplitMix64(seed: 4)
    let words = ["quantum ", "sensor ", "양자 ", "얽힘 ", "magnetometry ", "센서 "]
    return (0..<300).map { number in
      // Words, noise, and lengths at which the form changes.
      if number % 3 == 0 { return (0..<random.next(upTo: 200)).map { _ in UInt8(random.next(upTo: 256)) } }
      return (0..<random.next(upTo: 400)).flatMap { _ in Array(words[random.next(upTo: words.count)].utf8) }
    } + [[], [0], Array(repeating: 7, count: 63), Array(repeating: 7, count: 64), Array(repeating: 7, count: 300_000)]
  }

  @Test func `what was compressed comes back, and the same bytes give the same bytes`() throws {
    let compressor = Compressor()
    for text in Self.texts() {
      let compressed = compressor.compress(text)
      #expect(compressed == Compressor().compress(text))
      #expect(compressed.count <= text.count + 4)
      let back = try #require(ByteRegion(bytes: compressed).decompressed())
      #expect(back.bytes(in: 0..<back.count) == text)
    }
  }

  @Test func `text becomes much smaller`() {
    let text = Array(String(repeating: "양자 센서로 자기장을 재는 공동 연구. ", count: 40).utf8)
    #expect(Compressor().compress(text).count * 5 < text.count)
  }

  @Test func `damaged bytes are none or other bytes of the same length, and never a crash`() {
    var random = SplitMix64(seed: 9)
    let compressor = Compressor()
    var refusedCount = 0
    for text in Self.texts() where !text.isEmpty {
      var damaged = compressor.compress(text)
      damaged[random.next(upTo: damaged.count)] ^= UInt8(1 << random.next(upTo: 8))
      if random.next(upTo: 4) == 0 { damaged.removeLast(random.next(upTo: damaged.count)) }
      if ByteRegion(bytes: damaged).decompressed() == nil { refusedCount += 1 }
    }
    #expect(refusedCount > 20)
  }
}
