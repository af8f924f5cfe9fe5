import IndexStorage

/// The header and section table of a segment file.
struct SegmentSections: Sendable {
  private let path: String
  private let file: ByteRegion
  private let ranges: [Range<Int>]
  private let checksums: [UInt64]
  let documentCount: Int

  init(path: String) throws(StorageError) {
    self.path = path
    file = try ByteRegion(mapping: path)
    let headerByteCount = SegmentFormat.headerByteCount
    guard file.count >= headerByteCount else {
      throw .truncated(path: path, expectedByteCount: headerByteCount, foundByteCount: file.count)
    }
    guard file.bytes(in: 0..<SegmentFormat.magic.count) == SegmentFormat.magic else {
      throw .wrongMagic(path: path, expected: "Moim segment")
    }
    let version = file.uint32(at: 8)
    guard version == SegmentFormat.version else {
      throw .unsupportedVersion(path: path, found: version, supported: SegmentFormat.version)
    }
    let sectionCount = Int(file.uint32(at: 12))
    let tableEnd = headerByteCount + sectionCount * SegmentFormat.tableEntryByteCount
    guard sectionCount == SegmentFormat.Section.allCases.count, file.count >= tableEnd else {
      throw .truncated(path: path, expectedByteCount: tableEnd, foundByteCount: file.count)
    }
    documentCount = Int(file.uint32(at: 16))
    let covered = file.bytes(in: 0..<24) + file.bytes(in: headerByteCount..<tableEnd)
    guard XXHash64.hash(covered) == file.uint64(at: 24) else {
      throw .checksumMismatch(path: path, part: "the section table")
    }
    var ranges = Array(repeating: 0..<0, count: sectionCount + 1)
    var checksums = Array(repeating: UInt64(0), count: sectionCount + 1)
    var end = tableEnd
    for entry in 0..<sectionCount {
      let base = headerByteCount + entry * SegmentFormat.tableEntryByteCount
      let id = Int(file.uint32(at: base))
      let (offset, byteCount) = (file.uint64(at: base + 8), file.uint64(at: base + 16))
      guard id > 0, id <= sectionCount, offset <= 1 << 48, byteCount <= 1 << 48 else {
        throw .malformed(path: path, part: "the section table", reason: "entry \(entry) is out of range")
      }
      ranges[id] = Int(offset)..<Int(offset + byteCount)
      checksums[id] = file.uint64(at: base + 24)
      end = max(end, Int(offset + byteCount))
    }
    // Mapped bytes behind the end of a shortened file would stop the process: this is the place to notice.
    guard file.count == end else {
      throw .truncated(path: path, expectedByteCount: end, foundByteCount: file.count)
    }
    self.ranges = ranges
    self.checksums = checksums
  }

  var byteCount: Int { file.count }

  subscript(section: SegmentFormat.Section) -> ByteRegion { file[ranges[Int(section.rawValue)]] }

  /// Compares the checksums of the sections that are asked for.
  func verify(where isWanted: (SegmentFormat.Section) -> Bool = { _ in true }) throws(StorageError) {
    for section in SegmentFormat.Section.allCases
    where isWanted(section) && self[section].checksum != checksums[Int(section.rawValue)] {
      throw .checksumMismatch(path: path, part: section.name)
    }
  }
}
