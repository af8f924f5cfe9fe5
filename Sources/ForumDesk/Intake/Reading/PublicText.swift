import PartnerDiscovery

/// Text that may be published: mail addresses, telephone numbers and 주민등록번호 are taken out.
struct PublicText {
  private(set) var text: String
  /// How many items were taken out.
  private(set) var withheldCount: Int

  /// - Complexity: linear in the text.
  init(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    var count = 0
    for find in [Self.mailAddress, Self.phoneNumber] {
      var result: [Unicode.Scalar] = []
      var index = 0
      var floor = 0
      while index < scalars.count {
        // A mail address is found at its mark: what was copied of it already is taken back.
        if let found = find(scalars, index, floor) {
          result.removeLast(index - found.lowerBound)
          result += Array(PersonalItems.replacement.unicodeScalars)
          count += 1
          index = found.upperBound
          floor = index
        } else {
          result.append(scalars[index])
          index += 1
        }
      }
      scalars = result
    }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars)
    var items = PersonalItems()
    self.text = items.withheld(String(rest))
    withheldCount = count + items.withheldCount
  }

  /// The mail address around an at sign.
  private static func mailAddress(_ text: [Unicode.Scalar], at index: Int, notBefore floor: Int) -> Range<Int>? {
    guard text[index] == "@" || text[index] == "＠" else { return nil }
    var start = index
    while start > floor, text[start - 1].isASCIIWord || "._%+-".unicodeScalars.contains(text[start - 1]) { start -= 1 }
    guard start < index else { return nil }
    var end = index + 1
    while end < text.count, text[end].isASCIIWord || text[end] == "." || text[end] == "-" { end += 1 }
    while end > index + 1, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
    let labels = text[(index + 1)..<end].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.count > 1, last.allSatisfy(\.isASCIILetter) else { return nil }
    return start..<end
  }

  /// The telephone number that begins here.
  private static func phoneNumber(_ text: [Unicode.Scalar], at index: Int, notBefore floor: Int) -> Range<Int>? {
    guard text[index] == "0" || text[index] == "+" || text[index] == "(" else { return nil }
    let before = index > floor ? text[index - 1] : " "
    guard !before.isASCIIDigit, before != "." else { return nil }
    // Only mobile numbers are known behind anything else.
    let standsAlone = !before.isASCIIWord && before != "-" && before != "+" && before != ","
    var groups: [(digits: String, end: Int)] = []
    var place = text[index] == "0" ? index : index + 1
    while groups.count < 6 {
      var digits = ""
      while place < text.count, text[place].isASCIIDigit {
        digits.unicodeScalars.append(text[place])
        place += 1
      }
      if digits.isEmpty { break }
      groups.append((digits, place))
      var next = place
      while next < text.count, next - place < 3, " -.)(–‑".unicodeScalars.contains(text[next]) { next += 1 }
      guard next > place, next < text.count, text[next].isASCIIDigit else { break }
      place = next
    }
    for count in stride(from: groups.count, to: 0, by: -1) {
      let digits = groups[..<count].map(\.digits)
      guard standsAlone || digits[0] == "010" else { continue }
      if isPhoneNumber(digits, hasPlus: text[index] == "+") {
        return index..<groups[count - 1].end
      }
    }
    return nil
  }

  private static func isPhoneNumber(_ groups: [String], hasPlus: Bool) -> Bool {
    let digits = groups.joined()
    if hasPlus {
      return (9...15).contains(digits.count) && (groups.count > 2 && groups[0].count <= 3 || digits.hasPrefix("82"))
    }
    if groups.count == 1 { return digits.hasPrefix("010") && digits.count == 11 }
    let shape = groups.dropFirst().map(\.count)
    guard PhoneNumber.koreanPrefixes.contains(groups[0]) || groups[0].hasPrefix("050") && groups[0].count == 4 else {
      return false
    }
    return shape == [4, 4] || shape == [3, 4] || groups[0] == "010" && shape == [8]
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }
  fileprivate var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
  fileprivate var isASCIIWord: Bool { isASCIIDigit || isASCIILetter || value == 0x5F }
}
