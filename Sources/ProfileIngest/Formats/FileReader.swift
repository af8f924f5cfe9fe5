/// Reads whole files (or entries of archives) of one kind: XML, JSON, tables, packages.
///
/// Files of XML and JSON are parsed once, whatever formats of records they hold; those are told apart record by record, by
/// ``XMLRecordFormat`` and ``JSONRecordFormat``.
protocol FileReader: Sendable {
  /// The formats it takes: any of them may be forced.
  var formats: [IngestFormat] { get }

  /// Whether the content is of its kind. Called in the registry's order until one says yes, on every file: look at the
  /// first bytes only.
  func recognizes(_ sample: ContentSample) -> Bool

  /// Reads the content to its end. Bad records become issues of the outlet's collector.
  ///
  /// - Throws: what the outlet throws; or a ``ByteSourceFailure``, which rejects the file as a whole.
  func read(_ content: IngestContent, into outlet: PartOutlet) throws
}
