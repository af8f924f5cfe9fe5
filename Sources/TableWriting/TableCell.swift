/// What stands in a cell.
public enum TableCell: Hashable, Sendable {
  case empty
  case text(String)
  /// Infinite values and NaN are written as an empty cell.
  case number(Double)
  /// Seconds since 1970-01-01 00:00 UTC, shown in Seoul's time.
  case time(Int64)
  /// Days since 1970-01-01: a day of the calendar, without time or zone.
  case day(Int32)

  /// A text, or an empty cell where there is none.
  public static func text(ifAny text: String?) -> TableCell { text.map { .text($0) } ?? .empty }

  public static func number(_ number: Int) -> TableCell { .number(Double(number)) }
}
