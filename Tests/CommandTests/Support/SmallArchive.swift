/// Writes .zip archives whose entries are not packed, with sizes that may be lies.
enum SmallArchive {
  static func bytes(_ entries: [(name: String, text: String, declaredByteCount: UInt32?)]) -> [UInt8] {
    var (archive, directory) = ([UInt8](), [UInt8]())
    for entry in entries {
      let (name, content) = (Array(entry.name.utf8), Array(entry.text.utf8))
      let method = entry.declaredByteCount == nil ? 0 : 8
      let header =
        little(20, 2) + little(0x800, 2) + little(method, 2) + little(0, 4) + little(Int(checksum(content)), 4)
        + little(content.count, 4) + little(Int(entry.declaredByteCount ?? UInt32(content.count)), 4)
        + little(name.count, 2) + little(0, 2)
      directory += little(0x0201_4B50, 4) + little(20, 2) + header + little(0, 10) + little(archive.count, 4) + name
      archive += little(0x0403_4B50, 4) + header + name + content
    }
    let start = archive.count
    archive += directory + little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
    return archive + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private static func little(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> ($0 * 8) : 0) }
  }

  /// CRC-32 as .zip has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { state, byte in
      (0..<8).reduce(state ^ UInt32(byte)) { state, _ in state >> 1 ^ (state & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
