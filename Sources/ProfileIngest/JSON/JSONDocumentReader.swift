/// Reads a file that is one JSON object, as web services answer: a record, or an envelope of records.
struct JSONDocumentReader {
  let options: IngestOptions

  /// - Throws: what the outlet throws, or the source's ``ByteSourceFailure``.
  func read(_ chunks: ByteChunks, into outlet: PartOutlet) throws {
    let content = try chunks.allBytes(limit: options.limits.lineByteCount)
    let start = content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do throws(JSONDefect) {
      let value = try JSONParser.parse(content, start..<content.count, options.limits)
      JSONObjectDispatch(options: options, collector: outlet.collector).map(value, line: 1)
    } catch {
      outlet.collector.reject(
        line: 1 + content[0..<min(error.offset, content.count)].count { $0 == 0x0A },
        reason: "no JSON: \(error.reason) (byte \(error.offset + 1) of the file)",
        remedy: "export the file again, or write one object a line")
    }
  }
}
