final class CerifEntityReader: XMLRecordReader {
  init?(root: XMLRecordElement, element: borrowing XMLElement, fallbackID: String) { return nil }
  var rootState: UInt8 { 1 }
  var recordID: String? { nil }
  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep { .skip }
  func leave(_ state: UInt8, text: [UInt8]) {}
  func finish(line: Int, into collector: RecordCollector) {}
}
