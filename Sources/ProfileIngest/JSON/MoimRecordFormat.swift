/// Moim's own records. Takes every object that no other format takes, and says what is wrong with it.
struct MoimRecordFormat: JSONRecordFormat {
  var format: IngestFormat { .jsonLines }

  func recognizes(_ members: [JSONValue.Member]) -> Bool { true }

  func map(_ members: [JSONValue.Member], line: Int, into collector: RecordCollector) {
    JSONRecordMapper(collector: collector).map(members, line: line)
  }
}
