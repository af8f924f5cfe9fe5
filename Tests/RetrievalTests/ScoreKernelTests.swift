import CVectorKernels
import SearchIndex
import TestCorpora
import Testing

/// The kernel that scores columns, for each kind of vectors that the processor has, gives what ``Impact`` gives.
@Suite struct ScoreKernelTests {
  private static let kinds = [moim_vectors_128, moim_vectors_256, moim_vectors_512].filter {
    $0.rawValue <= moim_widest_vectors().rawValue
  }

  @Test(arguments: 0..<200)
  func `columns are scored as single postings are`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let documentCount = 64 * Int.random(in: 1...12, using: &random)
    let firstDocument = 64 * Int.random(in: 0..<documentCount / 64, using: &random)
    let largestLength = [3, 200, 100_000].randomElement(using: &random) ?? 3
    let lengths = (0..<documentCount).map { _ in UInt32.random(in: 1...UInt32(largestLength), using: &random) }
    let average = Impact.averageLength(total: lengths.reduce(0) { $0 + UInt64($1) }, documentCount: documentCount)
    let exactAverage = seed % 2 == 0 ? average : average * Float.random(in: 0.5...2, using: &random)
    let saturation = IndexSchema.Saturation(
      k1: Float.random(in: 0.1...3, using: &random), b: [0, 0.75, 1][Int(seed % 3)])
    let weight = Float.random(in: 1...1e8, using: &random)
    let share = Double.random(in: 0...1, using: &random)

    let planeByteCount = ColumnLayout.planeByteCount(documentCount: documentCount)
    var planes = Array(repeating: UInt8(0), count: planeByteCount * 2)
    let before = (firstDocument..<documentCount).map { _ in Int32.random(in: 0...1000, using: &random) }
    var expected = before
    var expectedUnclear = Array(repeating: UInt8(0), count: before.count / 8)
    for document in 0..<documentCount where Double.random(in: 0..<1, using: &random) < share {
      let code =
        Int.random(in: 0..<4, using: &random) == 0
        ? UInt8.random(in: 1...UInt8(Impact.largestCode), using: &random)
        : Impact.code(
          frequency: UInt32.random(in: 1...9, using: &random),
          norm: Impact.norm(length: lengths[document], average: average, saturation: saturation))
      let level = (code + 15) / 16
      let place = ColumnLayout.place(of: document)
      planes[place.byte] |= level << place.shift
      planes[planeByteCount + place.byte] |= (level * 16 - code) << place.shift
      guard document >= firstDocument else { continue }
      func norm(_ average: Float) -> Float {
        Impact.norm(length: lengths[document], average: average, saturation: saturation)
      }
      let frequency = Impact.plainFrequency(ofCode: code, norm: norm(average))
      if frequency == 0 {
        expectedUnclear[(document - firstDocument) / 8] |= 1 << UInt8(document % 8)
      } else {
        expected[document - firstDocument] += Int32(
          weight * Impact.value(frequency: frequency, norm: norm(exactAverage)))
      }
    }
    for kind in Self.kinds {
      var scores = before
      var unclear = expectedUnclear.map { ~$0 }
      unsafe planes.withUnsafeBytes { planes in
        unsafe lengths.withUnsafeBytes { lengths in
          guard let levels = planes.baseAddress, let lengths = lengths.baseAddress else { return }
          let scoring = unsafe moim_scoring(
            lengths: lengths, k1: saturation.k1, b: saturation.b, own_average_length: average,
            exact_average_length: exactAverage, weight: weight)
          var column = unsafe moim_scored_column(
            levels: levels, excesses: levels + planeByteCount, scoring: scoring)
          unsafe moim_score_column(
            kind, &column, firstDocument, (documentCount - firstDocument) / 64, &scores, &unclear)
        }
      }
      #expect(scores == expected, "\(kind)")
      #expect(unclear == expectedUnclear, "\(kind)")
    }
  }
  @Test(arguments: 0..<200)
  func `bits are scored as single postings with frequency 1 are`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let documentCount = 64 * Int.random(in: 1...12, using: &random)
    let firstDocument = 64 * Int.random(in: 0..<documentCount / 64, using: &random)
    let lengths = (0..<documentCount).map { _ in UInt32.random(in: 1...300, using: &random) }
    let average = Float.random(in: 1...400, using: &random)
    let saturation = IndexSchema.Saturation(
      k1: Float.random(in: 0.1...3, using: &random), b: [0, 0.75, 1][Int(seed % 3)])
    let weight = Float.random(in: 1...1e8, using: &random)
    let share = Double.random(in: 0...1, using: &random)
    var bits = Array(repeating: UInt8(0), count: documentCount / 8)
    let before = (firstDocument..<documentCount).map { _ in Int32.random(in: 0...1000, using: &random) }
    var expected = before
    for document in 0..<documentCount where Double.random(in: 0..<1, using: &random) < share {
      bits[document / 8] |= 1 << UInt8(document % 8)
      guard document >= firstDocument else { continue }
      let norm = Impact.norm(length: lengths[document], average: average, saturation: saturation)
      expected[document - firstDocument] += Int32(weight * Impact.value(frequency: 1, norm: norm))
    }
    for kind in Self.kinds {
      var scores = before
      unsafe lengths.withUnsafeBytes { lengths in
        var scoring = unsafe moim_scoring(
          lengths: lengths.baseAddress, k1: saturation.k1, b: saturation.b, own_average_length: 1,
          exact_average_length: average, weight: weight)
        unsafe moim_score_bits(kind, bits, &scoring, firstDocument, (documentCount - firstDocument) / 64, &scores)
      }
      #expect(scores == expected, "\(kind)")
    }
  }
}
