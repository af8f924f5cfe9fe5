/// Names of sheets as Excel allows them.
struct SheetName {
  /// In UTF-16 code units.
  static let limit = 31
  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

  /// Compared without case, as Excel does.
  private var taken: Set<String> = []

  /// The name without characters that Excel forbids, short enough, and told apart from those before it by a number.
  mutating func legal(_ wanted: String) -> String {
    var base = String(
      CellText(wanted).text.map { Self.forbidden.contains($0) || $0.isNewline || $0 == "\t" ? " " : $0 })
    base = base.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    base = base.trimmingQuotes()
    // Excel keeps this name for itself.
    if base.lowercased() == "history" { base += " 1" }
    if base.isEmpty { base = "Sheet" }
    var name = Self.shortened(base, to: Self.limit)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = " (\(number))"
      name = Self.shortened(base, to: Self.limit - ending.utf16.count) + ending
      number += 1
    }
    return name
  }

  private static func shortened(_ text: String, to limit: Int) -> String {
    var length = 0
    let cut = text.prefix { character in
      length += character.utf16.count
      return length <= limit
    }
    return String(cut).trimmingQuotes()
  }
}

extension String {
  /// Without blanks and apostrophes at both ends, where Excel forbids the latter.
  fileprivate func trimmingQuotes() -> String {
    let isCut: (Character) -> Bool = { $0 == "'" || $0 == " " }
    return String(drop(while: isCut).reversed().drop(while: isCut).reversed())
  }
}
