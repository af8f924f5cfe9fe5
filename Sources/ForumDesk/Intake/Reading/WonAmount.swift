/// Amounts of money as people write them on forms.
enum WonAmount {
  private static let units: [(name: String, won: Double)] = [
    ("조", 1e12), ("천억", 1e11), ("백억", 1e10), ("십억", 1e9), ("억", 1e8), ("천만", 1e7), ("백만", 1e6), ("십만", 1e5), ("만", 1e4),
  ]

  /// In million won: `300`, `1,000`, `3억`, `3억 5천만원`, `300백만원`, `300,000,000원`, `300 million won`; `nil` for anything else.
  /// Amounts are rounded to the nearest million, at least one.
  static func millions(_ text: String) -> Int? {
    var text = AsciiForms.halfWidth(CleanText.line(text)).lowercased()
    for word in ["약", "총", "대략", "about", "approx.", "krw", "₩", "￦", "정도", "내외", "이내", "이하", "million won", "million"]
    {
      let replacement = word.hasPrefix("million") ? "백만" : ""
      text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: replacement)
    }
    text = String(text.filter { $0 != " " && $0 != "," && $0 != "_" })
    let isWon = text.hasSuffix("원")
    if isWon { text.removeLast() }
    guard let first = text.first, first.isASCII, first.isNumber else { return nil }
    var won = 0.0
    var hasUnit = false
    while !text.isEmpty {
      let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let number = Double(digits), number.isFinite else { return nil }
      text = String(text.dropFirst(digits.count))
      if let unit = units.first(where: { text.hasPrefix($0.name) }) {
        text = String(text.dropFirst(unit.name.count))
        won += number * unit.won
        hasUnit = true
      } else if text.isEmpty {
        won += number * (isWon || hasUnit ? 1 : 1e6)
      } else {
        return nil
      }
    }
    guard won > 0, won < 1e18 else { return nil }
    return max(1, Int((won / 1e6).rounded()))
  }
}
