import ResearchProfiles

/// Dates as sources write them.
enum DateText {
  /// - Parameter order: in which order day, month and year stand where the text does not begin with a year.
  static func date(_ text: String, order: FieldRule.DateOrder) -> CalendarDate? {
    if order == .yearMonthDay { return CalendarDate(text) }
    let numbers = text.split(whereSeparator: { !($0.isASCII && $0.isNumber) }).prefix(3).compactMap { Int($0) }
    guard numbers.count == 3, numbers[0] < 1000 else { return CalendarDate(text) }
    let (day, month) = order == .dayMonthYear ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
    return CalendarDate(year: numbers[2], month: month, day: day)
  }
}
