import SearchIndex
import TestCorpora
import Testing

@Suite struct ImpactTests {
  @Test func `a code gives its frequency back unless a neighbour has the same code`() {
    for norm in [0.3, 1.2, 4.7] as [Float] {
      for frequency in 1...40 as ClosedRange<UInt32> {
        let code = Impact.code(frequency: frequency, norm: norm)
        let found = Impact.frequency(ofCode: code, norm: norm)
        #expect(Impact.code(frequency: found, norm: norm) == code)
        #expect(found == frequency || Impact.code(frequency: frequency - 1, norm: norm) == code)
      }
    }
  }

  @Test func `a plain frequency is the only one that has the code`() {
    var random = SplitMix64(seed: 3)
    var plainCount = 0
    for _ in 0..<400 {
      let norm = Float.random(in: 0.1...2, using: &random) * [1, 1, 10, 100][Int.random(in: 0..<4, using: &random)]
      for frequency in 1...300 as ClosedRange<UInt32> {
        let code = Impact.code(frequency: frequency, norm: norm)
        let plain = Impact.plainFrequency(ofCode: code, norm: norm)
        guard plain > 0 else { continue }
        plainCount += 1
        #expect(plain == frequency)
        #expect(Impact.frequency(ofCode: code, norm: norm) == frequency)
        #expect(Impact.code(frequency: frequency + 1, norm: norm) != code)
      }
      for code in [0, 241, 255] as [UInt8] { #expect(Impact.plainFrequency(ofCode: code, norm: norm) == 0) }
    }
    #expect(plainCount > 3000)
  }

  @Test func `a code that only damage can make counts as the largest one`() {
    for code in 241...255 as ClosedRange<UInt8> {
      #expect(Impact.frequency(ofCode: code, norm: 1.2) == Impact.frequency(ofCode: 240, norm: 1.2))
    }
  }
}
