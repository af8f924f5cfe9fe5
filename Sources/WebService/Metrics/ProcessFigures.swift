import Foundation

/// What the system says of this process (Linux' `/proc/self`); nothing where it does not say it.
enum ProcessFigures {
  /// Gauges and counters by their names in Prometheus.
  static var all: [(name: String, value: Double, isCounter: Bool)] {
    var figures: [(name: String, value: Double, isCounter: Bool)] = []
    if let bytes = residentByteCount { figures.append(("process_resident_memory_bytes", bytes, false)) }
    if let count = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
      figures.append(("process_open_fds", Double(count), false))
    }
    if let seconds = processorSeconds { figures.append(("process_cpu_seconds", seconds, true)) }
    return figures
  }

  static let help = [
    "process_resident_memory_bytes": "Memory that the process holds.",
    "process_open_fds": "Open descriptors of files and sockets.",
    "process_cpu_seconds_total": "Processor time of all threads.",
  ]

  private static var residentByteCount: Double? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = line.split(whereSeparator: { $0 == "\t" || $0 == " " }).dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return kilobytes * 1024
  }

  private static var processorSeconds: Double? {
    // The name of the program, in parentheses, may hold blanks; the 14th and 15th fields are ticks of a hundredth.
    guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return nil }
    return (user + system) / 100
  }
}
