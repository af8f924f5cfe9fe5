import Foundation

/// What the system says of this process, in megabytes (10^6); `nil` where it does not tell.
enum ProcessMemory {
  /// In memory now, mapped files included.
  static var residentMegabytes: Double? { megabytes("VmRSS:") }

  /// The most that was in memory at any time.
  static var peakMegabytes: Double? { megabytes("VmHWM:") }

  private static func megabytes(_ key: String) -> Double? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(key) }),
      let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return kibibytes * 1024 / 1_000_000
  }
}
