/// Writes .zip archives byte by byte, wrong ones too.
struct TestArchive {
  struct Entry {
    var name: [UInt8]
    /// What stands in the archive: the content itself, or already packed.
    var stored: [UInt8]
    var content: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var declaredByteCount: UInt32?
    var declaredChecksum: UInt32?

    init(_ name: String, _ content: some Sequence<UInt8>) {
      self.name = Array(name.utf8)
      self.content = Array(content)
      stored = self.content
    }

    init(_ name: String, _ text: String) { self.init(name, text.utf8) }
  }

  /// An entry of one repeated letter, packed about 158 times smaller.
  static func run(_ name: String, of letter: UInt8, byteCount: Int) -> Entry {
    var entry = Entry(name, Array(repeating: letter, count: byteCount))
    var bits = BitWriter()
    bits.write(0b011, count: 3)  // the last block, fixed Huffman codes
    bits.writeCode(0x30 + Int(letter), count: 8)
    var left = byteCount - 1
    while left >= 258 {
      bits.writeCode(0b1100_0101, count: 8)  // 258 bytes ...
      bits.writeCode(0, count: 5)  // ... from one byte before
      left -= 258
    }
    for _ in 0..<left { bits.writeCode(0x30 + Int(letter), count: 8) }
    bits.writeCode(0, count: 7)
    entry.stored = bits.finished()
    entry.method = 8
    return entry
  }

  static func bytes(_ entries: [Entry]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = archive.count
      let header = fields(entry)
      archive += little32(0x0403_4B50) + header + little16(entry.name.count) + little16(0) + entry.name + entry.stored
      directory +=
        little32(0x0201_4B50) + little16(20) + header + little16(entry.name.count) + little16(0) + little16(0)
      directory += little16(0) + little16(0) + little32(0) + little32(offset) + entry.name
    }
    let start = archive.count
    archive += directory
    archive += little32(0x0605_4B50) + little16(0) + little16(0) + little16(entries.count) + little16(entries.count)
    archive += little32(directory.count) + little32(start) + little16(0)
    return archive
  }

  /// The same entry many times in the directory and once in the archive.
  static func overlapping(_ entry: Entry, count: Int) -> [UInt8] {
    let header = fields(entry)
    var archive = little32(0x0403_4B50) + header + little16(entry.name.count) + little16(0) + entry.name + entry.stored
    let start = archive.count
    for _ in 0..<count {
      archive += little32(0x0201_4B50) + little16(20) + header + little16(entry.name.count) + little16(0) + little16(0)
      archive += little16(0) + little16(0) + little32(0) + little32(0) + entry.name
    }
    let directoryByteCount = archive.count - start
    archive += little32(0x0605_4B50) + little16(0) + little16(0) + little16(count) + little16(count)
    return archive + little32(directoryByteCount) + little32(start) + little16(0)
  }

  private static func fields(_ entry: Entry) -> [UInt8] {
    little16(20) + little16(Int(entry.flags)) + little16(Int(entry.method)) + little16(0) + little16(0x21)
      + little32(Int(entry.declaredChecksum ?? checksum(entry.content))) + little32(entry.stored.count)
      + little32(Int(entry.declaredByteCount ?? UInt32(entry.content.count)))
  }

  private static func little16(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private static func little32(_ value: Int) -> [UInt8] { little16(value) + little16(value >> 16) }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  /// CRC-32 as .zip uses it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { checksum, byte in checksum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)] }
  }

  private struct BitWriter {
    private var bytes: [UInt8] = []
    private var current = 0
    private var count = 0

    /// Lowest bit first.
    mutating func write(_ value: Int, count bits: Int) {
      for bit in 0..<bits {
        current |= (value >> bit & 1) << count
        count += 1
        if count == 8 {
          bytes.append(UInt8(current))
          (current, count) = (0, 0)
        }
      }
    }

    /// Highest bit first, as Huffman codes are.
    mutating func writeCode(_ code: Int, count bits: Int) {
      for bit in stride(from: bits - 1, through: 0, by: -1) { write(code >> bit & 1, count: 1) }
    }

    mutating func finished() -> [UInt8] {
      if count > 0 { bytes.append(UInt8(current)) }
      return bytes
    }
  }
}
