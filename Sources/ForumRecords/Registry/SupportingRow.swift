import Foundation
import ResearchProfiles

/// A supporting record as its row holds it: the content is the record as JSON with sorted keys.
struct SupportingRow {
  var type: String
  var id: String
  var content: String

  init(type: String, id: String, content: String) {
    self.type = type
    self.id = id
    self.content = content
  }

  init(_ record: SupportingRecord) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    type = record.kind.rawValue
    id = record.id
    content = String(decoding: try encoder.encode(record), as: UTF8.self)
  }

  var contentHash: Int64 {
    var hash = ContentHash()
    hash.combine(type)
    hash.combine(id)
    hash.combine(content)
    return hash.storedValue
  }

  /// The record, or `nil` where the content is none.
  var record: SupportingRecord? {
    try? JSONDecoder().decode(SupportingRecord.self, from: Data(content.utf8))
  }
}
