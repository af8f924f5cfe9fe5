import ForumRecords
import Foundation
import TableWriting

/// Tables as JSON: an object of lists by the tables' names, each row an object by the columns' names.
enum TableJSON {
  /// - Parameters:
  ///   - tables: whose cells are written.
  ///   - keyed: the same tables under English names and headings, which become keys: `course_demand`.
  static func bytes(_ tables: [Table], keyed: [Table]) -> [UInt8] {
    var text = "{"
    for (place, (table, names)) in zip(tables, keyed).enumerated() {
      text += (place > 0 ? ",\n" : "\n") + string(key(names.name)) + ":["
      let keys = names.headings.map { string(key($0)) }
      for (number, row) in table.rows.enumerated() {
        text += (number > 0 ? ",\n" : "\n") + "{"
        text += zip(keys, row).map { $0 + ":" + value($1) }.joined(separator: ",") + "}"
      }
      text += "]"
    }
    return Array((text + "\n}\n").utf8)
  }

  /// "Budget (million won)" becomes `budget_million_won`.
  static func key(_ heading: String) -> String {
    heading.lowercased().replacing("'", with: "").split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
  }

  private static func value(_ cell: TableCell) -> String {
    switch cell {
    case .empty: "null"
    case .text(let text): string(text)
    case .number(let number):
      number.isFinite
        ? number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)" : "null"
    case .time(let seconds):
      string(
        ForumTime(secondsSinceEpoch: seconds).description.replacing(" ", with: "T") + "+09:00")
    case .day(let day):
      string(String(ForumTime(secondsSinceEpoch: Int64(day) * 86_400 - 9 * 3600).description.prefix(10)))
    }
  }

  private static func string(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
