/// A format whose records are JSON objects.
protocol JSONRecordFormat: Sendable {
  var format: IngestFormat { get }

  /// Whether an object is of this format, told from its keys. Called for every object, in the registry's order.
  func recognizes(_ members: [JSONValue.Member]) -> Bool

  /// Turns an object into records, issues or both. An answer that holds several records gives several.
  func map(_ members: [JSONValue.Member], line: Int, into collector: RecordCollector)
}
