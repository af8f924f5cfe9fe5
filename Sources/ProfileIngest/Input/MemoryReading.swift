extension IngestReader {
  /// Reads bytes that are in memory as if they were a file of that name: for fuzzing. Archives of exports are not opened.
  ///
  /// - Throws: what `deliver` throws.
  package static func read(
    content: [UInt8], name: String, options: IngestOptions = IngestOptions(), deliver: (IngestBatch) throws -> Void
  ) throws {
    var assembly = PartAssembly(limits: options.limits)
    var parts: [IngestPart] = []
    try UnitReader(plan: SourcePlan(sources: [], options: options), options: options)
      .read(content, name: name) { parts += $0 }
    for batch in assembly.batches(from: parts) { try deliver(batch) }
  }
}
