/// Reads JSON Lines: one object a line. A line that is wrong costs only itself.
struct JSONLinesReader {
  let options: IngestOptions

  /// - Throws: what the outlet throws, or the source's ``ByteSourceFailure``.
  func read(_ lines: LineScanner, into outlet: PartOutlet) throws {
    let mapper = JSONObjectDispatch(options: options, collector: outlet.collector)
    try lines.forEachLine(
      { line, number in
        switch line {
        case .tooLong:
          outlet.collector.reject(
            line: number, reason: "the line is longer than \(options.limits.lineByteCount) bytes",
            remedy: "write one record a line")
        case .text(let bytes, let range):
          do throws(JSONDefect) {
            mapper.map(try JSONParser.parse(bytes, range, options.limits), line: number)
          } catch {
            outlet.collector.reject(
              line: number,
              reason: "no JSON: \(error.reason) (byte \(error.offset - range.lowerBound + 1) of the line)",
              remedy: "write one complete JSON object a line, in UTF-8")
          }
        }
      }, afterChunk: { byteCount in try outlet.deliverIfFull(byteCount: byteCount) })
  }
}
