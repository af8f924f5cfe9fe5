/// Tells a file that is one JSON object over several lines from one with an object a line.
enum ObjectLayout {
  /// Whether the first object goes on after its first line. A line that is merely broken (the next one begins an object
  /// of its own) does not count.
  ///
  /// - Parameter content: the beginning of the file, from the object's brace on.
  static func spansLines(_ content: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    /// The last byte that is no blank.
    var last: UInt8 = 0
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      index += 1
      if isInString {
        if byte == 0x0A { return false }
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          (isInString, last) = (false, byte)
        }
        continue
      }
      switch byte {
      case 0x22: isInString = true
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 { return false }
      case 0x0A:
        guard let next = content[index...].first(where: { $0 > 0x20 }) else { return last != 0 }
        let continues = next != 0x7B || last == 0x2C || last == 0x3A || last == 0x5B
        return continues
      default: break
      }
      if byte > 0x20 { last = byte }
    }
    return false
  }
}
