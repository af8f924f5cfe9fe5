import Foundation
import GRDB
public import ResearchProfiles

extension Registry {
  /// Keeps applications by id, replacing those of the same ids.
  ///
  /// - Complexity: one row for each, one transaction.
  public func store(_ applications: [Application]) throws(RegistryError) {
    guard mode == .readWrite else { throw .openedForReading(path: path) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      try pool.write { database in
        let statement = try database.cachedStatement(
          sql: """
            INSERT INTO application (id, content_hash, content) VALUES (?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET content_hash = excluded.content_hash, content = excluded.content
            WHERE content_hash <> excluded.content_hash
            """)
        for application in applications {
          let content = String(decoding: try encoder.encode(application), as: UTF8.self)
          try statement.execute(
            arguments: [application.id, Self.applicationHash(id: application.id, content: content), content])
        }
      }
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// The application that was stored with this id.
  public func application(id: String) throws(RegistryError) -> Application? {
    let content = try read { database in
      try String.fetchOne(database, sql: "SELECT content FROM application WHERE id = ?", arguments: [id])
    }
    guard let content else { return nil }
    do {
      return try JSONDecoder().decode(Application.self, from: Data(content.utf8))
    } catch {
      throw .damaged(path: path, detail: "application \(id) is \(error)")
    }
  }

  static func applicationHash(id: String, content: String) -> Int64 {
    var hash = ContentHash()
    hash.combine(id)
    hash.combine(content)
    return hash.storedValue
  }
}
