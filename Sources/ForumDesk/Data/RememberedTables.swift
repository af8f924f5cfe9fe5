public import ForumRecords
import Foundation
public import ProfileIngest

/// How tables of sources are read as somebody once corrected it, kept by their headings.
public struct RememberedTables: Sendable {
  private let store: ForumStore

  public init(store: ForumStore) { self.store = store }

  /// What is kept: the headings, and the mapping as its file.
  private struct Content: Codable {
    var headings: [String]
    /// `nil` where the table is guessed again.
    var mapping: String?
  }

  /// Beside those of form services, which are kept under bare digests.
  private static let prefix = "table:"

  /// All of them, for `IngestOptions.rememberedMappings`.
  ///
  /// - Throws: errors of the store.
  /// - Complexity: linear in their number.
  public func mappings() throws(ForumStoreError) -> [TableHeader: TableMapping] {
    var mappings: [TableHeader: TableMapping] = [:]
    for stored in try store.formMappings() where stored.fingerprint.hasPrefix(Self.prefix) {
      // What an older or a newer Moim has written and this one cannot read is guessed.
      guard let content = try? JSONDecoder().decode(Content.self, from: Data(stored.mapping.utf8)),
        let text = content.mapping,
        case .table(let mapping)? = try? MappingFile(content: Array(text.utf8), name: stored.name)
      else { continue }
      mappings[TableHeader(content.headings)] = mapping
    }
    return mappings
  }

  /// - Parameter mapping: `nil` to guess the table again.
  func keep(
    _ mapping: TableMapping?, for table: SourceTable, actor: String, time: ForumTime
  ) throws(ForumStoreError) {
    let headings = table.reading.columns.map(\.heading)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let json = try? encoder.encode(Content(headings: headings, mapping: mapping?.fileText)) else { return }
    // Not the file's name, which may be a person's.
    let name = mapping.map { "table of \($0.records)" } ?? "table to be guessed"
    try store.saveFormMapping(
      FormMapping(
        fingerprint: Self.prefix + TextDigest.of(table.reading.header.description), name: name,
        mapping: String(decoding: json, as: UTF8.self), updated: time, by: actor), actor: actor)
  }
}
