/// ROR organisation records of schema 1 and 2.
struct RorFormat: JSONRecordFormat {
  var format: IngestFormat { .ror }

  func recognizes(_ members: [JSONValue.Member]) -> Bool { RorRecordMapper.recognizes(members) }

  func map(_ members: [JSONValue.Member], line: Int, into collector: RecordCollector) {
    RorRecordMapper(collector: collector).map(members, line: line)
  }
}
