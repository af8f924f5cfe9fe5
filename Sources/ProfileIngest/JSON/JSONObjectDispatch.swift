/// Gives each JSON value of a file to the format of its kind.
struct JSONObjectDispatch {
  let options: IngestOptions
  let collector: RecordCollector

  func map(_ value: JSONValue, line: Int) {
    guard case .object(let members) = value else {
      return collector.reject(
        line: line, reason: "it is \(value.kindName), not an object", remedy: "write one object a line: {\"id\": ...}")
    }
    let forced = options.forcedFormat
    if MappedObjects(catalog: options.catalog, forced: forced, collector: collector).take(members, line: line) {
      return
    }
    let formats = FormatRegistry.jsonRecords.filter { forced == nil || $0.format == forced }
    // A forced format takes what it would not have recognised, and says what is wrong with it.
    let format = formats.first { $0.recognizes(members) } ?? formats.first
    guard let format else {
      return collector.reject(
        line: line, reason: "the object is no record of the format '\(forced?.rawValue ?? "")'",
        remedy: "leave --format out, and the format is found from content")
    }
    format.map(members, line: line, into: collector)
  }
}
