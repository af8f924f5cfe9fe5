/// Takes out of texts what points to a person: mail addresses, Korean mobile telephone numbers, 주민등록번호. Texts of exports
/// (a project's abstract with its contact) sometimes hold them; an export of Moim never does.
public struct PersonalItems {
  public private(set) var withheldCount = 0
  public static let replacement = "***"

  public init() {}

  /// - Complexity: linear in the text; a text without `@` and without long runs of digits is handed through.
  public mutating func withheld(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x40 || $0 >= 0x30 && $0 <= 0x39 }) else { return text }
    var result = ""
    var word = ""
    for character in text {
      if character == " " || character == "\n" || character == "," || character == ";" || character == "|" {
        result += cleaned(word)
        word = ""
        result.append(character)
      } else {
        word.append(character)
      }
    }
    return result + cleaned(word)
  }

  private mutating func cleaned(_ word: String) -> String {
    if Self.isMailAddress(word) || Self.isPersonalNumber(word) {
      withheldCount += 1
      return Self.replacement
    }
    return word
  }

  private static func isMailAddress(_ word: String) -> Bool {
    guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
    let domain = word[word.index(after: at)...]
    guard let first = domain.first, first != "." else { return false }
    // "1.5 mW@1550.12nm" and "99%@4.2K" are measurements.
    let labels = domain.split(separator: ".") as [Substring]
    return labels.dropFirst().contains { label in label.prefix { $0.isLetter }.count > 1 }
  }

  /// `010-1234-5678` and its like (010, 011, 016 to 019), `+82-10-...`; six digits, a hyphen, and seven that begin with 1 to 8.
  private static func isPersonalNumber(_ word: String) -> Bool {
    let inner = word.drop { !$0.isNumber && $0 != "+" }
    var parts = inner.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).map(String.init)
    if parts.first == "82" {
      parts = ["0" + parts.dropFirst().joined(separator: "-")].flatMap { $0.split(separator: "-").map(String.init) }
    }
    if parts.count >= 3, ["010", "011", "016", "017", "018", "019"].contains(parts[0]),
      (3...4).contains(parts[1].count),
      parts[2].count == 4
    {
      return true
    }
    if parts.count == 1, parts[0].count == 11, parts[0].hasPrefix("010") { return true }
    guard parts.count == 2, parts[0].count == 6, parts[1].count == 7, let kind = parts[1].first,
      "12345678".contains(kind),
      let month = Int(parts[0].dropFirst(2).prefix(2)), let day = Int(parts[0].suffix(2))
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
