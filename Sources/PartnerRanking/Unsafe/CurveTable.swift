import Glibc

/// The curves of a policy as plain memory, for the thousands of candidates of a ranking.
///
/// Invariant: lanes are those of curved parts; each has ``stride`` numbers in ``numbers``, the knots in the first half and
/// the values in the second, as many of each as ``counts`` says, 2 to ``FeatureCurve/largestKnotCount``.
struct CurveTable: Sendable {
  private static let half = FeatureCurve.largestKnotCount
  private static let stride = 2 * half

  private let numbers: [Double]
  private let counts: [Int]
  /// What is added before the logarithm; below 0 for none.
  private let offsets: [Double]
  /// The parts of a feature that is 0, in millionths.
  let nothing: SIMD16<Int32>

  init(_ policy: RankingPolicy) {
    var numbers = Array(repeating: 0.0, count: PartnerScore.Part.curved.count * Self.stride)
    var (counts, offsets) = ([Int](), [Double]())
    var nothing = SIMD16<Int32>(repeating: 0)
    for (lane, part) in PartnerScore.Part.curved.enumerated() {
      let curve = policy.curve(of: part) ?? FeatureCurve(part: part, knots: [0, 1], values: [0, 0])
      for (index, knot) in curve.knots.enumerated() { numbers[lane * Self.stride + index] = knot }
      for (index, value) in curve.values.enumerated() { numbers[lane * Self.stride + Self.half + index] = value }
      counts.append(curve.knots.count)
      offsets.append(curve.logOffset ?? -1)
      nothing[lane] = PartnerScore.millionths(curve.value(of: 0))
    }
    self.numbers = numbers
    self.counts = counts
    self.offsets = offsets
    self.nothing = nothing
  }

  /// Lends the memory.
  @inline(__always)
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    unsafe numbers.withUnsafeBufferPointer { numbers in
      unsafe counts.withUnsafeBufferPointer { counts in
        unsafe offsets.withUnsafeBufferPointer { offsets in
          body(
            unsafe Reader(
              numbers: numbers.baseAddress!, counts: counts.baseAddress!, offsets: offsets.baseAddress!))
        }
      }
    }
  }

  /// Valid inside ``CurveTable/withReader(_:)`` only.
  @safe
  struct Reader {
    fileprivate let numbers: UnsafePointer<Double>
    fileprivate let counts: UnsafePointer<Int>
    fileprivate let offsets: UnsafePointer<Double>

    fileprivate init(numbers: UnsafePointer<Double>, counts: UnsafePointer<Int>, offsets: UnsafePointer<Double>) {
      unsafe self.numbers = numbers
      unsafe self.counts = counts
      unsafe self.offsets = offsets
    }

    /// The part of the score that a feature makes, in millionths: ``FeatureCurve/value(of:)``.
    @inline(__always)
    func millionths(_ lane: Int, of feature: Double) -> Int32 {
      let offset = unsafe offsets[lane]
      let position = offset > 0 ? log(feature + offset) : feature
      let knots = unsafe numbers + lane * CurveTable.stride
      let values = unsafe knots + CurveTable.half
      guard unsafe position > knots[0] else { return unsafe PartnerScore.millionths(values[0]) }
      let last = unsafe counts[lane] - 1
      var upper = 1
      while unsafe upper < last && knots[upper] <= position { upper &+= 1 }
      let (start, end) = unsafe (knots[upper - 1], knots[upper])
      let (low, high) = unsafe (values[upper - 1], values[upper])
      return PartnerScore.millionths(low + (position - start) / (end - start) * (high - low))
    }
  }
}
