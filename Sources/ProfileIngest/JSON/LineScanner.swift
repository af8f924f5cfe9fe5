/// Finds the lines of a stretch of bytes in constant memory: a line that lies in one chunk is not copied, and one that is
/// too long is not kept.
final class LineScanner {
  enum Line {
    /// `bytes[range]`, without its line break; not empty.
    case text(bytes: [UInt8], range: Range<Int>)
    case tooLong
  }

  /// Line breaks met inside the range of bytes.
  private(set) var newlineCount = 0
  let chunks: ByteChunks
  private let range: Range<Int64>
  private let limits: IngestLimits

  /// - Parameters:
  ///   - chunks: the bytes from the range's first on, or from the one before it where the range does not begin at 0.
  ///   - range: the lines that begin in it are found; the last of them may end behind it.
  init(_ chunks: ByteChunks, range: Range<Int64>, limits: IngestLimits) {
    self.chunks = chunks
    self.range = range
    self.limits = limits
  }

  /// Calls `body` for each line that is not blank, with its number (from 1, counted from the range's begin).
  ///
  /// - Parameter afterChunk: called between chunks, when no line is in use, with the bytes of the range that have been
  ///   read.
  func forEachLine(
    _ body: (Line, _ number: Int) throws -> Void, afterChunk: (_ byteCount: Int64) throws -> Void
  ) throws {
    /// Where the current chunk begins in the file.
    var chunkStart = max(0, range.lowerBound - 1)
    /// The byte before a range tells whether a line begins with it; else the line under way belongs to the range before.
    var isInForeignLine = range.lowerBound > 0
    var carried: [UInt8] = []
    var carriesTooMuch = false

    while try chunks.next() {
      let count = chunks.count
      var start = 0
      if chunkStart == 0, chunks.bytes.prefix(count).starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      while start < count {
        let lineStart = chunkStart + Int64(start)
        if carried.isEmpty, !carriesTooMuch, !isInForeignLine, lineStart >= range.upperBound { return }
        guard let newline = chunks.bytes.firstIndex(of: 0x0A, in: start..<count) else { break }
        let position = chunkStart + Int64(newline)
        if range.contains(position) { newlineCount += 1 }
        if isInForeignLine {
          isInForeignLine = false
        } else {
          // The number of the line that this line break ends.
          let number = range.contains(position) ? newlineCount : newlineCount + 1
          if carriesTooMuch || carried.count + newline - start > limits.lineByteCount {
            try body(.tooLong, number)
          } else if carried.isEmpty {
            try give(chunks.bytes, start..<newline, number, body)
          } else {
            carried += chunks.bytes[start..<newline]
            try give(carried, 0..<carried.count, number, body)
          }
          carried.removeAll(keepingCapacity: carried.capacity <= 1 << 20)
          carriesTooMuch = false
        }
        start = newline + 1
      }
      if start < count, !isInForeignLine {
        if carriesTooMuch || carried.count + count - start > limits.lineByteCount {
          carried = []
          carriesTooMuch = true
        } else {
          carried += chunks.bytes[start..<count]
        }
      }
      chunkStart += Int64(count)
      if isInForeignLine || carriesTooMuch, chunkStart >= range.upperBound {
        // What follows belongs to the next ranges; a line that is too long need not be read to its end.
        if carriesTooMuch { try body(.tooLong, newlineCount + 1) }
        return
      }
      try afterChunk(max(0, min(chunkStart, range.upperBound) - range.lowerBound))
    }
    if carriesTooMuch {
      try body(.tooLong, newlineCount + 1)
    } else if !carried.isEmpty {
      try give(carried, 0..<carried.count, newlineCount + 1, body)
    }
  }

  private func give(
    _ bytes: [UInt8], _ range: Range<Int>, _ number: Int, _ body: (Line, Int) throws -> Void
  ) rethrows {
    var range = range
    while let last = range.last, bytes[last] == 0x0D || bytes[last] == 0x20 || bytes[last] == 0x09 {
      range = range.lowerBound..<last
    }
    if !range.isEmpty { try body(.text(bytes: bytes, range: range), number) }
  }
}
