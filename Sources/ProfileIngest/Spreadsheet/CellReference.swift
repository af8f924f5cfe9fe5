/// The place of a cell, `A1` being column 0 and row 1.
struct CellReference: Equatable {
  static let mostColumns = 16_384
  static let mostRows = 1_048_576

  var column: Int
  var row: Int

  /// Reads letters and digits such as `AB12`, also beyond the last column and row; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var letterCount = 0
    var digitCount = 0
    for byte in text.utf8 {
      switch byte {
      case 0x24: continue  // $A$1
      case 0x41...0x5A where digitCount == 0 && letterCount < 7, 0x61...0x7A where digitCount == 0 && letterCount < 7:
        column = column * 26 + Int(byte & 0x1F)
        letterCount += 1
      case 0x30...0x39 where letterCount > 0 && digitCount < 12:
        row = row * 10 + Int(byte - 0x30)
        digitCount += 1
      default: return nil
      }
    }
    guard letterCount > 0, row > 0 else { return nil }
    self.column = column - 1
    self.row = row
  }
}
