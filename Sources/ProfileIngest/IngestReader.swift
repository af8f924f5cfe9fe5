import ParallelExecution

/// Reads files, folders and .zip archives into records and issues: in parallel, in the sources' order, in memory that does
/// not depend on how large the sources are.
///
/// Nothing is unpacked to disk and nothing is fetched. Whatever is wrong with the data becomes an ``IngestIssue``.
public struct IngestReader: Sendable {
  public let sources: [String]
  public let options: IngestOptions

  /// - Parameters:
  ///   - sources: paths of files, folders and archives. Folders are read to their depth, sorted by path bytes, without
  ///     hidden files; symbolic links inside them are not followed.
  ///   - options: limits, and a format to force on every file.
  public init(sources: [String], options: IngestOptions = IngestOptions()) {
    self.sources = sources
    self.options = options
  }

  /// Reads everything.
  ///
  /// - Parameters:
  ///   - threadCount: threads that read, beside the calling one; 0 where that does everything. What is delivered does
  ///     not depend on it.
  ///   - onProgress: called on the calling thread, first with nothing done and then after each batch.
  ///   - deliver: takes the batches on the calling thread, in the order of the sources, of the files in each and of the
  ///     records in each file. Issues that concern a file as a whole come with its last batch.
  /// - Throws: what `deliver` throws. Nothing that sources hold makes this fail.
  /// - Complexity: linear in the bytes of the sources.
  public func read(
    threadCount: Int, onProgress: (IngestProgress) -> Void = { _ in }, deliver: (IngestBatch) throws -> Void
  ) throws {
    let plan = SourcePlan(sources: sources, options: options)
    let options = options
    var progress = IngestProgress(bytesTotal: plan.byteCount)
    onProgress(progress)
    var assembly = PartAssembly(limits: options.limits)
    try OrderedPipeline(threadCount: threadCount).run(
      itemCount: plan.units.count,
      makeWorker: { UnitReader(plan: plan, options: options) },
      process: { (reader: inout UnitReader, item: Int, emit: OrderedEmitter<[IngestPart]>) in
        try reader.read(plan.units[item]) { parts in try emit(parts) }
      },
      deliver: { parts in
        for batch in assembly.batches(from: parts) {
          progress.bytesDone += batch.bytesRead
          progress.recordsRead += batch.recordsRead
          try deliver(batch)
        }
        progress.bytesTotal = max(progress.bytesTotal, progress.bytesDone)
        onProgress(progress)
      })
  }
}
