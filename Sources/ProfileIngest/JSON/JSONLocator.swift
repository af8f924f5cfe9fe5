/// Finds the line of a value in JSON text that is known to parse.
struct JSONLocator {
  enum Key: Equatable {
    case member(String)
    case index(Int)
  }

  private let bytes: [UInt8]
  private var index: Int

  /// The line, from 1, on which the value stands that the keys lead to, or its key where it is a member's; that of the last
  /// one that is there.
  static func line(of keys: [Key], in bytes: [UInt8]) -> Int {
    var locator = JSONLocator(bytes: bytes, index: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    let offset = locator.offset(of: keys[...])
    return 1 + bytes[0..<min(offset, bytes.count)].count { $0 == 0x0A }
  }

  /// Such as `records[2].title`.
  static func text(of keys: [Key]) -> String {
    var text = ""
    for key in keys {
      switch key {
      case .member(let name): text += (text.isEmpty ? "" : ".") + name
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  private mutating func offset(of keys: ArraySlice<Key>) -> Int {
    skipBlanks()
    var start = index
    guard let key = keys.first, index < bytes.count else { return start }
    let closing: UInt8
    switch bytes[index] {
    case 0x7B: closing = 0x7D
    case 0x5B: closing = 0x5D
    default: return start
    }
    index += 1
    var count = 0
    while index < bytes.count {
      skipBlanks()
      guard index < bytes.count, bytes[index] != closing else { return start }
      if bytes[index] == 0x2C {
        index += 1
        continue
      }
      let entry = index
      var isWanted = key == .index(count) && closing == 0x5D
      if closing == 0x7D {
        let name = string()
        isWanted = key == .member(name)
        skipBlanks()
        index += 1  // the colon
        skipBlanks()
      }
      count += 1
      if isWanted {
        start = entry
        if keys.count == 1 { return entry }
        return offset(of: keys.dropFirst())
      }
      skipValue()
    }
    return start
  }

  private mutating func string() -> String {
    let start = index
    skipString()
    let value = try? JSONParser.parse(bytes, start..<index, depthLimit: 1, valueLimit: 1)
    return value?.scalar ?? ""
  }

  private mutating func skipString() {
    index += 1
    while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    index += 1
  }

  private mutating func skipValue() {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x22:
        skipString()
        if depth == 0 { return }
        continue
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        if depth == 0 { return }
        depth -= 1
        if depth == 0 {
          index += 1
          return
        }
      case 0x2C where depth == 0: return
      default: break
      }
      index += 1
    }
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }
}
