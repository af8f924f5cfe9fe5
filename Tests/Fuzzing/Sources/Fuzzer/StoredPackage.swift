/// A ZIP package with its parts unpacked, made of one text: each part begins with a line `--- NAME`.
///
/// The checksums are right whatever the parts hold, so that a fuzzer's changes reach the readers of the parts.
enum StoredPackage {
  private static let mark = Array("--- ".utf8)

  static func bytes(ofParts text: [UInt8]) -> [UInt8] {
    var package: [UInt8] = []
    var directory: [UInt8] = []
    var partCount = 0
    for part in parts(of: text) {
      let offset = package.count
      // Version 2.0, no flags, stored, 1980-01-01; then the checksum and both sizes.
      var facts: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]
      append(checksum(part.content), to: &facts)
      append(UInt32(part.content.count), to: &facts)
      append(UInt32(part.content.count), to: &facts)
      facts += [UInt8(truncatingIfNeeded: part.name.count), UInt8(truncatingIfNeeded: part.name.count >> 8), 0, 0]
      package += [0x50, 0x4B, 3, 4] + facts + part.name + part.content
      directory += [0x50, 0x4B, 1, 2, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
      append(UInt32(offset), to: &directory)
      directory += part.name
      partCount += 1
    }
    let count = [UInt8(truncatingIfNeeded: partCount), UInt8(truncatingIfNeeded: partCount >> 8)]
    let start = package.count
    package += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
    append(UInt32(directory.count), to: &package)
    append(UInt32(start), to: &package)
    return package + [0, 0]
  }

  private static func parts(of text: [UInt8]) -> [(name: [UInt8], content: ArraySlice<UInt8>)] {
    var parts: [(name: [UInt8], content: ArraySlice<UInt8>)] = []
    var line = 0
    while line < text.count {
      let lineEnd = text[line...].firstIndex(of: 0x0A) ?? text.count
      if text[line..<lineEnd].starts(with: mark) {
        let start = min(lineEnd + 1, text.count)
        parts.append((Array(text[line..<lineEnd].dropFirst(mark.count).prefix(512)), text[start..<start]))
      } else if let last = parts.indices.last {
        parts[last].content = text[parts[last].content.startIndex..<min(lineEnd + 1, text.count)]
      }
      line = lineEnd + 1
    }
    return parts
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
  }

  /// CRC-32 as in ISO 3309, a byte at a time.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { sum, byte in remainders[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
  }

  private static let remainders: [UInt32] = (0..<256).map { (byte: UInt32) in
    (0..<8).reduce(byte) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }
}
