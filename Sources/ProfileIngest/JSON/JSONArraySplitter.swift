/// Cuts a JSON array into its elements without parsing them.
struct JSONArraySplitter {
  struct Element: Equatable {
    /// The line on which it begins.
    var line: Int
    /// `nil` for an element that is too long.
    var bytes: [UInt8]?
  }

  private enum State {
    case beforeArray, beforeElement, inElement, afterArray
  }

  private let lineByteLimit: Int
  private var state = State.beforeArray
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var element: [UInt8] = []
  private var elementLine = 1
  private var isTooLong = false
  private var isFirstChunk = true
  /// The line that is being read.
  private(set) var line = 1
  private(set) var failure: IngestText?

  init(lineByteLimit: Int) { self.lineByteLimit = lineByteLimit }

  /// What is wrong when the input ends here.
  var failureAtEnd: IngestText? { state == .afterArray ? nil : "the list is not closed" }

  /// Takes the next bytes; returns the elements that end in them.
  mutating func feed(_ bytes: [UInt8], count: Int) -> [Element] {
    var elements: [Element] = []
    var start = 0
    if isFirstChunk, bytes.prefix(count).starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    isFirstChunk = false
    for byte in bytes[start..<max(start, count)] {
      if failure != nil { break }
      if byte == 0x0A { line += 1 }
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      switch state {
      case .beforeArray:
        if byte == 0x5B { state = .beforeElement }
      case .beforeElement:
        if isBlank || byte == 0x2C { continue }
        if byte == 0x5D {
          state = .afterArray
        } else {
          (state, elementLine, depth) = (.inElement, line, 0)
          take(byte, into: &elements)
        }
      case .inElement: take(byte, into: &elements)
      case .afterArray:
        if !isBlank { failure = "something follows the list" }
      }
    }
    return elements
  }

  private mutating func take(_ byte: UInt8, into elements: inout [Element]) {
    if isInString {
      append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        isInString = false
      }
      return
    }
    switch byte {
    case 0x22: isInString = true
    case 0x7B, 0x5B: depth += 1
    case 0x7D, 0x5D:
      if depth == 0 {
        finish(into: &elements)
        if byte == 0x5D { state = .afterArray } else { failure = "a } has no {" }
        return
      }
      depth -= 1
    case 0x2C where depth == 0: return finish(into: &elements)
    default: break
    }
    append(byte)
  }

  private mutating func append(_ byte: UInt8) {
    if element.count >= lineByteLimit {
      isTooLong = true
      element = []
    }
    if !isTooLong { element.append(byte) }
  }

  private mutating func finish(into elements: inout [Element]) {
    elements.append(Element(line: elementLine, bytes: isTooLong ? nil : element))
    element.removeAll(keepingCapacity: element.capacity <= 1 << 20)
    isTooLong = false
    state = .beforeElement
  }
}
