/// A record that is neither an organisation nor evidence but that a source's evidence hangs together by, for instance
/// a person or a funding. It is kept, never searched.
public struct SupportingRecord: Hashable, Sendable {
  /// What it is, in lower case: `person`, `funding`, `event` ...
  public var type: String
  /// Unique within its type.
  public var id: String
  /// JSON as the reader of the source wrote it. Equal text means an equal record.
  public var content: String

  public init(type: String, id: String, content: String) {
    self.type = type
    self.id = id
    self.content = content
  }

  var contentHash: Int64 {
    var hash = ContentHash()
    hash.combine(type)
    hash.combine(id)
    hash.combine(content)
    return hash.storedValue
  }
}
