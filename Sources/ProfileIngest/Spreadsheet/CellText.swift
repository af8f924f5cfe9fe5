import ResearchProfiles

/// Turns what a cell stores into text.
struct CellText {
  /// A cell's text, or why it has none.
  enum Outcome: Equatable {
    case text(String)
    /// The cell holds an error such as `#N/A`.
    case error(String)
    /// It refers to a shared text that is not there.
    case missing
  }

  var strings = SharedStrings()
  var formats: [NumberFormat] = []
  var countsDaysFrom1904 = false
  /// Whether dates keep their time of day, as `2023-11-21 14:31:05`; without one they are days as ever.
  var keepsTimeOfDay = false

  /// - Parameters:
  ///   - value: what stands in `v`, or the text of `is`.
  ///   - kind: the cell's `t` (ECMA-376 part 1, 18.18.11).
  ///   - style: the cell's `s`.
  func outcome(of value: [UInt8], kind: String?, style: Int) -> Outcome {
    switch kind {
    case "s":
      guard let number = Int(FieldText.identifier(value)), let text = strings[number] else { return .missing }
      return .text(String(decoding: text, as: UTF8.self))
    case "str", "inlineStr": return .text(String(decoding: Self.unescaped(value), as: UTF8.self))
    case "b":
      let text = FieldText.identifier(value)
      return .text(text == "1" || text == "true" ? "TRUE" : text.isEmpty ? "" : "FALSE")
    case "e": return .error(FieldText.identifier(value))
    case "d":
      let text = FieldText.identifier(value)
      return .text(CalendarDate(text)?.description ?? text)
    default: return .text(numeral(FieldText.identifier(value), style: style))
    }
  }

  private func numeral(_ text: String, style: Int) -> String {
    let format = formats.indices.contains(style) ? formats[style] : .plain
    // Long digits stay as they are: not every whole number is a Double.
    let isWhole = !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if isWhole, format == .plain { return text }
    guard let number = Double(text), number.isFinite else { return text }
    switch format {
    case .date: return date(number) ?? text
    case .padded(let digitCount):
      guard number >= 0, let whole = Int64(exactly: number) else { return Self.plain(number) }
      let digits = String(whole)
      return String(repeating: "0", count: max(0, digitCount - digits.count)) + digits
    case .plain: return Self.plain(number)
    }
  }

  private static func plain(_ number: Double) -> String {
    if abs(number) < 1e15, let whole = Int64(exactly: number) { return String(whole) }
    return String(number)
  }

  /// The day of a serial number, or `nil` where it counts none that a sheet could show.
  ///
  /// Day 1 is 1900-01-01 and 1900 counts as a leap year, which it was not: numbers up to 59 are a day nearer to their
  /// date than those from 61, and 60 is a day that never was. In the other system day 0 is 1904-01-01.
  private func date(_ serial: Double) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let second = keepsTimeOfDay ? Int(((serial - serial.rounded(.down)) * 86_400).rounded()) : 0
    // What rounds up to the next day's first second is that.
    guard let text = day(Int(serial) + second / 86_400) else { return nil }
    return second % 86_400 == 0 ? text : text + " " + Self.timeOfDay(second)
  }

  private static func timeOfDay(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  private func day(_ day: Int) -> String? {
    if countsDaysFrom1904 { return CalendarDate(year: 1904, month: 1, day: 1).map { Self.text(day, after: $0) } }
    switch day {
    case 0: return nil
    case 60: return "1900-02-29"
    default:
      return CalendarDate(year: 1899, month: 12, day: day < 60 ? 31 : 30).map { Self.text(day, after: $0) }
    }
  }

  private static func text(_ dayCount: Int, after date: CalendarDate) -> String {
    CalendarDate(daysSinceEpoch: date.daysSinceEpoch + Int32(dayCount)).description
  }

  /// Text with `_x000D_` and the like as the characters they stand for (ECMA-376 part 1, 22.9.2.19): XML cannot hold
  /// them otherwise.
  static func unescaped(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x5F) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == 0x5F, let scalar = escaped(text[index...].prefix(7)) {
        result += Array(String(Character(scalar)).utf8)
        index += 7
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// The character of `_xHHHH_`.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard bytes.count == 7, bytes[bytes.startIndex + 1] == 0x78, bytes.last == 0x5F else { return nil }
    let digits = bytes.dropFirst(2).dropLast()
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap { Unicode.Scalar($0) }
  }
}
