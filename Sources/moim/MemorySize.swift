import ArgumentParser

/// A number of bytes as people write it: 1048576, 512M, 2G.
struct MemorySize: ExpressibleByArgument, CustomStringConvertible, Equatable {
  private static let units: [(letter: Character, byteCount: Int)] = [("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10)]

  var byteCount: Int

  init(byteCount: Int) { self.byteCount = byteCount }

  /// Digits and K, M or G for powers of 1,024, in either case, also as KB, KiB.
  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0 else { return nil }
    var unit = 1
    let suffix = argument.dropFirst(digits.count).uppercased()
    if let letter = suffix.first, suffix != "B" {
      guard let known = Self.units.first(where: { $0.letter == letter }),
        ["", "B", "IB"].contains(String(suffix.dropFirst()))
      else { return nil }
      unit = known.byteCount
    }
    let (product, overflows) = number.multipliedReportingOverflow(by: unit)
    guard !overflows else { return nil }
    byteCount = product
  }

  var description: String {
    for unit in Self.units where byteCount >= unit.byteCount && byteCount.isMultiple(of: unit.byteCount) {
      return "\(byteCount / unit.byteCount)\(unit.letter)"
    }
    return "\(byteCount) bytes"
  }
}
