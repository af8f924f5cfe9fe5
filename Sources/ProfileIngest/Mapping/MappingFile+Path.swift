extension MappingFile {
  /// A mapping file is written by hand.
  private static let byteLimit = 4 << 20

  /// Reads a mapping file from disk.
  ///
  /// - Throws: ``IngestError`` where it cannot be read, ``MappingFileError`` where it is wrong.
  public init(path: String) throws {
    let content: [UInt8]
    do throws(ByteSourceFailure) {
      content = try ByteChunks(RegularFile(path: path, followsLinks: true)).allBytes(limit: Self.byteLimit)
    } catch {
      throw IngestError.unreadable(path: path, reason: error.reason, remedy: error.remedy)
    }
    try self.init(content: content, name: path)
  }
}
