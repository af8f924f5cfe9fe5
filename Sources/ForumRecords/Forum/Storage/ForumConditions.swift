import GRDB

/// What a filter asks for, as SQL: conditions that must all be true.
struct ForumConditions {
  private var conditions: [String] = []
  private(set) var arguments: Database.Arguments = []

  /// Empty, or ` WHERE ...`.
  var clause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }

  mutating func require(_ condition: String, _ arguments: Database.Arguments = []) {
    conditions.append(condition)
    self.arguments += arguments
  }

  /// Where there is a value at all.
  mutating func require(_ column: String, is value: (any DatabaseValueConvertible)?) {
    if let value { require("\(column) = ?", [value]) }
  }

  /// Where the list is not empty. It goes as one argument, so that any number of values has the same statement.
  mutating func require(_ column: String, isAmong values: [String]) throws {
    if values.isEmpty { return }
    require("\(column) IN (SELECT value FROM json_each(?))", [try ForumContent.text(values)])
  }

  /// From a moment on, and before another.
  mutating func require(_ column: String, from: ForumTime?, before: ForumTime?) {
    if let from { require("\(column) >= ?", [from.secondsSinceEpoch]) }
    if let before { require("\(column) < ?", [before.secondsSinceEpoch]) }
  }
}
