/// A format whose records are elements of XML documents: the root element, elements under one or two wrappers, or the
/// metadata of OAI-PMH answers.
protocol XMLRecordFormat: Sendable {
  var format: IngestFormat { get }

  /// A reader for the record that begins with this element, or `nil` where none does. Called for every element that could
  /// be a record.
  ///
  /// - Parameters:
  ///   - fallbackID: the id that the envelope gives the record, or an empty text.
  ///   - isForced: whether the user named this format: then any namespace will do.
  func makeReader(
    for element: borrowing XMLElement, fallbackID: String, isForced: Bool
  ) -> (any XMLRecordReader)?
}
