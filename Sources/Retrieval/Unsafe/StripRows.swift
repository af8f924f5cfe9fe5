/// Numbers of 64 documents, eight a row: what columns are added to.
///
/// Eight variables and no array, so that all of them stay in registers.
struct StripRows {
  private var row0 = SIMD8<UInt16>()
  private var row1 = SIMD8<UInt16>()
  private var row2 = SIMD8<UInt16>()
  private var row3 = SIMD8<UInt16>()
  private var row4 = SIMD8<UInt16>()
  private var row5 = SIMD8<UInt16>()
  private var row6 = SIMD8<UInt16>()
  private var row7 = SIMD8<UInt16>()

  /// - Parameter place: of 64 numbers.
  @inline(__always)
  init(_ place: UnsafePointer<UInt16>) {
    let place = unsafe UnsafeRawPointer(place)
    @inline(__always) func row(_ number: Int) -> SIMD8<UInt16> {
      unsafe place.loadUnaligned(fromByteOffset: number &* 16, as: SIMD8<UInt16>.self)
    }
    (row0, row1, row2, row3) = (row(0), row(1), row(2), row(3))
    (row4, row5, row6, row7) = (row(4), row(5), row(6), row(7))
  }

  /// Sums of lists in units, none of which is more than ``ImpactSweep/largestSum``.
  @inline(__always)
  init(_ strip: AccumulatedStrip) {
    (row0, row1, row2, row3) = (strip.units(row: 0), strip.units(row: 1), strip.units(row: 2), strip.units(row: 3))
    (row4, row5, row6, row7) = (strip.units(row: 4), strip.units(row: 5), strip.units(row: 6), strip.units(row: 7))
  }

  @inline(__always)
  func store(_ place: UnsafeMutablePointer<UInt16>) {
    let place = UnsafeMutableRawPointer(place)
    @inline(__always) func store(_ row: SIMD8<UInt16>, _ number: Int) {
      unsafe place.storeBytes(of: row, toByteOffset: number &* 16, as: SIMD8<UInt16>.self)
    }
    store(row0, 0)
    store(row1, 1)
    store(row2, 2)
    store(row3, 3)
    store(row4, 4)
    store(row5, 5)
    store(row6, 6)
    store(row7, 7)
  }

  /// Adds the levels of some columns.
  @inline(__always)
  mutating func add(
    _ columns: Slice<UnsafeMutableBufferPointer<ImpactSweep.Column>>,
    _ weights: Slice<UnsafeBufferPointer<SIMD8<UInt16>>>, start: Int
  ) {
    for column in unsafe columns.startIndex..<columns.endIndex {
      unsafe add(NibbleStrip(columns[column].levels, start: start), times: weights[column])
    }
  }

  @inline(__always)
  mutating func add(_ strip: NibbleStrip, times weight: SIMD8<UInt16>) {
    row0 &+= strip.row0 &* weight
    row1 &+= strip.row1 &* weight
    row2 &+= strip.row2 &* weight
    row3 &+= strip.row3 &* weight
    row4 &+= strip.row4 &* weight
    row5 &+= strip.row5 &* weight
    row6 &+= strip.row6 &* weight
    row7 &+= strip.row7 &* weight
  }

  /// The largest numbers, by lane.
  @inline(__always)
  var largest: SIMD8<UInt16> {
    pointwiseMax(
      pointwiseMax(pointwiseMax(row0, row1), pointwiseMax(row2, row3)),
      pointwiseMax(pointwiseMax(row4, row5), pointwiseMax(row6, row7)))
  }
}

/// What lists add to 64 documents, in parts of a unit, eight documents a row.
///
/// Invariant: the place holds 64 numbers as long as this is used, which is while one strip is looked at.
@safe
struct AccumulatedStrip {
  private let place: UnsafeRawPointer

  /// - Parameter accumulators: of 64 documents.
  @inline(__always)
  init(_ accumulators: UnsafePointer<Int32>) { unsafe place = UnsafeRawPointer(accumulators) }

  @inline(__always)
  private func parts(row: Int) -> SIMD8<Int32> {
    unsafe place.loadUnaligned(fromByteOffset: row &* 32, as: SIMD8<Int32>.self)
  }

  @inline(__always)
  func units(row: Int) -> SIMD8<UInt16> {
    let units = (parts(row: row) &+ (1 &<< ImpactSweep.partBits &- 1)) &>> ImpactSweep.partBits
    return SIMD8<UInt16>(truncatingIfNeeded: units & ImpactSweep.largestSum)
  }

  /// Whether one of the sums is at least a number of units above 0.
  ///
  /// By the signs of differences: not every processor has the larger of two numbers of 32 bits.
  @inline(__always)
  func reaches(_ units: Int32) -> Bool {
    let below = SIMD8<Int32>(repeating: (units &- 1) &<< ImpactSweep.partBits)
    var signs = SIMD8<Int32>()
    for row in 0..<8 { signs |= below &- parts(row: row) }
    return !isZero(SIMD8<UInt16>(truncatingIfNeeded: signs &>> 31))
  }
}

/// Four bits of each of 64 documents in a plane of a ``ColumnLayout``, eight documents a row.
struct NibbleStrip {
  private let half0: SIMD8<UInt16>
  private let half1: SIMD8<UInt16>

  /// - Parameter start: the strip's first document; the plane must reach there.
  @inline(__always)
  init(_ plane: UnsafeRawPointer, start: Int) {
    let place = unsafe plane + start &>> 1
    half0 = unsafe place.loadUnaligned(as: SIMD8<UInt16>.self)
    half1 = unsafe place.loadUnaligned(fromByteOffset: 16, as: SIMD8<UInt16>.self)
  }

  @inline(__always) var row0: SIMD8<UInt16> { half0 & 15 }
  @inline(__always) var row1: SIMD8<UInt16> { half0 &>> 4 & 15 }
  @inline(__always) var row2: SIMD8<UInt16> { half0 &>> 8 & 15 }
  @inline(__always) var row3: SIMD8<UInt16> { half0 &>> 12 }
  @inline(__always) var row4: SIMD8<UInt16> { half1 & 15 }
  @inline(__always) var row5: SIMD8<UInt16> { half1 &>> 4 & 15 }
  @inline(__always) var row6: SIMD8<UInt16> { half1 &>> 8 & 15 }
  @inline(__always) var row7: SIMD8<UInt16> { half1 &>> 12 }
}

@inline(__always)
func isZero(_ numbers: SIMD8<UInt16>) -> Bool {
  let words = unsafe unsafeBitCast(numbers, to: SIMD2<UInt64>.self)
  return words[0] | words[1] == 0
}
