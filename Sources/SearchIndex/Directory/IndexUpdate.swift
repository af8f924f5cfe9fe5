public import IndexStorage
public import ParallelExecution

/// One change of an index: documents of its collections added, replaced and deleted, then published at once.
///
/// There must be one update at a time; the caller holds the workspace's lock. An update that is dropped unpublished
/// leaves the index as it was.
public final class IndexUpdate {
  private let directory: IndexDirectory
  private let manifest: IndexManifest
  private let base: IndexSnapshot
  private let configuration: IndexConfiguration
  private let analyzers: FieldAnalyzers
  private let executor: ParallelExecutor
  private let memoryByteCount: Int
  private let mergePolicy = MergePolicy()
  private var writers: [String: CollectionWriter] = [:]

  /// - Parameters:
  ///   - analyzers: must be the configuration's.
  ///   - memoryByteCount: how much a collection's inverted documents may take before they are written to a segment.
  ///   - opened: a snapshot of this index, an older one too: its segments need not be opened again.
  ///   - startsAnew: leaves everything published out, whether or not it can be read; it is replaced on publication.
  /// - Throws: ``IndexError/configurationMismatch(collection:found:wanted:)`` where the index was made otherwise.
  public init(
    directory: IndexDirectory, configuration: IndexConfiguration, analyzers: FieldAnalyzers,
    executor: ParallelExecutor, memoryByteCount: Int = 512 << 20, reusing opened: IndexSnapshot? = nil,
    startsAnew: Bool = false
  ) throws(IndexError) {
    precondition(analyzers.agree(with: configuration), "analysers and configuration must be of one kind")
    self.directory = directory
    self.configuration = configuration
    self.analyzers = analyzers
    self.executor = executor
    self.memoryByteCount = memoryByteCount
    if startsAnew {
      var emptied = IndexManifest()
      emptied.generation = (try? directory.readManifest().generation) ?? 0
      manifest = emptied
      base = IndexSnapshot(generation: emptied.generation, sequence: 0, collections: [])
      return
    }
    do throws(StorageError) {
      manifest = try directory.readManifest()
      base = try directory.open(reusing: opened)
    } catch {
      throw .storage(error)
    }
    for collection in base.collections where collection.configuration != configuration {
      throw .configurationMismatch(
        collection: collection.name, found: collection.configuration, wanted: configuration)
    }
  }

  /// How much of its source the index that is changed has seen: 0 where it starts anew.
  public var seenSequence: UInt64 { base.sequence }

  /// Adds a document, or replaces the one with its id.
  public func add(_ document: IndexDocument, to collection: String) throws(StorageError) {
    try writer(for: collection).add(document)
  }

  /// Deletes a document of an earlier update; an unknown id is fine.
  public func delete(id: String, from collection: String) {
    writer(for: collection).delete(id: id)
  }

  /// Writes everything and makes it visible at once. A large merge that is due is left to ``IndexMerge``.
  ///
  /// - Parameter sequence: how much of its source the index has now seen.
  /// - Returns: the new generation; the old one where nothing has changed.
  public func publish(sequence: UInt64) throws(StorageError) -> IndexSnapshot {
    var next = manifest
    next.sequence = sequence
    for (name, writer) in writers.sorted(by: { $0.key < $1.key }) {
      let collection = IndexManifest.Collection(
        name: name, segments: try writer.finish(mergePolicy: mergePolicy).map(directory.describe))
      if let position = next.collections.firstIndex(where: { $0.name == name }) {
        next.collections[position] = collection
      } else {
        next.collections.append(collection)
      }
    }
    next.collections.sort { $0.name < $1.name }
    guard next != manifest else { return base }
    next.generation += 1
    try directory.publish(next)
    return try directory.open(reusing: base)
  }

  private func writer(for collection: String) -> CollectionWriter {
    if let writer = writers[collection] { return writer }
    let writer = CollectionWriter(
      name: collection, directory: directory, configuration: configuration, analyzers: analyzers,
      segments: base.collection(collection)?.segments ?? [], executor: executor, memoryByteCount: memoryByteCount)
    writers[collection] = writer
    return writer
  }
}
