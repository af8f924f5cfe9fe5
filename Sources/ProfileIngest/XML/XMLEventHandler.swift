/// What to do with an element that begins. States are the handler's own numbers.
enum XMLStep {
  /// Nothing inside matters: no event until the element ends.
  case skip
  /// Its children matter; `leave` follows at its end.
  case descend(UInt8)
  /// As `descend` (or `both`), and a record begins: the size limit of records counts from here to the element's end.
  case record(UInt8, hasText: Bool = false)
  /// As `record`, and until the element ends events go to this reader, not to the handler.
  case read(any XMLRecordReader)
  /// As `record`, and until the element ends the parser itself puts what its rules ask for into a tree. The handler keeps
  /// the tree.
  case fill(RecordView)
  /// Its text matters: `leave` follows with all of it, that of markup inside included.
  case text(UInt8)
  /// Its children matter, and the text that stands between them: `leave` follows with that text.
  case both(UInt8)
}

/// Takes the events of an ``XMLPushParser``.
protocol XMLEventHandler: AnyObject {
  /// An element begins inside one that was entered with `state` (0 for the document).
  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep

  /// An element ends that was entered with `state`, or a record that a reader has read.
  ///
  /// - Parameters:
  ///   - text: UTF-8; empty unless the step was `text` or `both`. It cannot be kept: its memory is used again.
  ///   - line: the line on which the element ends.
  func leave(_ state: UInt8, text: XMLText, line: Int)

  /// The current record is larger than allowed; the rest of it is skipped and no `leave` follows for what is open in it.
  func abandonRecord(reason: IngestText, remedy: IngestText)
}
