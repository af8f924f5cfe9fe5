import ResearchProfiles

/// Reads a file of applications: JSON Lines, a JSON array, `{"applications": [...]}`, or a table as CSV or in an Excel
/// workbook (.xlsx, .xlsm), or one HWPX form. Text may be UTF-8, UTF-16 or CP949.
///
/// Tables of both kinds name their columns in a header row, in English or Korean, and are mapped alike. Of a workbook the
/// first visible sheet with such a row is read, by the values stored in its cells; issues name the sheet and its rows
/// (`forum.xlsx!/Sheet1:7`). Workbooks with a password, .xls and other office files are refused with how to save them.
///
/// The format is found from content. A wrong application is an issue; only a file that holds none at all is an error.
public struct ApplicationReader: Sendable {
  public let limits: IngestLimits

  public init(limits: IngestLimits = IngestLimits()) { self.limits = limits }

  /// - Throws: ``IngestError`` where the file cannot be read or is of another kind.
  public func read(path: String) throws(IngestError) -> ApplicationFile {
    try read(content(of: path), name: path)
  }

  /// - Parameters:
  ///   - content: the bytes of a file.
  ///   - name: what messages call it.
  /// - Throws: ``IngestError`` where the bytes are of another kind.
  public func read(_ content: [UInt8], name: String) throws(IngestError) -> ApplicationFile {
    let collector = ApplicationCollector(file: name, limits: limits)
    let content = try transcoded(content, name: name, collector)
    switch ContentKind(head: content.prefix(4096)) {
    case .empty: throw .notApplications(path: name, found: "nothing: it is empty", remedy: "export it again")
    case .jsonLines, .jsonArray, .jsonObject: readJSON(content, into: collector)
    case .xml:
      throw .notApplications(path: name, found: "XML", remedy: "write applications as JSON Lines, CSV or .xlsx")
    case .zip: return try WorkbookReader(limits: limits).read(content, name: name)
    case .other where content.starts(with: ForeignOfficeFile.compoundSignature):
      throw ForeignOfficeFile.compoundError(content, path: name)
    case .other(let found, let remedy):
      // Only what looks like text can be a table.
      guard !content.prefix(4096).contains(0), !content.starts(with: [0x25, 0x50, 0x44, 0x46]) else {
        throw .notApplications(path: name, found: found, remedy: remedy)
      }
      try ApplicationTable(limits: limits).read(content, name: name, into: collector)
    }
    return collector.finished()
  }

  /// The content as UTF-8, whatever encoding its bytes tell.
  private func transcoded(
    _ content: [UInt8], name: String, _ collector: ApplicationCollector
  ) throws(IngestError) -> [UInt8] {
    let kind = ContentKind(head: content.prefix(4096))
    let decision = EncodingDecision(head: content.prefix(64 << 10), kind: kind, forced: nil)
    for note in decision.notes { collector.note(note.reason, remedy: note.remedy, line: nil) }
    guard let encoding = decision.encoding else { return content }
    do throws(ByteSourceFailure) {
      let source = try TranscodedBytes(ByteChunks(MemoryBytes(content)), encoding: encoding)
      let text = try ByteChunks(source).allBytes(limit: 2 * limits.applicationFileByteCount)
      for note in decision.finalNotes(source) { collector.note(note.reason, remedy: note.remedy, line: nil) }
      return text
    } catch {
      throw .unreadable(path: name, reason: error.reason, remedy: error.remedy)
    }
  }

  private func content(of path: String) throws(IngestError) -> [UInt8] {
    do throws(ByteSourceFailure) {
      let file = try RegularFile(path: path, followsLinks: true)
      var content: [UInt8] = []
      let chunks = ByteChunks(file)
      while content.count <= limits.applicationFileByteCount, try chunks.next() {
        content += chunks.bytes[0..<chunks.count]
      }
      if content.count <= limits.applicationFileByteCount { return content }
    } catch {
      throw .unreadable(path: path, reason: error.reason, remedy: error.remedy)
    }
    throw .tooLarge(path: path, limit: limits.applicationFileByteCount)
  }

  /// One document, if the content is one as a whole; else JSON Lines.
  private func readJSON(_ content: [UInt8], into collector: ApplicationCollector) {
    let start = content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let mapper = ApplicationMapper(collector: collector)
    do throws(JSONDefect) {
      // One deeper for the list around the applications and one for the object around the list.
      let document = try JSONParser.parse(
        content, start..<content.count, depthLimit: limits.jsonDepth + 2, valueLimit: 4 * limits.jsonValueCount)
      switch document {
      case .array(let elements): mapper.mapAll(elements)
      case .object(let members):
        var fields = JSONFields(members, subject: "the file")
        guard case .array(let elements)? = fields.value("applications") else { return mapper.map(document, line: 1) }
        for note in fields.allNotes(knownKeys: "applications") {
          collector.note(note.reason, remedy: note.remedy, line: 1)
        }
        mapper.mapAll(elements)
      default: mapper.map(document, line: 1)
      }
    } catch {
      if content[start...].first(where: { $0 > 0x20 }) == 0x5B {
        collector.reject(
          line: 1 + content[0..<min(error.offset, content.count)].count { $0 == 0x0A },
          reason: "no JSON: \(error.reason)", remedy: "correct the list, or write one application a line")
      } else {
        readLines(content, into: collector, mapper)
      }
    }
  }

  private func readLines(_ content: [UInt8], into collector: ApplicationCollector, _ mapper: ApplicationMapper) {
    let chunks = ByteChunks(MemoryBytes(content))
    let lines = LineScanner(chunks, range: 0..<Int64.max, limits: limits)
    // Neither the bytes, which are in memory, nor the closures can fail.
    try? lines.forEachLine(
      { line, number in
        switch line {
        case .tooLong:
          collector.reject(
            line: number, reason: "the line is longer than \(limits.lineByteCount) bytes",
            remedy: "write one application a line")
        case .text(let bytes, let range):
          do throws(JSONDefect) {
            mapper.map(try JSONParser.parse(bytes, range, limits), line: number)
          } catch {
            collector.reject(
              line: number,
              reason: "no JSON: \(error.reason) (byte \(error.offset - range.lowerBound + 1) of the line)",
              remedy: "write one complete JSON object a line, in UTF-8")
          }
        }
      }, afterChunk: { _ in })
  }
}
