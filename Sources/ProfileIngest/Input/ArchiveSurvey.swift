/// Looks over an archive's directory before anything in it is unpacked.
struct ArchiveSurvey {
  /// Consecutive entries that one thread reads together.
  private(set) var groups: [Range<Int>] = []
  /// Bytes of all entries after unpacking, as declared; entries that will be refused count nothing.
  private(set) var byteCount: Int64 = 0
  private(set) var warning: ByteSourceFailure?

  private static let mostEntriesInUnit = 256

  /// - Throws: where the archive as a whole is refused.
  init(_ archive: ZipArchive, packedByteCount: Int64, options: IngestOptions) throws(ByteSourceFailure) {
    let limits = options.limits
    let entryCount = archive.entryCount
    guard entryCount <= limits.archiveEntryCount else {
      throw ByteSourceFailure(
        reason: "the archive has \(entryCount) entries, more than \(limits.archiveEntryCount)",
        remedy: "divide it into several archives")
    }
    var names: Set<String> = []
    var repetitionCount = 0
    var readableCount = 0
    var packedTotal: Int64 = 0
    var start = 0
    var groupByteCount: Int64 = 0
    for index in 0..<entryCount {
      let entry = archive.entry(at: index)
      if entry.name == "[Content_Types].xml" || (index == 0 && entry.name == "mimetype") {
        throw ByteSourceFailure(
          reason: "it is an Office document (.xlsx, .docx, .odt, .hwpx ...), not an archive of exports",
          remedy: "save the table as CSV, or export the data as XML or JSON Lines")
      }
      packedTotal = packedTotal.addingReportingOverflow(max(0, entry.packedByteCount ?? 0)).partialValue
      guard packedTotal >= 0, packedTotal <= packedByteCount else {
        throw ByteSourceFailure(
          reason: "the archive's entries overlap: together they are larger than the archive",
          remedy: "make the archive again")
      }
      if !entry.isIgnored {
        readableCount += 1
        if !names.insert(entry.name).inserted { repetitionCount += 1 }
        if entry.refusal(limits: limits) == nil {
          byteCount += entry.byteCount ?? 0
          groupByteCount += entry.byteCount ?? 0
        }
      }
      if groupByteCount >= options.batchByteCount || index + 1 - start >= Self.mostEntriesInUnit {
        groups.append(start..<index + 1)
        (start, groupByteCount) = (index + 1, 0)
      }
    }
    if start < entryCount { groups.append(start..<entryCount) }
    if ExpansionRule(limits).refuses(byteCount: byteCount, packedByteCount: packedByteCount) {
      throw ByteSourceFailure(
        reason: "the archive declares to unpack to more than \(limits.expansionFactor) times its size",
        remedy: "if this is no attack, unpack it and import the folder")
    }
    if readableCount == 0 {
      warning = ByteSourceFailure(reason: "the archive holds no files", remedy: "check that it is the right one")
    } else if repetitionCount > 0 {
      warning = ByteSourceFailure(
        reason: "\(repetitionCount) of the archive's entries repeat the name of another; all are read",
        remedy: "check which of them are wanted")
    }
  }
}
