public import IndexStorage
public import TextAnalysis

/// Mined term pairs on disk.
///
///     magic "MOIMPAIR", version u32, checksum u64 of the rest; analyser's name, its version, evidence, texts, pairs
///     (varints); for each pair, in order of its Korean, then its English term:
///     stream u8, Korean term, English term, Korean and English count (varints), joint count f32
public struct TermPairFile: Hashable, Sendable {
  private static let magic = Array("MOIMPAIR".utf8)
  private static let version: UInt32 = 1
  private static let headerByteCount = 20

  /// What the pairs' terms were made by.
  public var analyzer: AnalyzerIdentity
  /// Pieces of evidence that the workspace held when they were mined.
  public var evidenceCount: Int
  /// Parallel texts that they were mined from.
  public var textCount: Int
  public var pairs: [TermPair]

  public init(analyzer: AnalyzerIdentity, evidenceCount: Int, textCount: Int, pairs: [TermPair]) {
    self.analyzer = analyzer
    self.evidenceCount = evidenceCount
    self.textCount = textCount
    self.pairs = pairs
  }

  public var fileBytes: [UInt8] {
    var payload = ByteWriter()
    payload.append(analyzer.name)
    payload.appendVarint(analyzer.version)
    for count in [evidenceCount, textCount, pairs.count] { payload.appendVarint(count) }
    for pair in pairs {
      payload.append(pair.korean.stream.rawValue)
      for term in [pair.korean, pair.english] {
        payload.appendVarint(term.bytes.count)
        payload.append(contentsOf: term.bytes)
      }
      payload.appendVarint(pair.koreanCount)
      payload.appendVarint(pair.englishCount)
      payload.append(pair.jointCount)
    }
    var writer = ByteWriter()
    writer.append(contentsOf: Self.magic)
    writer.append(Self.version)
    writer.append(XXHash64.hash(payload.bytes))
    writer.append(contentsOf: payload.bytes)
    return writer.bytes
  }

  /// Replaces the file; whoever reads it meanwhile sees the old one or the new one.
  public func write(to path: String) throws(StorageError) { try FileSystem.replaceFile(at: path, with: fileBytes) }

  /// - Throws: ``TermBridgingError`` for whatever the file is, other than written by this or an older build.
  public init(path: String) throws(TermBridgingError) {
    let file: ByteRegion
    do { file = try ByteRegion(mapping: path) } catch { throw .damaged(path: path, detail: error.reasonOnly) }
    guard file.count >= Self.headerByteCount, file.bytes(in: 0..<8) == Self.magic else {
      throw .notTermPairs(path: path)
    }
    guard file.uint32(at: 8) == Self.version else {
      throw .unsupportedVersion(path: path, found: file.uint32(at: 8), supported: Self.version)
    }
    let payload = file[Self.headerByteCount..<file.count]
    guard payload.checksum == file.uint64(at: 12) else { throw .damaged(path: path, detail: "its checksum differs") }
    do throws(ByteReader.Malformed) {
      var reader = ByteReader(payload)
      analyzer = AnalyzerIdentity(name: try reader.readString(), version: try reader.readCount())
      evidenceCount = try reader.readCount()
      textCount = try reader.readCount()
      let pairCount = try reader.readCount()
      pairs = []
      pairs.reserveCapacity(min(pairCount, payload.count / 8))
      for _ in 0..<pairCount { pairs.append(try Self.readPair(&reader)) }
    } catch {
      throw .damaged(path: path, detail: "its content makes no sense at byte \(error.offset)")
    }
  }

  private static func readPair(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> TermPair {
    guard let stream = TermStream(rawValue: try reader.readUInt8()) else {
      throw ByteReader.Malformed(offset: reader.offset)
    }
    let korean = try reader.readBytes(try reader.readCount())
    let english = try reader.readBytes(try reader.readCount())
    let counts = (UInt32(clamping: try reader.readVarint()), UInt32(clamping: try reader.readVarint()))
    return TermPair(
      korean: BridgeTerm(stream: stream, bytes: korean), english: BridgeTerm(stream: .word, bytes: english),
      jointCount: Float(bitPattern: try reader.readUInt32()), koreanCount: counts.0, englishCount: counts.1)
  }
}

extension StorageError {
  fileprivate var reasonOnly: String {
    if case .system(let operation, _, let reason) = self { return "\(operation) failed: \(reason)" }
    return "it cannot be read"
  }
}
