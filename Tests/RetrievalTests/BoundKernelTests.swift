import CVectorKernels
import SearchIndex
import TestCorpora
import Testing

/// Lower bounds, for each kind of vectors that the processor has, are close to what scores are, and never above.
@Suite struct BoundKernelTests {
  @Test(arguments: 0..<200)
  func `what a sum of codes makes certain is not more than the impacts`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let documentCount = Int.random(in: 1...400, using: &random)
    let streamCount = Int(seed % 2) + 1
    let saturation = IndexSchema.Saturation(
      k1: Float.random(in: 0.1...3, using: &random), b: [0, 0.75, 1][Int(seed % 3)])
    let lengths = (0..<streamCount * documentCount).map { _ in
      UInt32.random(in: 0...[3, 200, 100_000][Int(seed % 3)], using: &random)
    }
    let average = Float.random(in: 1...400, using: &random)
    let rounding = Int32.random(in: 0...5, using: &random)
    let count = 8 * Int.random(in: 1...5, using: &random)
    let documents = (0..<count).map { _ in UInt32.random(in: 0..<UInt32(documentCount), using: &random) }
    // Of each document a few postings, each with one weight.
    var (sums, impacts, shares): ([Int32], [Double], [Double]) = ([], [], [])
    for document in documents {
      let norms = (0..<streamCount).map { stream in
        Impact.norm(
          length: lengths[stream * documentCount + Int(document)], average: average, saturation: saturation)
      }
      var (sum, impact) = (rounding, 0.0)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let norm = norms[Int.random(in: 0..<streamCount, using: &random)]
        let frequency = UInt32.random(in: 1...[1, 2, 4, 90][Int(seed / 7 % 4)], using: &random)
        let weight = Int32.random(in: 1...40, using: &random)
        sum += weight * Int32(Impact.code(frequency: frequency, norm: norm))
        impact += Double(weight) * Double(Impact.value(frequency: frequency, norm: norm) * Float(Impact.largestCode))
      }
      sums.append(sum)
      impacts.append(impact)
      shares.append(norms.map(Self.leastShare).min() ?? 1)
    }
    for kind in [moim_vectors_128, moim_vectors_256] where kind.rawValue <= moim_widest_vectors().rawValue {
      var found = Array(repeating: Int32(-1), count: count)
      unsafe lengths.withUnsafeBytes { lengths in
        func norms(_ stream: Int) -> moim_norms {
          unsafe moim_norms(
            lengths: lengths.baseAddress.map { unsafe $0 + stream * documentCount * 4 }, k1: saturation.k1,
            b: saturation.b, average_length: average)
        }
        var bound = unsafe moim_lower_bound(
          norms: (norms(0), norms(streamCount - 1)), norms_count: streamCount, factor: 0.999_9, rounding: rounding)
        unsafe moim_lower_bounds(kind, &bound, documents, sums, count, &found)
      }
      for index in 0..<count {
        #expect(Double(found[index]) <= impacts[index], "\(kind)")
        #expect(Double(found[index]) >= Double(sums[index] - rounding) * shares[index] * 0.999 - 1, "\(kind)")
      }
    }
  }
  /// Of all impacts times 240 under a norm the smallest share of its code that is known: frequencies 1 and 2 are tried.
  private static func leastShare(norm: Float) -> Double {
    func code(_ frequency: UInt32) -> Double {
      Double(Impact.value(frequency: frequency, norm: norm)) * Double(Impact.largestCode)
    }
    let third = code(3).rounded(.up)
    return min(code(1) / code(1).rounded(.up), code(2) / code(2).rounded(.up), (third - 1) / third)
  }
}
