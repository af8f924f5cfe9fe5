import Foundation
import GRDB

/// Reads a row by column names. Damage becomes an error, where the subscripts of a row would end the process.
struct ForumColumns {
  private let row: Row

  init(_ row: Row) { self.row = row }

  func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    try row.decode(Value.self, forColumn: column)
  }

  /// SQLite's integers as a whole number of this machine.
  func integer(_ column: String) throws -> Int64 { try row.decode(Int64.self, forColumn: column) }

  func time(_ column: String) throws -> ForumTime { ForumTime(secondsSinceEpoch: try integer(column)) }

  func optionalTime(_ column: String) throws -> ForumTime? {
    try row.decode(Int64?.self, forColumn: column).map { ForumTime(secondsSinceEpoch: $0) }
  }

  /// A case by its raw value.
  func name<Name: RawRepresentable>(_ column: String) throws -> Name where Name.RawValue == String {
    let text = try row.decode(String.self, forColumn: column)
    guard let name = Name(rawValue: text) else { throw UnknownName(text) }
    return name
  }

  func optionalName<Name: RawRepresentable>(_ column: String) throws -> Name? where Name.RawValue == String {
    guard let text = try row.decode(String?.self, forColumn: column) else { return nil }
    guard let name = Name(rawValue: text) else { throw UnknownName(text) }
    return name
  }

  /// JSON.
  func content<Content: Decodable>(_ column: String) throws -> Content {
    try JSONDecoder().decode(Content.self, from: Data(row.decode(String.self, forColumn: column).utf8))
  }
}
