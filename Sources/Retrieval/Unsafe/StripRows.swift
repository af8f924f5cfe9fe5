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

  /// Zeros.
  @inline(__always)
  init() {}

  /// - Parameter place: of 64 numbers.
  @inline(__always)
  init(_ place: UnsafeMutableRawPointer) {
    @inline(__always) func row(_ number: Int) -> SIMD8<UInt16> {
      unsafe place.loadUnaligned(fromByteOffset: number &* 16, as: SIMD8<UInt16>.self)
    }
    (row0, row1, row2, row3) = (row(0), row(1), row(2), row(3))
    (row4, row5, row6, row7) = (row(4), row(5), row(6), row(7))
  }

  @inline(__always)
  func store(_ place: UnsafeMutableRawPointer) {
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
