public import IndexStorage

/// The folder that holds an index: a manifest, segment files, deletion lists.
///
/// Publication order: new files are written and synced under their final, content-derived names; then the manifest is
/// replaced by renaming; only then are files that no manifest names removed. A process killed anywhere in between
/// leaves the last published generation whole. Files of a merge that is still being made belong to ``IndexMerge``, which
/// removes what a killed one left.
public struct IndexDirectory: Sendable {
  public let path: String

  /// Creates the folder where it is missing.
  public init(path: String) throws(StorageError) {
    self.path = path
    try FileSystem.createFolder(path)
  }

  /// A folder that must be there already: for readers.
  public init(existing path: String) { self.path = path }

  /// Whether anything was ever published here.
  public var isPublished: Bool { FileSystem.exists(file(IndexManifest.fileName)) }

  /// Opens the last published generation; an unpublished index is empty.
  public func open() throws(StorageError) -> IndexSnapshot { try open(reusing: nil) }

  /// Opens the last published generation.
  ///
  /// - Parameter previous: a snapshot whose segments need not be mapped again.
  public func open(reusing previous: IndexSnapshot?) throws(StorageError) -> IndexSnapshot {
    // Between reading the manifest and opening a segment, a writer may have published a newer generation and removed
    // the segment: then the manifest says something new, and the second look finds it.
    var attempt = 0
    while true {
      let manifest = try readManifest()
      do throws(StorageError) {
        return try load(manifest, reusing: previous)
      } catch {
        attempt += 1
        guard attempt < 5, try readManifest() != manifest else { throw error }
      }
    }
  }

  /// Checks every checksum of the published generation.
  ///
  /// - Returns: what is damaged, in the order of the files; empty where all is well.
  public func verify() -> [StorageError] {
    var problems: [StorageError] = []
    func collect(_ body: () throws(StorageError) -> Void) {
      do throws(StorageError) { try body() } catch { problems.append(error) }
    }
    guard isPublished else { return [] }
    collect { () throws(StorageError) in
      for collection in try readManifest().collections {
        for segment in collection.segments {
          collect { () throws(StorageError) in
            let reader = try SegmentReader(path: file(segment.fileName))
            try reader.verify()
            if !segment.deletedFileName.isEmpty {
              _ = try DeletedDocuments(path: file(segment.deletedFileName), documentCount: reader.documentCount)
            }
          }
        }
      }
    }
    return problems
  }

  func file(_ name: String) -> String { path + "/" + name }

  func readManifest() throws(StorageError) -> IndexManifest {
    isPublished ? try IndexManifest(path: file(IndexManifest.fileName)) : IndexManifest()
  }

  func publish(_ manifest: IndexManifest) throws(StorageError) {
    try FileSystem.syncFolder(path)
    try FileSystem.replaceFile(at: file(IndexManifest.fileName), with: manifest.fileBytes)
    let kept = manifest.fileNames
    for name in try FileSystem.names(in: path)
    where name != IndexManifest.fileName && !kept.contains(name) && !name.hasPrefix(IndexMerge.filePrefix) {
      try FileSystem.removeFile(file(name))
    }
  }

  func segmentFile(collection: String, checksum: UInt64) -> String {
    file("\(collection)-\(checksum.paddedHexadecimal).segment")
  }

  /// What a manifest says of a segment. Its deletion list is written where it is new.
  func describe(_ segment: LiveSegment) throws(StorageError) -> IndexManifest.Segment {
    let fileName = segment.reader.fileName
    guard let deleted = segment.deleted else { return IndexManifest.Segment(fileName: fileName, deletedFileName: "") }
    let deletedFileName = "\(fileName).\(deleted.checksum.paddedHexadecimal).deleted"
    if !FileSystem.exists(file(deletedFileName)) {
      // Publication syncs the folder.
      try FileSystem.replaceFile(
        at: file(deletedFileName), with: deleted.fileBytes(documentCount: segment.documentCount), syncsFolder: false)
    }
    return IndexManifest.Segment(fileName: fileName, deletedFileName: deletedFileName)
  }

  private func load(_ manifest: IndexManifest, reusing previous: IndexSnapshot?) throws(StorageError) -> IndexSnapshot {
    var open: [String: SegmentReader] = [:]
    for segment in previous?.collections.flatMap(\.segments) ?? [] { open[segment.reader.path] = segment.reader }
    var collections: [CollectionSnapshot] = []
    for collection in manifest.collections {
      var segments: [LiveSegment] = []
      for segment in collection.segments {
        let path = file(segment.fileName)
        let reader = if let known = open[path] { known } else { try SegmentReader(path: path) }
        let deleted: DeletedDocuments? =
          segment.deletedFileName.isEmpty
          ? nil : try DeletedDocuments(path: file(segment.deletedFileName), documentCount: reader.documentCount)
        segments.append(LiveSegment(reader: reader, deleted: deleted))
      }
      guard let configuration = segments.first?.reader.configuration else { continue }
      collections.append(CollectionSnapshot(name: collection.name, configuration: configuration, segments: segments))
    }
    return IndexSnapshot(generation: manifest.generation, sequence: manifest.sequence, collections: collections)
  }
}
