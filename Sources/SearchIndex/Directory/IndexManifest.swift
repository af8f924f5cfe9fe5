import IndexStorage

/// What an index consists of at one moment. The file is replaced as a whole: whoever reads it sees one generation.
///
///     magic "MOIMIDX1", version u32, checksum u64 of the rest; generation, sequence, collection count (varints);
///     for each collection: name, segment count; for each segment: file name, deletion list's file name or ""
struct IndexManifest: Equatable, Sendable {
  struct Segment: Equatable, Sendable {
    var fileName: String
    /// Empty where nothing is deleted.
    var deletedFileName: String
  }

  struct Collection: Equatable, Sendable {
    var name: String
    var segments: [Segment]
  }

  static let fileName = "manifest"
  private static let magic = Array("MOIMIDX1".utf8)
  private static let version: UInt32 = 1
  private static let headerByteCount = 20

  /// Counts publications.
  var generation: UInt64 = 0
  /// How much of its source the index has seen; the caller's number.
  var sequence: UInt64 = 0
  var collections: [Collection] = []

  var fileNames: Set<String> {
    Set(collections.flatMap(\.segments).flatMap { [$0.fileName, $0.deletedFileName] }.filter { !$0.isEmpty })
  }

  var fileBytes: [UInt8] {
    var payload = ByteWriter()
    payload.appendVarint(generation)
    payload.appendVarint(sequence)
    payload.appendVarint(collections.count)
    for collection in collections {
      payload.append(collection.name)
      payload.appendVarint(collection.segments.count)
      for segment in collection.segments {
        payload.append(segment.fileName)
        payload.append(segment.deletedFileName)
      }
    }
    var writer = ByteWriter()
    writer.append(contentsOf: Self.magic)
    writer.append(Self.version)
    writer.append(XXHash64.hash(payload.bytes))
    writer.append(contentsOf: payload.bytes)
    return writer.bytes
  }

  init() {}

  init(path: String) throws(StorageError) {
    let file = try ByteRegion(mapping: path)
    guard file.count >= Self.headerByteCount else {
      throw .truncated(path: path, expectedByteCount: Self.headerByteCount, foundByteCount: file.count)
    }
    guard file.bytes(in: 0..<8) == Self.magic else { throw .wrongMagic(path: path, expected: "Moim index manifest") }
    guard file.uint32(at: 8) == Self.version else {
      throw .unsupportedVersion(path: path, found: file.uint32(at: 8), supported: Self.version)
    }
    let payload = file[Self.headerByteCount..<file.count]
    guard payload.checksum == file.uint64(at: 12) else {
      throw .checksumMismatch(path: path, part: "the manifest")
    }
    do throws(ByteReader.Malformed) {
      var reader = ByteReader(payload)
      generation = try reader.readVarint()
      sequence = try reader.readVarint()
      for _ in 0..<(try reader.readCount()) {
        var collection = Collection(name: try reader.readString(), segments: [])
        for _ in 0..<(try reader.readCount()) {
          collection.segments.append(
            Segment(fileName: try reader.readString(), deletedFileName: try reader.readString()))
        }
        collections.append(collection)
      }
    } catch {
      throw .malformed(path: path, part: "the manifest", reason: "it ends at byte \(error.offset)")
    }
  }
}
