public import IndexStorage
public import ParallelExecution

/// A merge of some segments of a published index, which neither updates nor searches wait for.
///
/// The heavy part, ``prepare(directory:executor:memoryByteCount:)``, reads one generation and writes the merged segment
/// under a name that publication leaves alone; updates may be published meanwhile. ``publish()`` then puts it in the
/// place of its members, with what has been deleted from these since. There must be one merge at a time, and no update
/// while it is published: the caller holds a lock for each. A merge that is dropped, or killed, leaves the index as it
/// was; the next one removes its file.
public struct IndexMerge {
  static let filePrefix = "merging-"

  private let directory: IndexDirectory
  private let collection: String
  /// What was merged, as it was then.
  private let members: [LiveSegment]
  private let path: String
  private let checksum: UInt64

  /// Carries out the merge that is due, if one is.
  ///
  /// - Parameter memoryByteCount: of what a merge needs beside its columns.
  /// - Returns: `nil` where no merge is due.
  /// - Complexity: linear in the segments that are merged.
  public static func prepare(
    directory: IndexDirectory, executor: ParallelExecutor, memoryByteCount: Int = 512 << 20
  ) throws(StorageError) -> IndexMerge? {
    guard directory.isPublished else { return nil }
    for name in try FileSystem.names(in: directory.path) where name.hasPrefix(filePrefix) {
      try FileSystem.removeFile(directory.file(name))
    }
    for collection in try directory.open().collections {
      let segments = collection.segments
      guard let due = MergePolicy().nextMerge(segments.map { ($0.documentCount, $0.liveCount) }) else { continue }
      let members = due.map { segments[$0] }
      // A merge gives everything a new checksum: damage must not get one.
      for member in members { try member.reader.verify() }
      let path = directory.file(filePrefix + collection.name)
      let written = try SegmentWriter.write(
        path: path, configuration: collection.configuration, sources: members, executor: executor,
        rangePostingCount: SegmentWriter.rangePostingCount(memoryByteCount: memoryByteCount))
      return IndexMerge(
        directory: directory, collection: collection.name, members: members, path: path, checksum: written.checksum)
    }
    return nil
  }

  /// Documents that were merged.
  public var documentCount: Int { members.reduce(0) { $0 + $1.liveCount } }

  /// Puts the merged segment in the place of its members.
  ///
  /// - Returns: whether it was; not where an update has merged or replaced one of the members since.
  /// - Complexity: linear in the columns of documents, and in what was deleted since.
  public func publish() throws(StorageError) -> Bool {
    var manifest = try directory.readManifest()
    let names = Set(members.map(\.reader.fileName))
    guard let position = manifest.collections.firstIndex(where: { $0.name == collection }) else { return try discard() }
    let published = manifest.collections[position].segments
    guard published.count(where: { names.contains($0.fileName) }) == members.count else { return try discard() }

    let final = directory.segmentFile(collection: collection, checksum: checksum)
    try FileSystem.rename(path, to: final)
    var merged = LiveSegment(reader: try SegmentReader(path: final), deleted: nil)
    for member in members {
      guard let entry = published.first(where: { $0.fileName == member.reader.fileName }),
        !entry.deletedFileName.isEmpty
      else { continue }
      let deleted = try DeletedDocuments(
        path: directory.file(entry.deletedFileName), documentCount: member.documentCount)
      merged.delete(
        deleted.documents(notIn: member.deleted).compactMap { merged.reader.document(withID: member.reader.id(of: $0)) }
      )
    }
    var segments = published.filter { !names.contains($0.fileName) }
    if merged.liveCount > 0 { segments.append(try directory.describe(merged)) }
    manifest.collections[position].segments = segments
    manifest.generation += 1
    try directory.publish(manifest)
    return true
  }

  private func discard() throws(StorageError) -> Bool {
    try FileSystem.removeFile(path)
    return false
  }
}
