/// Reads one XML document from chunks of bytes.
enum XMLFileReader {
  /// - Throws: what the outlet throws. Everything that is wrong with the document becomes an issue.
  static func read(_ chunks: ByteChunks, options: IngestOptions, into outlet: PartOutlet) throws {
    let reader = XMLDocumentReader(
      format: XMLRecordFormat(forced: options.forcedFormat), collector: outlet.collector)
    let parser = XMLPushParser(handler: reader, limits: options.limits)
    var failure: XMLFailure?
    do {
      while try chunks.next() {
        guard parser.feed(chunks.bytes, count: chunks.count) else { break }
        try outlet.deliverIfFull(byteCount: chunks.byteCount)
      }
      parser.finish()
      failure = parser.failure
    } catch let error as ByteSourceFailure {
      failure = XMLFailure(line: max(1, parser.line), reason: error.reason, remedy: error.remedy)
    }
    reader.finish(failure: failure)
  }
}
