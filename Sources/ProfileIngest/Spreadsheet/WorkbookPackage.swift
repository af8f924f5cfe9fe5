/// The parts of an Office Open XML file, unpacked as far as they are asked for and within the limits.
final class WorkbookPackage {
  private let archive: ZipArchive
  private let limits: IngestLimits
  private let buffer = ByteChunks.Buffer()
  /// By name in lower case, which is how names of parts are compared.
  private var entries: [String: ZipEntry] = [:]
  private var byteCount: Int64 = 0

  convenience init(_ content: [UInt8], limits: IngestLimits) throws(ByteSourceFailure) {
    try self.init(ZipArchive(content: content), limits: limits)
  }

  init(_ archive: ZipArchive, limits: IngestLimits) throws(ByteSourceFailure) {
    self.limits = limits
    self.archive = archive
    let entryCount = archive.entryCount
    guard entryCount <= limits.archiveEntryCount else {
      throw ByteSourceFailure(
        reason: "it has \(entryCount) entries, more than \(limits.archiveEntryCount)", remedy: "make it again")
    }
    for index in 0..<entryCount {
      let entry = archive.entry(at: index)
      let name = entry.name.lowercased()
      if entries[name] == nil { entries[name] = entry }
    }
  }

  func contains(_ part: String) -> Bool { entries[part.lowercased()] != nil }

  func containsPart(in folder: String) -> Bool { entries.keys.contains { $0.hasPrefix(folder.lowercased() + "/") } }

  /// Whether any entry needs a password.
  var isEncrypted: Bool { entries.values.contains { $0.isEncrypted } }

  /// Reads a part to its end, or as far as the reader wants it.
  ///
  /// - Throws: where the part is absent, damaged or too large; what the reader took before stands.
  func read(_ part: String, into reader: any WorkbookPartReader) throws(WorkbookPartFailure) {
    func failure(_ reason: IngestText, line: Int? = nil, remedy: IngestText = WorkbookPartFailure.usualRemedy)
      -> WorkbookPartFailure
    {
      WorkbookPartFailure(part: part, line: line, reason: reason, remedy: remedy)
    }
    guard let entry = entries[part.lowercased()] else { throw failure("the workbook lacks this part") }
    if let refusal = entry.refusal(limits: limits) { throw failure(refusal.reason) }
    let parser = XMLPushParser(handler: reader, limits: limits)
    do throws(ByteSourceFailure) {
      let chunks = ByteChunks(try archive.open(entry, limits: limits), buffer: buffer)
      while try chunks.next() {
        byteCount += Int64(chunks.count)
        guard byteCount <= limits.workbookByteCount else { break }
        guard parser.feed(chunks.bytes, count: chunks.count), !reader.isFinished else { break }
      }
    } catch {
      throw failure(error.reason, line: max(1, parser.line))
    }
    guard byteCount <= limits.workbookByteCount else {
      throw failure(
        "the workbook unpacks to more than \(limits.workbookByteCount) bytes",
        remedy: "copy the sheet of applications into a workbook of its own")
    }
    if !reader.isFinished { parser.finish() }
    if let stop = parser.failure { throw failure(stop.reason, line: stop.line) }
  }
}
