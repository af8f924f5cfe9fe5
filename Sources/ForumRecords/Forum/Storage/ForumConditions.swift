import GRDB

/// What a filter asks for, as SQL: conditions that must all be true.
struct ForumConditions {
  private var conditions: [String] = []
  private(set) var arguments: StatementArguments = []

  /// Empty, or ` WHERE ...`.
  var clause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }

  mutating func require(_ condition: String, _ arguments: StatementArguments = []) {
    conditions.append(condition)
    self.arguments += arguments
  }

  /// Where there is a value at all.
  mutating func require(_ column: String, is value: (any DatabaseValueConvertible)?) {
    if let value { require("\(column) = ?", [value]) }
  }

  /// Where the list is not empty.
  mutating func require(_ column: String, isAmong values: [String]) {
    if values.isEmpty { return }
    require(
      "\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))", StatementArguments(values))
  }

  /// From a moment on, and before another.
  mutating func require(_ column: String, from: ForumTime?, before: ForumTime?) {
    if let from { require("\(column) >= ?", [from.secondsSinceEpoch]) }
    if let before { require("\(column) < ?", [before.secondsSinceEpoch]) }
  }
}
