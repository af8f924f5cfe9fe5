import Foundation

/// What the system says of this process.
enum ProcessMemory {
  /// Megabytes (10^6) in memory now, mapped files included; `nil` where the system does not tell.
  static var residentMegabytes: Double? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return kibibytes * 1024 / 1_000_000
  }
}
