import GRDB
import ResearchProfiles

/// Numbers of receipts, "2026-0001": the year in Seoul, and the first number of that year that was never given.
enum ReceiptNumber {
  /// Takes the next number. The transaction must be one that already holds the right to write.
  static func next(at time: ForumTime, in database: Database) throws -> String {
    let year = time.seoulDate.components.year
    try database.change(
      "INSERT INTO receipt_counter VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1", [year])
    let number = try database.count("SELECT last FROM receipt_counter WHERE year = ?", [year])
    return padded(year) + "-" + padded(number)
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
