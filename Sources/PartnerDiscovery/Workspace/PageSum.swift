import IndexStorage

/// The sum, modulo 2^64, of the hashes of a file's pages, each hashed with its number: pages can be taken out and put in
/// without a look at the others.
///
/// One page that changes always changes the sum unless two hashes of 64 bits are equal.
struct PageSum: Equatable, Sendable {
  static let pageByteCount = 4096

  /// Of the whole file.
  private(set) var byteCount: Int
  private(set) var sum: UInt64

  /// - Complexity: reads the file.
  init(of file: ByteRegion) {
    byteCount = file.count
    sum = 0
    for page in 0..<Self.pageCount(byteCount) { sum &+= Self.hash(page, of: file) }
  }

  /// Takes pages out as they are; those behind the end count nothing.
  mutating func remove(_ pages: Set<Int>, of file: ByteRegion) {
    let count = Self.pageCount(file.count)
    for page in pages where page < count { sum &-= Self.hash(page, of: file) }
  }

  /// Puts pages in as they are.
  ///
  /// - Parameter file: not shorter than before.
  mutating func add(_ pages: Set<Int>, of file: ByteRegion) {
    let count = Self.pageCount(file.count)
    for page in pages where page < count { sum &+= Self.hash(page, of: file) }
    byteCount = file.count
  }

  private static func pageCount(_ byteCount: Int) -> Int { (byteCount + pageByteCount - 1) / pageByteCount }

  private static func hash(_ page: Int, of file: ByteRegion) -> UInt64 {
    let start = page * pageByteCount
    let checksum = file[start..<min(start + pageByteCount, file.count)].checksum
    // An odd factor and a rotation for each page number: equal pages that change places are noticed.
    let mixed = (checksum ^ UInt64(page) &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 31
  }
}

extension PageSum {
  private static let prefix = "moim registry seal 2: "
  private static let middle = " bytes, sum of pages "

  var sealText: String { "\(Self.prefix)\(byteCount)\(Self.middle)\(String(sum, radix: 16))\n" }

  /// - Returns: `nil` for any text that ``sealText`` would not give.
  init?(sealText: String) {
    guard sealText.hasPrefix(Self.prefix), sealText.hasSuffix("\n") else { return nil }
    let rest = sealText.dropFirst(Self.prefix.count).dropLast()
    guard let middle = rest.firstRange(of: Self.middle), let byteCount = Int(rest[..<middle.lowerBound]),
      let sum = UInt64(rest[middle.upperBound...], radix: 16)
    else { return nil }
    self.byteCount = byteCount
    self.sum = sum
    guard self.sealText == sealText else { return nil }
  }
}
