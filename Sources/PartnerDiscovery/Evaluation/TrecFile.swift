import Foundation

/// Reads a text file line by line in bounded memory.
struct TrecFile {
  static let lineByteLimit = 1 << 20
  private static let chunkByteCount = 1 << 18

  /// What errors call it.
  let name: String

  /// Calls `body` with the number (from 1) and the fields of each line that is not blank.
  func forEachLine(
    _ body: (_ line: Int, _ fields: [ArraySlice<UInt8>]) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    let handle: FileHandle
    do {
      handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: name))
    } catch {
      throw .unreadable(file: name, detail: error.localizedDescription)
    }
    var pending: [UInt8] = []
    var line = 0
    while true {
      let chunk: Data?
      do {
        chunk = try handle.read(upToCount: Self.chunkByteCount)
      } catch {
        throw .unreadable(file: name, detail: error.localizedDescription)
      }
      guard let chunk, !chunk.isEmpty else { break }
      pending.append(contentsOf: chunk)
      var start = 0
      while let end = pending[start...].firstIndex(of: 0x0A) {
        line += 1
        try deliver(pending[start..<end], line: line, to: body)
        start = end + 1
      }
      pending.removeFirst(start)
      if pending.count > Self.lineByteLimit {
        throw .lineTooLong(file: name, line: line + 1, byteLimit: Self.lineByteLimit)
      }
    }
    if !pending.isEmpty { try deliver(pending[...], line: line + 1, to: body) }
  }

  /// The same for text in memory.
  func forEachLine(
    of text: String, _ body: (_ line: Int, _ fields: [ArraySlice<UInt8>]) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    for (index, line) in Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      try deliver(line, line: index + 1, to: body)
    }
  }

  func badLine(_ line: Int, expected: String, found fields: [ArraySlice<UInt8>]) -> EvaluationError {
    let text = fields.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return .badLine(
      file: name, line: line, expected: expected, found: text.count > 80 ? text.prefix(80) + "..." : text)
  }

  private func deliver(
    _ bytes: ArraySlice<UInt8>, line: Int,
    to body: (_ line: Int, _ fields: [ArraySlice<UInt8>]) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    var bytes = bytes
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let fields = bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if !fields.isEmpty { try body(line, fields) }
  }
}

/// A whole number of a field, or `nil`.
func integer(_ field: ArraySlice<UInt8>) -> Int? { Int(String(decoding: field, as: UTF8.self)) }
