import ResearchProfiles

/// Moments as form services and spreadsheets write them, in Seoul's time where they name no other.
enum FormTimestamp {
  private static let seoulOffset: Int64 = 9 * 3600
  /// Days that spreadsheets count since 1899-12-30: from 1954 to 2064.
  private static let serials = 20_000.0..<60_000.0

  /// Seconds since 1970-01-01 00:00 UTC of `2023. 11. 21 오후 2:31:05`, `2023/11/21 2:31:05 오후 GMT+9`, `2023-11-21T05:31:05Z`,
  /// `2023년 11월 21일 14시 31분`, `11/21/2023 14:31:05` (month first, unless it cannot be one) or a spreadsheet's number of days;
  /// `nil` for anything else.
  static func seconds(_ text: String) -> Int64? {
    let text = AsciiForms.halfWidth(CleanText.line(text)).lowercased()
    if let serial = Double(text) {
      guard serials.contains(serial), let first = CalendarDate(year: 1899, month: 12, day: 30) else { return nil }
      return Int64(first.daysSinceEpoch) * 86_400 + Int64((serial * 86_400).rounded()) - seoulOffset
    }
    let (body, offset) = separated(text)
    let numbers = body.split { !($0.isASCII && $0.isNumber) }.map { Int($0) ?? .max }
    guard numbers.count >= 3, numbers.prefix(7).allSatisfy({ $0 < 1_000_000_000 }) else { return nil }
    let (year, month, day): (Int, Int, Int)
    if numbers[0] >= 1000 {
      (year, month, day) = (numbers[0], numbers[1], numbers[2])
    } else if numbers[2] >= 1000 {
      (year, month, day) =
        numbers[0] > 12 ? (numbers[2], numbers[1], numbers[0]) : (numbers[2], numbers[0], numbers[1])
    } else {
      return nil
    }
    guard (1900...2200).contains(year), let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    var hour = numbers.count > 3 ? numbers[3] : 0
    let minute = numbers.count > 4 ? numbers[4] : 0
    let second = numbers.count > 5 ? numbers[5] : 0
    let isAfternoon = body.contains("오후") || body.contains("pm") || body.contains("p.m")
    let isMorning = body.contains("오전") || body.contains("am") || body.contains("a.m")
    if isAfternoon || isMorning, (1...12).contains(hour) { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second) else { return nil }
    let local = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    return local - (offset ?? seoulOffset)
  }

  /// The text without the zone behind its time, and the zone's offset in seconds.
  private static func separated(_ text: String) -> (body: String, offset: Int64?) {
    if text.hasSuffix("z"), text.dropLast().last?.isNumber == true { return (String(text.dropLast()), 0) }
    for mark in ["gmt", "utc"] {
      guard let range = text.firstRange(of: mark) else { continue }
      return (String(text[..<range.lowerBound]), offset(text[range.upperBound...]) ?? 0)
    }
    if text.hasSuffix("kst") { return (String(text.dropLast(3)), nil) }
    // "+09:00" behind a time of day.
    if let colon = text.firstIndex(of: ":"), let sign = text[colon...].lastIndex(where: { $0 == "+" || $0 == "-" }) {
      return (String(text[..<sign]), offset(text[sign...]))
    }
    return (text, nil)
  }

  private static func offset(_ text: Substring) -> Int64? {
    let text = text.drop { $0 == " " }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0.isASCII && $0.isNumber }
    guard let number = Int64(digits), digits.count <= 4 else { return nil }
    let seconds = digits.count <= 2 ? number * 3600 : number / 100 * 3600 + number % 100 * 60
    return sign == "-" ? -seconds : seconds
  }
}
