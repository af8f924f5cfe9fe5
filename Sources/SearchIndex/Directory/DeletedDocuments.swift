import IndexStorage

/// Which documents of a segment are gone: a bit for each.
///
///     magic "MOIMDEL1", version u32, document count u32, checksum u64 of the bits, bits as u64 words
public struct DeletedDocuments: Hashable, Sendable {
  private static let magic = Array("MOIMDEL1".utf8)
  private static let version: UInt32 = 1

  public private(set) var words: [UInt64]
  /// How many bits are set.
  public private(set) var count = 0

  init(documentCount: Int) { words = Array(repeating: 0, count: (documentCount + 63) / 64) }

  public func contains(_ document: Int) -> Bool { words[document >> 6] >> UInt64(document & 63) & 1 == 1 }

  mutating func insert(_ document: Int) {
    guard !contains(document) else { return }
    words[document >> 6] |= 1 << UInt64(document & 63)
    count += 1
  }

  /// What is deleted here and was not in an earlier list of the same segment, ascending.
  func documents(notIn earlier: DeletedDocuments?) -> [Int] {
    var documents: [Int] = []
    for (place, word) in words.enumerated() {
      var rest = word & ~(earlier?.words[place] ?? 0)
      while rest != 0 {
        documents.append(place << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return documents
  }

  private var bits: [UInt8] {
    var writer = ByteWriter()
    writer.reserve(words.count * 8)
    for word in words { writer.append(word) }
    return writer.bytes
  }

  var checksum: UInt64 { XXHash64.hash(bits) }

  func fileBytes(documentCount: Int) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(contentsOf: Self.magic)
    writer.append(Self.version)
    writer.append(UInt32(documentCount))
    writer.append(checksum)
    writer.append(contentsOf: bits)
    return writer.bytes
  }

  init(path: String, documentCount: Int) throws(StorageError) {
    let file = try ByteRegion(mapping: path)
    let expected = 24 + (documentCount + 63) / 64 * 8
    guard file.count == expected else {
      throw .truncated(path: path, expectedByteCount: expected, foundByteCount: file.count)
    }
    guard file.bytes(in: 0..<8) == Self.magic else { throw .wrongMagic(path: path, expected: "Moim deletion list") }
    guard file.uint32(at: 8) == Self.version else {
      throw .unsupportedVersion(path: path, found: file.uint32(at: 8), supported: Self.version)
    }
    words = (0..<(documentCount + 63) / 64).map { file.uint64(at: 24 + $0 * 8) }
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    guard Int(file.uint32(at: 12)) == documentCount, checksum == file.uint64(at: 16) else {
      throw .checksumMismatch(path: path, part: "the deletion list")
    }
  }
}
