import CVectorKernels
import SearchIndex
import TextAnalysis

/// A query into columns and lists with weights in units.
extension ImpactSweep {
  /// So few terms' lists may all be in one document, and get a unit with which none overflows.
  private static let fewListedTermCount = 16
  /// The weights of bits are in smaller units, so many of them in one.
  fileprivate static let bitWeightsPerUnit: Int32 = 256

  /// - Parameters:
  ///   - excess: the lists of all terms may have so many times more than fits into a sum.
  ///   - prunes: whether some lists may be looked up instead of added.
  func prepare(_ query: SegmentQuery, excess: Double, prunes: Bool) {
    scale = Self.scale(of: query, excess: excess)
    documentCount = query.documentCount
    unsafe lists.removeAll(keepingCapacity: true)
    listedTermCount = 0
    reserveSingles(query.terms.count)
    let perCode = scale * Double(query.largestFactor) / Double(Impact.largestCode) * 1.000_01
    var columnCount = 0
    func appendColumn(_ column: Column) {
      unsafe columnRoom.initializeElement(at: columnCount, to: column)
      columnCount += 1
    }
    for (number, term) in query.terms.enumerated() {
      let postings = query.postings[number]
      let unitsPerCode = Double(term.weight) * perCode
      let weight = Int32((unitsPerCode * Double(1 << Self.partBits)).rounded(.up))
      switch unsafe postings.layout {
      case .column(let levels, let excesses):
        let column = unsafe Column(
          levels, excesses, unitsPerCode: unitsPerCode, codeWeight: weight, largestCode: postings.largestCode)
        unsafe appendColumn(column)
      case .parts:
        let (unit, repeated) = (postings.unit, postings.repeated)
        listedTermCount += repeated.count > 0 || !unit.isBitmap ? 1 : 0
        guard unit.isBitmap else {
          unsafe append(List(unit, term: number, weight: weight), List(repeated, term: number, weight: weight))
          continue
        }
        let column = unsafe Column(bits: unit, unitsPerCode: unitsPerCode, codeWeight: weight)
        unsafe appendColumn(column)
        guard repeated.count > 0 else { continue }
        var list = unsafe List(repeated, term: number, weight: weight)
        unsafe list.increment = max(0, list.bound - column.bound)
        unsafe lists.append(list)
      case .single(let document, let code):
        let place = unsafe singles + number * 8
        unsafe place.storeBytes(of: document.littleEndian, as: UInt32.self)
        unsafe place.storeBytes(of: code, toByteOffset: 4, as: UInt8.self)
        let list = unsafe List(
          documents: UnsafeRawPointer(place), codes: UnsafeRawPointer(place + 4), isWide: true, isUnit: false,
          term: number, weight: weight, largestCode: code, count: 1)
        unsafe lists.append(list)
        listedTermCount += 1
      }
    }
    isNarrow = listedTermCount <= Self.fewListedTermCount
    canOverflow = excess > 1 && !isNarrow
    windowsBeforeNextLook = 0
    clearSumsIfNeeded()
    if prunes { unsafe lists.sort { unsafe ($0.bound, -$0.increment) < ($1.bound, -$1.increment) } }
    setColumns(count: columnCount)
    prepareGroups()
    // Columns are read faster the longer the pieces; without many of them the accumulators had better be near.
    let usualCount = Self.largestWindowDocumentCount >> (columnCount >= 2 * Self.groupColumnCount ? 0 : 1)
    // A small segment is one window that is not much larger, for windows are cleared.
    windowDocumentCount = min(usualCount, max(Self.stripDocumentCount, Self.powerOfTwo(notBelow: documentCount)))
  }

  /// Appends the lists of a term, of which no document is in both; either may be empty.
  private func append(_ first: List, _ second: List) {
    var (first, second) = unsafe (first, second)
    // What the lighter one adds is possible without the heavier one.
    if unsafe first.bound <= second.bound {
      unsafe second.increment -= first.bound
    } else {
      unsafe first.increment -= second.bound
    }
    if unsafe first.count > 0 { unsafe lists.append(first) }
    if unsafe second.count > 0 { unsafe lists.append(second) }
  }

  /// Puts columns into groups for kernels, and finds what they can add.
  private func prepareGroups() {
    unsafe kernelColumns.removeAll(keepingCapacity: true)
    rests.removeAll(keepingCapacity: true)
    var rest = unsafe columns.reduce(0) { unsafe $0 + $1.bound }
    for first in unsafe stride(from: 0, to: columns.count, by: Self.groupColumnCount) {
      rests.append(rest)
      for number in unsafe first..<min(columns.count, first + Self.groupColumnCount) {
        let column = unsafe columns[number]
        unsafe rest -= column.bound
        unsafe kernelColumns.append(
          moim_column(documents: column.documents, unit_codes: column.unitCodes, weight: column.weight))
      }
      unsafe kernelColumns[first...].sort {
        unsafe UInt(bitPattern: $0.unit_codes) < UInt(bitPattern: $1.unit_codes)
      }
    }
    rests.append(0)
  }

  /// By how many units the sum of a document may be too large because it is rounded up.
  var roundedCount: Int {
    let bitmapCount = unsafe columns.count { unsafe $0.isBitmap }
    // Of bits every weight is, and what a group adds for a stream.
    let ofBits = bitmapCount > 0 ? bitmapCount + rests.count * TermStream.allCases.count : 0
    return ofBits + (isNarrow ? listedTermCount : 0)
  }

  /// Parts as units, rounded up.
  @inline(__always)
  static func units(ofParts parts: Int32) -> Int32 { (parts &+ (1 << partBits &- 1)) &>> partBits }

  private static func powerOfTwo(notBelow count: Int) -> Int {
    1 << (Int.bitWidth - max(0, count - 1).leadingZeroBitCount)
  }

  /// The largest scale with which sums stay below ``largestSum``, but for the excess.
  private static func scale(of query: SegmentQuery, excess: Double) -> Double {
    // Of columns, of lists, and of the lists of terms that have columns as well.
    var (columnSum, listSum, frequentSum) = (0.0, 0.0, 0.0)
    var (columnCount, listedTermCount) = (0, 0)
    for (term, postings) in zip(query.terms, query.postings) {
      let impact = Double(term.weight) * Double(query.largestFactor) / Double(Impact.largestCode)
      switch unsafe postings.layout {
      case .column:
        // Levels are rounded up.
        columnSum += impact * Double(Int(postings.largestCode) + ColumnLayout.codesPerLevel)
        columnCount += 1
      case .parts where postings.unit.isBitmap:
        // The weights of bits must not be more than 65,535 together either, twice the largest sum.
        columnSum += impact * Double(max(Int32(postings.unit.largestCode), bitWeightsPerUnit / 2))
        columnCount += 1
        frequentSum += impact * Double(postings.repeated.largestCode)
        listedTermCount += postings.repeated.count > 0 ? 1 : 0
      case .parts, .single:
        listSum += impact * Double(postings.largestCode)
        listedTermCount += 1
      }
    }
    // The weights are rounded up too, at most 16 of them are added for a term.
    let room = Double(largestSum) - 16 * Double(columnCount)
    var scale = Double.greatestFiniteMagnitude
    if columnSum > 0 { scale = min(scale, room / columnSum) }
    if listedTermCount > 0 {
      let possible = listSum / (listedTermCount <= fewListedTermCount ? 1 : excess) + frequentSum
      scale = min(scale, (room - Double(query.terms.count) / 16 - 16) / possible)
    }
    return scale * 0.999_9
  }
}

extension ImpactSweep.Column {
  /// - Parameters:
  ///   - levels, excesses: planes of a ``ColumnLayout``.
  ///   - codeWeight: of a code in parts of a unit.
  fileprivate init(
    _ levels: UnsafeRawPointer, _ excesses: UnsafeRawPointer, unitsPerCode: Double, codeWeight: Int32,
    largestCode: UInt8
  ) {
    let codesPerLevel = Int32(ColumnLayout.codesPerLevel)
    let levelWeight = Int32((unitsPerCode * Double(codesPerLevel)).rounded(.up))
    unsafe self.init(
      documents: levels, excesses: excesses, unitCodes: nil, weight: UInt16(levelWeight),
      levelRounding: (levelWeight << ImpactSweep.partBits) - codesPerLevel * codeWeight, codeWeight: codeWeight,
      bound: (Int32(largestCode) + codesPerLevel - 1) / codesPerLevel * levelWeight)
  }

  fileprivate init(bits: PostingPart, unitsPerCode: Double, codeWeight: Int32) {
    let perUnit = ImpactSweep.bitWeightsPerUnit
    let weight = Int32((unitsPerCode * Double(perUnit)).rounded(.up))
    unsafe self.init(
      documents: bits.documents, excesses: bits.documents, unitCodes: bits.codes, weight: UInt16(weight),
      levelRounding: 0, codeWeight: codeWeight,
      // The kernel adds one unit for all columns that it adds together.
      bound: (weight * Int32(bits.largestCode) + perUnit - 1) / perUnit + 1)
  }
}

extension ImpactSweep.List {
  fileprivate init(_ part: PostingPart, term: Int, weight: Int32) {
    unsafe self.init(
      documents: part.documents, codes: part.codes, isWide: part.form == .list, isUnit: part.isUnit, term: term,
      weight: weight, largestCode: part.largestCode, count: part.count)
  }

  fileprivate init(
    documents: UnsafeRawPointer, codes: UnsafeRawPointer, isWide: Bool, isUnit: Bool, term: Int, weight: Int32,
    largestCode: UInt8, count: Int
  ) {
    let bound = ImpactSweep.units(ofParts: Int32(largestCode) &* weight)
    unsafe self.init(
      documents: documents, codes: codes, isWide: isWide, isUnit: isUnit, term: term, weight: weight, bound: bound,
      increment: bound, count: count)
  }
}
