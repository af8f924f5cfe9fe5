/// Why a table was not written.
public enum TableWritingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// - Parameters:
  ///   - row: from 1, without the line of headings; 0 is that line.
  ///   - heading: of the column.
  case noCodeInKoreanCodePage(character: Character, table: String, row: Int, heading: String)
  case noKoreanCodePage
  case tooManyColumns(table: String, count: Int, limit: Int)
  case fileNotWritten(path: String, reason: String)

  public var description: String {
    switch self {
    case .noCodeInKoreanCodePage(let character, let table, let row, let heading):
      let codes = character.unicodeScalars.map { scalar in
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }.joined(separator: " ")
      let place = row == 0 ? "its headings" : "row \(row), column '\(heading)'"
      return "CP949 has no code for '\(character)' (\(codes)) in table '\(table)', \(place): "
        + "nothing was written; take UTF-8, or replace the character"
    case .noKoreanCodePage:
      return "this system's C library does not know code page 949 (UHC): take UTF-8"
    case .tooManyColumns(let table, let count, let limit):
      return "table '\(table)' has \(count) columns and a sheet holds \(limit): divide it"
    case .fileNotWritten(let path, let reason):
      return "\(path) was not written: \(reason)"
    }
  }
}
