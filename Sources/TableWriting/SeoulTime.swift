/// Points in time as people in Seoul read them: UTC+9 all year since 1988.
enum SeoulTime {
  static let offsetSeconds: Int64 = 9 * 3600
  private static let secondsPerDay: Int64 = 86_400
  /// 1970-01-01 in the count of days that spreadsheets keep, which begins on 1899-12-30 for every day after February 1900.
  private static let epochSerial = 25_569.0

  /// `yyyy-mm-dd hh:mm:ss`.
  static func text(_ seconds: Int64) -> String {
    let (day, second) = parts(seconds)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
    return "\(text(day: day)) \(clock)"
  }

  /// `yyyy-mm-dd`.
  static func text(day: Int64) -> String {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
  }

  /// Days and parts of a day as a spreadsheet counts them; `nil` before March 1900 and after 9999, where spreadsheets have
  /// no date or a wrong one.
  static func serial(_ seconds: Int64) -> Double? {
    let (day, second) = parts(seconds)
    return serial(day: day).map { $0 + Double(second) / Double(secondsPerDay) }
  }

  static func serial(day: Int64) -> Double? {
    let serial = epochSerial + Double(day)
    return serial >= 61 && serial < 2_958_466 ? serial : nil
  }

  private static func parts(_ seconds: Int64) -> (day: Int64, second: Int64) {
    let local = seconds.addingReportingOverflow(offsetSeconds).partialValue
    let second = (local % secondsPerDay + secondsPerDay) % secondsPerDay
    return ((local - second) / secondsPerDay, second)
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
