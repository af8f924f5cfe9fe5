/// Reads files of XML.
struct XMLFileReader: FileReader {
  var formats: [IngestFormat] { FormatRegistry.xmlRecords.map(\.format) + FormatRegistry.mapped }

  func recognizes(_ sample: ContentSample) -> Bool { sample.kind == .xml }

  /// - Throws: what the outlet throws. Everything that is wrong with the document becomes an issue.
  func read(_ content: IngestContent, into outlet: PartOutlet) throws {
    let (chunks, options) = (content.chunks, content.options)
    let reader = XMLDocumentReader(forced: options.forcedFormat, catalog: options.catalog, collector: outlet.collector)
    let parser = XMLPushParser(
      handler: reader, limits: options.limits, ignoresDeclaredEncoding: content.sample.isTranscoded)
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
