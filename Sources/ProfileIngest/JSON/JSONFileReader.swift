/// Reads files of JSON: one object a line, a list of objects, or one object over several lines.
struct JSONFileReader: FileReader {
  var formats: [IngestFormat] { FormatRegistry.jsonRecords.map(\.format) + FormatRegistry.mapped }

  func recognizes(_ sample: ContentSample) -> Bool {
    switch sample.kind {
    case .jsonLines, .jsonArray, .jsonObject: true
    default: false
    }
  }

  func read(_ content: IngestContent, into outlet: PartOutlet) throws {
    let options = content.options
    switch content.sample.kind {
    case .jsonArray: try JSONArrayReader(options: options).read(content.chunks, into: outlet)
    case .jsonObject: try JSONDocumentReader(options: options).read(content.chunks, into: outlet)
    default:
      try JSONLinesReader(options: options).read(
        LineScanner(content.chunks, range: 0..<Int64.max, limits: options.limits), into: outlet)
    }
  }
}
