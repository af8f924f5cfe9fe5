/// A mapping file: how the records of a source, and what its services answer instead of records, are read.
///
/// Files are JSON: the parser that is here anyway reads them strictly and knows the place of every mistake. What they may say
/// is described in `Documentation/SOURCES.md`.
public struct RecordMapping: Hashable, Sendable {
  /// What the mapping is called, for messages.
  public let name: String
  let format: IngestFormat
  let records: [RecordRule]
  let answers: [AnswerRule]
}
