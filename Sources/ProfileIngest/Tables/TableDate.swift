import ResearchProfiles

/// Dates as tables write them.
enum TableDate {
  /// Days counted by spreadsheets since 1899-12-30: from 1954 to 2064, which is what research is dated by.
  private static let serials = 20_000.0..<60_000.0

  /// `yyyy-mm-dd` and what ``CalendarDate`` reads besides, `yyyy년 m월 d일`, a period's first day, or a day as a spreadsheet
  /// counts it; `nil` for anything else.
  static func date(_ text: String) -> CalendarDate? {
    let text = FieldText.line(text)
    guard let first = text.utf8.first, first >= 0x30, first <= 0x39 || text.hasPrefix("’") else { return nil }
    if text.utf8.count <= 12, !text.utf8.contains(0x2D), let serial = Double(text), serials.contains(serial) {
      return CalendarDate(year: 1899, month: 12, day: 30).map {
        CalendarDate(daysSinceEpoch: $0.daysSinceEpoch + Int32(serial))
      }
    }
    if text.contains("년") {
      let numbers = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      guard let year = numbers.first, (1000...9999).contains(year) else { return nil }
      return CalendarDate(
        year: year, month: numbers.count > 1 && text.contains("월") ? numbers[1] : 1,
        day: numbers.count > 2 && text.contains("일") ? numbers[2] : 1)
    }
    // A number with many digits is an id, not a day.
    let digits = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    guard digits == 4 || digits == 6 || digits == 8 else { return nil }
    if digits == 6 {
      guard let year = Int(text.prefix(4)), let month = Int(text.dropFirst(4).prefix(2)), (1900...2100).contains(year)
      else { return nil }
      return CalendarDate(year: year, month: month, day: 1)
    }
    guard let date = CalendarDate(text), (1900...2100).contains(date.components.year) else { return nil }
    return date
  }
}
