/// Reads one record out of the events between its start and end tag.
protocol XMLRecordReader: AnyObject {
  /// The state of the record's own element. States of readers begin at 1.
  var rootState: UInt8 { get }

  /// Whether the text of the record's own element matters, beside that of its children.
  var rootHasText: Bool { get }

  /// Where the parser itself puts what the record holds; `nil` for a reader of events.
  var tree: RecordTree? { get }

  /// What the record says about the answer that it is, if it is one.
  var finding: AnswerPlan.Finding? { get }

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

  var tree: RecordTree? { nil }

  var finding: AnswerPlan.Finding? { nil }

  func leaveRoot(text: XMLText) {}
}
