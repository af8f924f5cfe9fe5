/// Reads one record out of the events between its start and end tag.
protocol XMLRecordReader: AnyObject {
  /// The state of the record's own element. States of readers begin at 1.
  var rootState: UInt8 { get }

  /// Whether the text of the record's own element matters, beside that of its children.
  var rootHasText: Bool { get }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep

  func leave(_ state: UInt8, text: XMLText)

  /// The record's own element ends.
  func leaveRoot(text: XMLText)

  /// The record's id, as far as it is known: for messages about records that are lost.
  var recordID: String? { get }

  /// Hands over the record, which is complete.
  func finish(line: Int, into collector: RecordCollector)
}

extension XMLRecordReader {
  var rootHasText: Bool { false }

  func leaveRoot(text: XMLText) {}
}
