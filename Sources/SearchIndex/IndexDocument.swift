/// A link from a document to something that the index knows by key only.
public struct DocumentLink: Hashable, Sendable {
  public var key: String
  /// Meaning is the caller's.
  public var role: UInt8

  public init(key: String, role: UInt8) {
    self.key = key
    self.role = role
  }
}

/// A document as it is handed to the index.
public struct IndexDocument: Sendable {
  public struct FieldText: Sendable {
    public var field: DocumentField
    public var text: String

    public init(field: DocumentField, text: String) {
      self.field = field
      self.text = text
    }
  }

  /// Unique in its collection; a document with the same id replaces the older one.
  public var id: String
  /// Texts in order. No phrase crosses from one to the next.
  public var texts: [FieldText]
  /// Combinations of attribute values, one value for each attribute of the collection ("" for none). A document may
  /// have several: a filter on several attributes wants one combination that satisfies all of them.
  public var attributes: [[String]]
  /// Days since 1970-01-01.
  public var day: Int32?
  public var links: [DocumentLink]
  /// Whatever the caller wants back with the document.
  public var stored: [UInt8]

  public init(
    id: String, texts: [FieldText], attributes: [[String]] = [], day: Int32? = nil, links: [DocumentLink] = [],
    stored: [UInt8] = []
  ) {
    self.id = id
    self.texts = texts
    self.attributes = attributes
    self.day = day
    self.links = links
    self.stored = stored
  }
}
