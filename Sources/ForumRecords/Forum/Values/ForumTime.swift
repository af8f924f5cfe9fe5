public import ResearchProfiles

/// A moment: seconds since 1970-01-01 00:00 UTC. Shown in Seoul's time, which is UTC+9 all year round.
public struct ForumTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var secondsSinceEpoch: Int64

  public init(secondsSinceEpoch: Int64) { self.secondsSinceEpoch = secondsSinceEpoch }

  /// The first second of a day in Seoul.
  public init(startOf date: CalendarDate) {
    secondsSinceEpoch = Int64(date.daysSinceEpoch) * Self.secondsPerDay - Self.seoulOffsetSeconds
  }

  private static let secondsPerDay: Int64 = 86_400
  private static let seoulOffsetSeconds: Int64 = 9 * 3600

  /// The day in Seoul. Moments beyond the years that ``CalendarDate`` can hold become its first or last day.
  public var seoulDate: CalendarDate {
    let days = seoulParts.days
    return CalendarDate(daysSinceEpoch: Int32(clamping: min(max(days, -719_162), 2_932_896)))
  }

  /// The time of day in Seoul.
  public var seoulTimeOfDay: (hour: Int, minute: Int, second: Int) {
    let second = Int(seoulParts.secondOfDay)
    return (second / 3600, second / 60 % 60, second % 60)
  }

  private var seoulParts: (days: Int64, secondOfDay: Int64) {
    let (sum, overflows) = secondsSinceEpoch.addingReportingOverflow(Self.seoulOffsetSeconds)
    let local = overflows ? Int64.max : sum
    let (days, second) = local.quotientAndRemainder(dividingBy: Self.secondsPerDay)
    return second < 0 ? (days - 1, second + Self.secondsPerDay) : (days, second)
  }

  /// A moment so many seconds later, or earlier for a negative number; the first or last moment where that overflows.
  public func adding(seconds: Int64) -> ForumTime {
    let (sum, overflows) = secondsSinceEpoch.addingReportingOverflow(seconds)
    return ForumTime(secondsSinceEpoch: overflows ? (seconds > 0 ? .max : .min) : sum)
  }

  /// The same time of day so many days later.
  public func adding(days: Int) -> ForumTime {
    let (seconds, overflows) = Int64(days).multipliedReportingOverflow(by: Self.secondsPerDay)
    return adding(seconds: overflows ? (days > 0 ? .max : .min) : seconds)
  }

  /// Seoul's date and time, `2026-11-21 21:05:42`.
  public var description: String {
    let time = seoulTimeOfDay
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(seoulDate) \(padded(time.hour)):\(padded(time.minute)):\(padded(time.second))"
  }

  public static func < (left: Self, right: Self) -> Bool { left.secondsSinceEpoch < right.secondsSinceEpoch }
}

extension ForumTime: Codable {
  /// A number of seconds.
  public init(from decoder: any Decoder) throws {
    secondsSinceEpoch = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(secondsSinceEpoch)
  }
}
