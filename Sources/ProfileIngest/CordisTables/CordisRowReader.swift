/// Reads the rows of a table of CORDIS, from CSV with semicolons or from a JSON list.
struct CordisRowReader {
  enum Layout: String {
    case csv
    case json
  }

  let layout: Layout
  let limits: IngestLimits

  /// - Parameters:
  ///   - take: is given each row.
  ///   - report: is given what is wrong with a row that is lost.
  ///   - afterChunk: called between chunks with the bytes read so far.
  /// - Throws: what `afterChunk` throws, or the source's ``ByteSourceFailure``.
  func read(
    _ chunks: ByteChunks, take: @escaping (CordisRow) -> Void,
    report: @escaping (_ line: Int, _ reason: IngestText, _ remedy: IngestText) -> Void,
    afterChunk: (_ byteCount: Int64) throws -> Void = { _ in }
  ) throws {
    switch layout {
    case .csv: try readCSV(chunks, take, report, afterChunk)
    case .json: try readJSON(chunks, take, report, afterChunk)
    }
  }

  private func readCSV(
    _ chunks: ByteChunks, _ take: @escaping (CordisRow) -> Void,
    _ report: @escaping (Int, IngestText, IngestText) -> Void,
    _ afterChunk: (Int64) throws -> Void
  ) throws {
    try chunks.peek()
    var scanner: CSVRowScanner?
    var columns: [String] = []
    func event(_ event: CSVRowScanner.Event) {
      switch event {
      case .defect(let line, let reason, let remedy): report(line, reason, remedy)
      case .row(let row):
        guard !columns.isEmpty else {
          columns = row.cells.map { FieldText.identifier($0) }
          return
        }
        take(
          CordisRow(
            values: Dictionary(zip(columns, row.cells), uniquingKeysWith: { first, _ in first }), line: row.line))
      }
    }
    while try chunks.next() {
      var bytes = chunks.bytes
      var count = chunks.count
      if scanner == nil {
        let separator = DelimitedTableReader.separator(of: Array(bytes.prefix(count))) ?? 0x3B
        scanner = CSVRowScanner(separator: separator, rowByteLimit: limits.recordByteCount)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
          bytes = Array(bytes[3..<count])
          count -= 3
        }
      }
      scanner?.feed(bytes, count: count, event)
      try afterChunk(chunks.byteCount)
    }
    scanner?.finish(event)
  }

  private func readJSON(
    _ chunks: ByteChunks, _ take: (CordisRow) -> Void, _ report: (Int, IngestText, IngestText) -> Void,
    _ afterChunk: (Int64) throws -> Void
  ) throws {
    var splitter = JSONArraySplitter(lineByteLimit: limits.lineByteCount)
    while try chunks.next() {
      for element in splitter.feed(chunks.bytes, count: chunks.count) {
        guard let bytes = element.bytes else {
          report(element.line, "the element is longer than \(limits.lineByteCount) bytes", "divide the record")
          continue
        }
        do throws(JSONDefect) {
          guard case .object(let members) = try JSONParser.parse(bytes, 0..<bytes.count, limits) else {
            report(element.line, "it is no object", "export the table again")
            continue
          }
          var values: [String: String] = [:]
          for member in members {
            if let scalar = member.value.scalar {
              values[member.key] = scalar
            } else if case .bool(let flag) = member.value {
              values[member.key] = flag ? "true" : "false"
            }
          }
          take(CordisRow(values: values, line: element.line))
        } catch {
          report(
            element.line, "no JSON: \(error.reason) (byte \(error.offset + 1) of the element)", "correct the element")
        }
      }
      if splitter.failure != nil { break }
      try afterChunk(chunks.byteCount)
    }
    if let failure = splitter.failure ?? splitter.failureAtEnd {
      report(splitter.line, "no JSON: \(failure); what follows in the file is unread", "export the table again")
    }
  }
}
