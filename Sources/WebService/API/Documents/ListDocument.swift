import ForumRecords

/// A part of a list.
struct ListDocument<Item: Encodable & Sendable>: Encodable, Sendable {
  var items: [Item]
  var total: Int
  var limit: Int
  var offset: Int

  static func schema(of items: JSONSchema) -> JSONSchema {
    .object(
      [
        "items": .list(of: items), "total": .integer(0...Int.max, "How long the whole list is."),
        "limit": .integer(0...Int.max), "offset": .integer(0...Int.max),
      ])
  }
}

extension ForumTime {
  /// RFC 3339, in Seoul's time.
  var document: String { description.replacing(" ", with: "T") + "+09:00" }
}
