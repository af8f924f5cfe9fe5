/// Looks for a word in a text, byte by byte.
///
/// Invariant: offsets stay in `0...bytes.count`, and every byte is read below the count.
extension CapitalizationSample {
  /// For each byte 1 where it is an ASCII letter or digit, or part of a character beyond ASCII.
  private static let isInWord: [Bool] = (0...255).map { byte in
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// - Parameter word: in lower case, ASCII, not empty.
  static func scan(_ text: String, for word: [UInt8], isHeld: inout Bool, isCapital: inout Bool) {
    var text = text
    text.withUTF8 { bytes in
      unsafe isInWord.withUnsafeBufferPointer { isInWord in
        var offset = 0
        while offset < bytes.count {
          while offset < bytes.count, unsafe !isInWord[Int(bytes[offset])] { offset &+= 1 }
          let start = offset
          while offset < bytes.count, unsafe isInWord[Int(bytes[offset])] { offset &+= 1 }
          guard offset - start == word.count,
            (0..<word.count).allSatisfy({ unsafe lowercased(bytes[start + $0]) == word[$0] })
          else { continue }
          isHeld = true
          if unsafe bytes[start] != word[0] { isCapital = true }
        }
      }
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
