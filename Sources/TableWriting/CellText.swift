/// Text as a cell of a spreadsheet can hold it.
struct CellText: Equatable {
  /// In UTF-16 code units: Excel's limit for a cell.
  static let spreadsheetLimit = 32_767

  var text: String
  var removedCharacterCount = 0
  var isShortened = false

  /// Takes out control characters and noncharacters, makes every line break a line feed, and cuts off what is too long at the
  /// end of a character.
  ///
  /// - Parameter limit: in UTF-16 code units; `nil` for none.
  init(_ source: String, limit: Int? = spreadsheetLimit) {
    let isPlain = source.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain, source.utf8.count <= limit ?? .max {
      text = source
      return
    }
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in source.unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0A: if previous.value != 0x0D { scalars.append("\n") }
      case 0x0D, 0x85, 0x2028, 0x2029: scalars.append("\n")
      case 0x09: scalars.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: removedCharacterCount += 1
      case let value where value & 0xFFFE == 0xFFFE: removedCharacterCount += 1
      default: scalars.append(scalar)
      }
    }
    text = String(scalars)
    if let limit, text.utf16.count > limit {
      isShortened = true
      let room = limit - 1
      var length = 0
      text =
        String(
          text.prefix { character in
            length += character.utf16.count
            return length <= room
          }) + "…"
    }
  }
}
