/// Telephone numbers as people write them: Korean ones with or without hyphens, of other countries with a plus sign
/// (at most fifteen digits, ITU-T E.164).
enum PhoneNumber {
  /// Area codes and prefixes of Korea (전기통신번호관리세칙) behind the leading zero: mobile, area, internet, personal numbers.
  static let koreanPrefixes: Set<String> = [
    "010", "011", "016", "017", "018", "019", "02", "031", "032", "033", "041", "042", "043", "044", "051", "052",
    "053", "054", "055", "061", "062", "063", "064", "070", "080",
  ]

  /// `010-1234-5678`, `02-123-4567`, `1588-1234`, `+49301234567`; `nil` where it is no number. An extension behind it
  /// (`내선 12`, `ext. 12`) is left out.
  static func normalized(_ text: String) -> String? {
    var text = AsciiForms.halfWidth(CleanText.line(text)).lowercased()
    for mark in ["내선", "ext", "(내", "~", "/"] {
      if let range = text.firstRange(of: mark), range.lowerBound > text.startIndex {
        text = String(text[..<range.lowerBound])
      }
    }
    for mark in ["tel", "phone", "mobile", "전화", "휴대폰", "hp", "h.p"] where text.hasPrefix(mark) {
      text = String(text.dropFirst(mark.count))
    }
    var digits = ""
    var hasPlus = false
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if character == "+", digits.isEmpty, !hasPlus {
        hasPlus = true
      } else if !" -.()‐‑‒–—−:·".contains(character) {
        return nil
      }
    }
    if digits.hasPrefix("0082") { digits = "82" + digits.dropFirst(4) }
    if digits.hasPrefix("82"), digits.count >= 10 {
      let rest = digits.dropFirst(2)
      return korean(rest.hasPrefix("0") ? String(rest) : "0" + rest)
    }
    if hasPlus || digits.hasPrefix("00") {
      let number = hasPlus ? digits : String(digits.dropFirst(2))
      return (8...15).contains(number.count) && !number.hasPrefix("0") ? "+" + number : nil
    }
    return korean(digits)
  }

  private static func korean(_ digits: String) -> String? {
    // 15xx-xxxx, 16xx-xxxx, 18xx-xxxx: numbers of firms.
    if digits.count == 8, let first = digits.first, first == "1", "568".contains(digits.dropFirst().first ?? " ") {
      return grouped(digits, [4, 4])
    }
    if digits.hasPrefix("02") {
      return digits.count == 9 ? grouped(digits, [2, 3, 4]) : digits.count == 10 ? grouped(digits, [2, 4, 4]) : nil
    }
    // Personal numbers (평생번호) 050x.
    if digits.hasPrefix("050"), digits.count == 12 { return grouped(digits, [4, 4, 4]) }
    if digits.hasPrefix("050"), digits.count == 11 { return grouped(digits, [4, 3, 4]) }
    guard koreanPrefixes.contains(String(digits.prefix(3))) else { return nil }
    if digits.hasPrefix("010"), digits.count == 10 { return nil }
    return digits.count == 10 ? grouped(digits, [3, 3, 4]) : digits.count == 11 ? grouped(digits, [3, 4, 4]) : nil
  }

  private static func grouped(_ digits: String, _ lengths: [Int]) -> String {
    var rest = digits[...]
    return lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }
}
