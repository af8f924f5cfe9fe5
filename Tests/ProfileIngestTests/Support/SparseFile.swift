import Foundation

enum SparseFile {
  /// Adds a hole and then some text.
  static func extend(_ path: String, by byteCount: UInt64, then text: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    let end = try file.seekToEnd()
    try file.seek(toOffset: end + byteCount)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}

/// The most memory that the process has had resident.
enum PeakMemory {
  static var byteCount: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) * 1024
  }
}
