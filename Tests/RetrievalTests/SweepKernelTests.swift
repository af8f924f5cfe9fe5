import CVectorKernels
import SearchIndex
import TestCorpora
import Testing

/// Kernels, for each kind of vectors that the processor has, give what loops over single documents give.
@Suite struct SweepKernelTests {
  private static let kinds = [moim_vectors_128, moim_vectors_256, moim_vectors_512].filter {
    $0.rawValue <= moim_widest_vectors().rawValue
  }

  /// A window of strips somewhere in a segment, and what kernels make of it.
  private struct Window: Equatable {
    var firstDocument: Int
    var sums: [UInt16]
    var largestSums: [UInt16]
    var strips: [Int]
    var overflowing: [Int] = []

    init(random: inout SplitMix64, largestSum: UInt16) {
      let count = Int.random(in: 1...40, using: &random)
      firstDocument = 64 * Int.random(in: 0...5, using: &random)
      sums = (0..<count * 64).map { _ in
        Int.random(in: 0..<20, using: &random) == 0 ? UInt16.random(in: 0...largestSum, using: &random) : 0
      }
      largestSums = Array(repeating: 0, count: count * 8)
      strips = (0..<count).map { [firstDocument] in firstDocument + $0 * 64 }
      strips.removeAll { _ in Int.random(in: 0..<4, using: &random) == 0 }
    }

    /// - Parameter kernel: returns how many strips are kept.
    mutating func run(
      _ kernel: (UnsafePointer<moim_window>, UnsafeMutablePointer<Int>, _ stripCount: Int) -> Int
    ) {
      var strips = strips
      let (firstDocument, stripCount) = (firstDocument, strips.count)
      let kept = unsafe sums.withUnsafeMutableBufferPointer { sums in
        unsafe largestSums.withUnsafeMutableBufferPointer { largestSums in
          unsafe strips.withUnsafeMutableBufferPointer { strips in
            guard let place = strips.baseAddress else { return 0 }
            var window = unsafe moim_window(
              first_document: firstDocument, sums: sums.baseAddress, largest_sums: largestSums.baseAddress)
            return unsafe kernel(&window, place, stripCount)
          }
        }
      }
      self.strips = Array(strips.prefix(kept))
    }

    /// The documents of a strip, as places in `sums`.
    func places(_ strip: Int) -> Range<Int> { strip - firstDocument..<strip - firstDocument + 64 }

    /// Keeps the strips with a sum that is large enough, and says what their largest sums are.
    mutating func keepReaching(_ least: Int32) {
      for strip in strips {
        let places = places(strip)
        for lane in 0..<8 {
          largestSums[places.lowerBound / 8 + lane] = (0..<8).map { sums[places.lowerBound + $0 * 8 + lane] }.max() ?? 0
        }
      }
      strips = strips.filter { strip in sums[places(strip)].contains { Int32($0) >= least } }
    }
  }

  private func least(random: inout SplitMix64, largestSum: UInt16) -> Int32 {
    [-7, 0, 1, Int32.random(in: 0...Int32(largestSum), using: &random), Int32(largestSum), 70_000]
      .randomElement(using: &random) ?? 0
  }

  @Test(arguments: 0..<200)
  func `strips that reach a sum are kept`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let largestSum: UInt16 = seed % 2 == 0 ? 300 : .max
    let window = Window(random: &random, largestSum: largestSum)
    let least = least(random: &random, largestSum: largestSum)
    var expected = window
    expected.keepReaching(least)
    for kind in Self.kinds {
      var found = window
      unsafe found.run { unsafe moim_add_columns(kind, $0, nil, 0, least, $1, $2) }
      #expect(found == expected, "\(kind), at least \(least)")
    }
  }

  @Test(arguments: 0..<200)
  func `levels of columns are added times their weights`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let window = Window(random: &random, largestSum: 20_000)
    let documentCount = window.firstDocument + window.sums.count
    var columns: [(levels: [UInt8], weight: UInt16)] = []
    for _ in 0..<Int.random(in: 0...9, using: &random) {
      let levels = (0..<documentCount).map { _ in UInt8.random(in: 0...15, using: &random) }
      columns.append((levels, .random(in: 0...300, using: &random)))
    }
    let least = least(random: &random, largestSum: 40_000)
    var expected = window
    for strip in window.strips {
      for place in window.places(strip) {
        for column in columns {
          expected.sums[place] += UInt16(column.levels[window.firstDocument + place]) * column.weight
        }
      }
    }
    expected.keepReaching(least)
    let planeByteCount = ColumnLayout.planeByteCount(documentCount: documentCount)
    var planes = Array(repeating: UInt8(0), count: planeByteCount * columns.count)
    for (number, column) in columns.enumerated() {
      for (document, level) in column.levels.enumerated() {
        let place = ColumnLayout.place(of: document)
        planes[number * planeByteCount + place.byte] |= level << place.shift
      }
    }
    for kind in Self.kinds {
      var found = window
      unsafe planes.withUnsafeBytes { planes in
        let kernelColumns = unsafe columns.enumerated().map { number, column in
          unsafe moim_column(
            documents: planes.baseAddress.map { unsafe $0 + number * planeByteCount }, unit_codes: nil,
            weight: column.weight)
        }
        unsafe found.run { unsafe moim_add_columns(kind, $0, kernelColumns, columns.count, least, $1, $2) }
      }
      #expect(found == expected, "\(kind), \(columns.count) columns, at least \(least)")
    }
  }

  @Test(arguments: 0..<200)
  func `bits stand for codes of their documents`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let window = Window(random: &random, largestSum: 20_000)
    let documentCount = window.firstDocument + window.sums.count
    // Of two streams, one behind the other.
    let codes = (0..<2 * documentCount).map { _ in UInt8.random(in: 1...240, using: &random) }
    let columnCount = Int.random(in: 1...9, using: &random)
    let secondStream = Int.random(in: 0...columnCount, using: &random)
    let levelCount = Int.random(in: 0...2, using: &random)
    let levels = Array(repeating: UInt8(0x11), count: documentCount / 2)
    let weights = (0..<columnCount).map { _ in UInt16.random(in: 0...3000, using: &random) }
    let byteCount = documentCount / 8
    let bits = (0..<columnCount * byteCount).map { _ in
      UInt8.random(in: 0...255, using: &random) & UInt8.random(in: 0...255, using: &random)
    }
    let least = least(random: &random, largestSum: 40_000)
    var expected = window
    for strip in window.strips {
      for place in window.places(strip) {
        let document = window.firstDocument + place
        var sum = levelCount
        for stream in [0..<secondStream, secondStream..<columnCount] where !stream.isEmpty {
          let code = Int(codes[document + (stream.lowerBound == secondStream ? documentCount : 0)])
          let parts = stream.reduce(0) { sum, column in
            let isThere = bits[column * byteCount + document / 8] >> UInt8(document % 8) & 1 == 1
            return sum + (isThere ? Int(weights[column]) * code : 0)
          }
          sum += parts / 256 + 1
        }
        expected.sums[place] += UInt16(sum)
      }
    }
    expected.keepReaching(least)
    for kind in Self.kinds {
      var found = window
      unsafe bits.withUnsafeBytes { bits in
        unsafe codes.withUnsafeBytes { codes in
          unsafe levels.withUnsafeBytes { levels in
            var columns = unsafe Array(
              repeating: moim_column(documents: levels.baseAddress, unit_codes: nil, weight: 1), count: levelCount)
            for column in 0..<columnCount {
              let unitCodes = unsafe codes.baseAddress.map { unsafe $0 + (column < secondStream ? 0 : documentCount) }
              unsafe columns.append(
                moim_column(
                  documents: bits.baseAddress.map { unsafe $0 + column * byteCount }, unit_codes: unitCodes,
                  weight: weights[column]))
            }
            unsafe found.run { unsafe moim_add_columns(kind, $0, columns, columns.count, least, $1, $2) }
          }
        }
      }
      #expect(found == expected, "\(kind), \(columnCount) columns, at least \(least)")
    }
  }

  @Test(arguments: 0..<200)
  func `parts of units become units, and what is too large is set aside`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let partBits: Int32 = 12
    let window = Window(random: &random, largestSum: 0)
    let largest = Int32.random(in: 1...65_535, using: &random)
    let accumulated = window.sums.map { _ in
      Int.random(in: 0..<100, using: &random) == 0
        ? Int32.random(in: 0...(largest + largest / 50) << partBits, using: &random)
        : Int32.random(in: 0...largest << (partBits - 4), using: &random)
    }
    let least = least(random: &random, largestSum: UInt16(largest))
    var expected = window
    expected.strips = []
    for strip in window.strips {
      let parts = accumulated[window.places(strip)]
      if parts.contains(where: { $0 > largest << partBits }) {
        if least <= 0 || parts.contains(where: { $0 > (least - 1) << partBits }) { expected.overflowing.append(strip) }
        continue
      }
      guard least <= 0 || parts.contains(where: { $0 > (least - 1) << partBits }) else { continue }
      expected.strips.append(strip)
      for place in window.places(strip) {
        expected.sums[place] = UInt16((accumulated[place] + 1 << partBits - 1) >> partBits)
      }
    }
    expected.keepReaching(least)
    for kind in Self.kinds {
      var found = window
      var overflowing = Array(repeating: 0, count: window.strips.count + 1)
      var overflowingCount = 0
      unsafe found.run { window, strips, stripCount in
        unsafe moim_keep_accumulated(
          kind, window, accumulated, partBits, least, largest, strips, stripCount, &overflowing, &overflowingCount)
      }
      found.overflowing = Array(overflowing.prefix(overflowingCount))
      #expect(found == expected, "\(kind), at least \(least), at most \(largest)")
    }
  }
  @Test(arguments: 0..<200)
  func `documents with large sums are gathered`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let largestSum: UInt16 = seed % 2 == 0 ? 300 : .max
    var window = Window(random: &random, largestSum: largestSum)
    window.keepReaching(0)
    let least = max(1, least(random: &random, largestSum: largestSum))
    let end = window.firstDocument + window.sums.count - Int.random(in: 0..<64, using: &random)
    let admitted: [UInt64]? =
      seed % 3 == 0 ? nil : (0..<(end + 63) / 64).map { _ in UInt64.random(in: 0...(.max), using: &random) }
    let lastLocal: UInt32 = 32_767
    var expected: [UInt32] = []
    for strip in window.strips {
      for place in window.places(strip) where Int32(window.sums[place]) >= least {
        let document = window.firstDocument + place
        guard document < end, admitted.map({ $0[document / 64] >> UInt64(document % 64) & 1 == 1 }) ?? true else {
          continue
        }
        expected.append(UInt32(window.sums[place]) << 15 | (lastLocal - UInt32(place)))
      }
    }
    for kind in Self.kinds {
      var gathered = Array(repeating: UInt32(0), count: window.sums.count)
      var count = 0
      var copy = window
      unsafe copy.run { window, strips, stripCount in
        count = unsafe moim_gather_reaching(
          kind, window, least, strips, stripCount, end, admitted, lastLocal, &gathered)
        return stripCount
      }
      #expect(Array(gathered.prefix(count)) == expected, "\(kind), at least \(least)")
    }
  }
}
