import SearchIndex
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

  @Test func `a code that only damage can make counts as the largest one`() {
    for code in 241...255 as ClosedRange<UInt8> {
      #expect(Impact.frequency(ofCode: code, norm: 1.2) == Impact.frequency(ofCode: 240, norm: 1.2))
    }
  }
}
