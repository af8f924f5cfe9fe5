import PartnerRanking
import TestCorpora
import Testing

@Suite struct SelectionTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the front holds the first of the sorted order`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = Array(0..<Int.random(in: 0...200, using: &random)).shuffled(using: &random)
    for count in [0, 1, 2, 7, 50, 199, 200, 500] {
      var selected = values
      selected.selectFirst(count, by: <)
      #expect(selected.prefix(count).sorted() == Array(values.sorted().prefix(count)))
      #expect(selected.sorted() == values.sorted())
    }
  }
}
