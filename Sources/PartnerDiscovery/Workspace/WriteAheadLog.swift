import IndexStorage

/// SQLite's log of pages that are not folded into the database yet, as far as it tells which pages those are.
///
/// Source: "Database File Format", section 4, "The Write-Ahead Log" (sqlite.org/fileformat2.html): a header of 32 bytes
/// (page size at 8, salts at 16), then frames of 24 bytes (page number at 0, salts at 8) and a page each, big-endian.
enum WriteAheadLog {
  private static let headerByteCount = 32
  private static let frameHeaderByteCount = 24

  /// The pages (from 0) that folding the log may change: all that its frames name, finished or not.
  ///
  /// - Returns: `nil` where the log cannot tell, because its pages are of another size than a seal counts in.
  /// - Complexity: linear in the log.
  static func pages(ofRegistry path: String) throws(StorageError) -> Set<Int>? {
    let path = path + "-wal"
    guard FileSystem.exists(path) else { return [] }
    let log = try ByteRegion(mapping: path)
    guard log.count >= headerByteCount else { return [] }
    guard Int(log.uint32(at: 8).byteSwapped) == PageSum.pageByteCount else { return nil }
    // Frames behind an older log's end have other salts.
    let salts = log.uint64(at: 16)
    var pages: Set<Int> = []
    var offset = headerByteCount
    while offset + frameHeaderByteCount + PageSum.pageByteCount <= log.count, log.uint64(at: offset + 8) == salts {
      let page = Int(log.uint32(at: offset).byteSwapped)
      if page > 0 { pages.insert(page - 1) }
      offset += frameHeaderByteCount + PageSum.pageByteCount
    }
    return pages
  }
}
