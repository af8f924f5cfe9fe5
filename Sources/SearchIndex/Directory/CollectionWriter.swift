import IndexStorage
import ParallelExecution

/// Adds, replaces and deletes documents of one collection, in memory and in new segment files; ``IndexUpdate`` makes
/// them visible.
///
/// Documents are analysed and inverted in chunks on all cores. Where chunks begin and end depends on the documents
/// alone, never on the number of threads: the same documents give the same files.
///
/// Memory: inverted chunks up to the budget, then a segment is written and they are gone; beside them two batches for
/// each thread wait for analysis, an eighth of the budget at most for each.
final class CollectionWriter {
  private static let chunkDocumentCount = 8192
  private static let chunkByteCount = 8 << 20

  private let name: String
  private let directory: IndexDirectory
  private let configuration: IndexConfiguration
  private let analyzers: FieldAnalyzers
  private let executor: ParallelExecutor
  private let memoryByteCount: Int
  /// Of the documents of a chunk: enough to pay for sorting its terms, few enough to stay near the processor.
  private let chunkByteCount: Int

  private var segments: [LiveSegment]
  private var waiting: [IndexDocument] = []
  private var waitingByteCount = 0
  private var batches: [[IndexDocument]] = []
  private var inverters: ChunkInverterPool?
  private var chunks: [InvertedChunk] = []
  private var heldByteCount = 0
  private var fresh: [SegmentReader] = []
  private var deletedIDs: [String] = []

  init(
    name: String, directory: IndexDirectory, configuration: IndexConfiguration, analyzers: FieldAnalyzers,
    segments: [LiveSegment], executor: ParallelExecutor, memoryByteCount: Int
  ) {
    self.name = name
    self.directory = directory
    self.configuration = configuration
    self.analyzers = analyzers
    self.segments = segments
    self.executor = executor
    self.memoryByteCount = memoryByteCount
    chunkByteCount = max(1 << 16, min(Self.chunkByteCount, memoryByteCount / 8))
  }

  func add(_ document: IndexDocument) throws(StorageError) {
    waiting.append(document)
    waitingByteCount += document.byteCount
    if waiting.count >= Self.chunkDocumentCount || waitingByteCount >= chunkByteCount { try closeBatch() }
  }

  func delete(id: String) { deletedIDs.append(id) }

  /// Writes what is waiting, settles replaced and deleted documents, makes one segment of what this update had to write
  /// in parts, and merges where the policy says so and the merge is no larger than this update can be made to wait for;
  /// ``IndexMerge`` does the others.
  func finish(mergePolicy: MergePolicy) throws(StorageError) -> [LiveSegment] {
    if !waiting.isEmpty { try closeBatch() }
    try invertBatches()
    inverters = nil
    try writeSegment()
    let freshCount = fresh.reduce(0) { $0 + $1.documentCount }
    let freshNames = Set(fresh.map(\.fileName))
    try applyDeletions()
    segments = segments.filter { $0.liveCount > 0 }
    // Where the memory was too small for what one update brings, its parts become one: a query looks every term up in
    // every segment, and learns anew in each what is not among the best.
    let parts = segments.indices.filter { freshNames.contains(segments[$0].reader.fileName) }
    if parts.count > 1 { try merge(parts) }
    while let members = mergePolicy.nextMerge(segments.map { ($0.documentCount, $0.liveCount) }),
      mergePolicy.isPrompt(
        mergedCount: members.reduce(0) { $0 + segments[$1].liveCount }, freshCount: freshCount,
        segmentCount: segments.count)
    { try merge(members) }
    return segments
  }

  /// - Parameter members: positions, ascending.
  private func merge(_ members: [Int]) throws(StorageError) {
    // A merge gives everything a new checksum: damage must not get one.
    for member in members { try segments[member].reader.verify() }
    let merged = try write(members.map { segments[$0] })
    for position in members.reversed() { segments.remove(at: position) }
    segments.append(LiveSegment(reader: merged, deleted: nil))
  }

  private func closeBatch() throws(StorageError) {
    batches.append(waiting)
    waiting.removeAll()
    waitingByteCount = 0
    if batches.count >= executor.threadCount * 2 { try invertBatches() }
  }

  private func invertBatches() throws(StorageError) {
    let work = batches
    batches.removeAll()
    guard !work.isEmpty else { return }
    let (analyzers, schema) = (analyzers, configuration.schema)
    let pool = inverters ?? ChunkInverterPool(workerCount: executor.threadCount)
    inverters = pool
    let inverted = executor.map(count: work.count) { index, worker in
      InvertedChunk(
        documents: Self.sortedByID(work[index]), analyzers: analyzers, schema: schema,
        place: pool[worker])
    }
    for chunk in inverted {
      chunks.append(chunk)
      heldByteCount += chunk.byteCount
      if heldByteCount >= memoryByteCount { try writeSegment() }
    }
  }

  /// Ascending ids; of equal ones the last.
  private static func sortedByID(_ documents: [IndexDocument]) -> [IndexDocument] {
    let isAscending = zip(documents, documents.dropFirst()).allSatisfy {
      $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }
    guard !isAscending else { return documents }
    var latest: [String: Int] = [:]
    for (index, document) in documents.enumerated() { latest[document.id] = index }
    return latest.values.map { documents[$0] }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  private func writeSegment() throws(StorageError) {
    guard !chunks.isEmpty else { return }
    fresh.append(try write(chunks))
    chunks.removeAll()
    heldByteCount = 0
  }

  private func write(_ sources: [any SegmentSource]) throws(StorageError) -> SegmentReader {
    let temporaryPath = directory.file("\(name).tmp")
    let written = try SegmentWriter.write(
      path: temporaryPath, configuration: configuration, sources: sources, executor: executor,
      rangePostingCount: SegmentWriter.rangePostingCount(memoryByteCount: memoryByteCount))
    let path = directory.segmentFile(collection: name, checksum: written.checksum)
    try FileSystem.rename(temporaryPath, to: path)
    return try SegmentReader(path: path)
  }

  /// A fresh document replaces every older one of its id; deletions come before additions.
  private func applyDeletions() throws(StorageError) {
    for position in segments.indices {
      try segments[position].reader.verifyIDs()
      segments[position].delete(deletedIDs.compactMap(segments[position].reader.document(withID:)))
    }
    deletedIDs.removeAll()
    for reader in fresh {
      for position in segments.indices {
        segments[position].delete(segments[position].reader.documents(withIDsOf: reader))
      }
      segments.append(LiveSegment(reader: reader, deleted: nil))
    }
    fresh.removeAll()
  }
}

extension IndexDocument {
  /// Bytes held, roughly.
  fileprivate var byteCount: Int {
    texts.reduce(stored.count + 128 + attributes.count * 96 + links.count * 48) { $0 + $1.text.utf8.count }
  }
}

extension UInt64 {
  /// Sixteen hexadecimal digits.
  var paddedHexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
