/// Reads one JSON array of objects, element by element.
///
/// Elements are cut out by their brackets and quotation marks and parsed one at a time, so a wrong element costs only
/// itself; where the brackets do not match, the rest is unread.
struct JSONArrayReader {
  let options: IngestOptions

  /// - Throws: what the outlet throws, or the source's ``ByteSourceFailure``.
  func read(_ chunks: ByteChunks, into outlet: PartOutlet) throws {
    let mapper = JSONObjectDispatch(options: options, collector: outlet.collector)
    var splitter = JSONArraySplitter(lineByteLimit: options.limits.lineByteCount)
    while try chunks.next() {
      for element in splitter.feed(chunks.bytes, count: chunks.count) { read(element, mapper, outlet.collector) }
      if splitter.failure != nil { break }
      try outlet.deliverIfFull(byteCount: chunks.byteCount)
    }
    if let failure = splitter.failure ?? splitter.failureAtEnd {
      outlet.collector.reject(
        line: splitter.line, reason: "no JSON: \(failure); what follows in the file is unread",
        remedy: "correct the list, or write one object a line")
    }
  }

  private func read(_ element: JSONArraySplitter.Element, _ mapper: JSONObjectDispatch, _ collector: RecordCollector) {
    guard let bytes = element.bytes else {
      return collector.reject(
        line: element.line, reason: "the element is longer than \(options.limits.lineByteCount) bytes",
        remedy: "divide the record")
    }
    do throws(JSONDefect) {
      let value = try JSONParser.parse(bytes, 0..<bytes.count, options.limits)
      mapper.map(value, line: element.line)
    } catch {
      collector.reject(
        line: element.line, reason: "no JSON: \(error.reason) (byte \(error.offset + 1) of the element)",
        remedy: "correct the element")
    }
  }
}
