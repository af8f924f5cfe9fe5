/// Reads a QR code of version 1 to 6 by the book (ISO/IEC 18004), without correction of errors: the slow way that the codes
/// which we make are checked by.
struct QRCodeReading {
  var version: Int
  /// The two bits of the format: 01 low, 00 medium, 11 quartile, 10 high.
  var levelBits: Int
  var text: String

  /// Blocks and codewords of data in each, by version, at medium correction.
  private static let mediumBlocks = [(1, 16), (1, 28), (1, 44), (2, 32), (2, 43), (4, 27)]

  init?(size: Int, isDark: (_ row: Int, _ column: Int) -> Bool) {
    guard (size - 17) % 4 == 0, (1...6).contains((size - 17) / 4) else { return nil }
    version = (size - 17) / 4
    // Five bits of format and ten of their check, beside the upper left finder pattern.
    var format = 0
    let places = (0...5).map { (8, $0) } + [(8, 7), (8, 8), (7, 8)] + (0...5).reversed().map { ($0, 8) }
    for (row, column) in places { format = format << 1 | (isDark(row, column) ? 1 : 0) }
    format ^= 0b101_0100_0001_0010
    guard Self.check(format >> 10) == format & 0x3FF else { return nil }
    levelBits = format >> 13
    guard levelBits == 0 else { return nil }
    let mask = format >> 10 & 7
    // Codewords in pairs of columns from the right, upwards first; the column of the timing pattern is passed over.
    var bits: [Bool] = []
    var column = size - 1
    var goesUp = true
    while column > 0 {
      if column == 6 { column -= 1 }
      for step in 0..<size {
        let row = goesUp ? size - 1 - step : step
        for place in [column, column - 1] where !Self.isFunction(row, place, size: size) {
          bits.append(isDark(row, place) != Self.isMasked(mask, row, place))
        }
      }
      column -= 2
      goesUp.toggle()
    }
    let (blockCount, length) = Self.mediumBlocks[version - 1]
    var data: [Bool] = []
    for block in 0..<blockCount {
      for codeword in 0..<length {
        let start = (codeword * blockCount + block) * 8
        data += bits[start..<start + 8]
      }
    }
    func number(_ start: Int, _ count: Int) -> Int { data[start..<start + count].reduce(0) { $0 << 1 | ($1 ? 1 : 0) } }
    guard number(0, 4) == 0b0100 else { return nil }
    let byteCount = number(4, 8)
    text = String(decoding: (0..<byteCount).map { UInt8(number(12 + $0 * 8, 8)) }, as: UTF8.self)
  }

  /// BCH (15, 5).
  private static func check(_ bits: Int) -> Int {
    var remainder = bits << 10
    for shift in stride(from: 4, through: 0, by: -1) where remainder >> (10 + shift) & 1 == 1 {
      remainder ^= 0b101_0011_0111 << shift
    }
    return remainder
  }

  private static func isFunction(_ row: Int, _ column: Int, size: Int) -> Bool {
    if row == 6 || column == 6 { return true }
    if row <= 8, column <= 8 || column >= size - 8 { return true }
    if row >= size - 8, column <= 8 { return true }
    // The one alignment pattern of versions 2 to 6.
    return size > 21 && abs(row - (size - 7)) <= 2 && abs(column - (size - 7)) <= 2
  }

  private static func isMasked(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: row * column % 2 + row * column % 3 == 0
    case 6: (row * column % 2 + row * column % 3) % 2 == 0
    default: ((row + column) % 2 + row * column % 3) % 2 == 0
    }
  }
}
