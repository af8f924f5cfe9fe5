import ResearchProfiles

/// What the cells of one column look like, of the first rows of a table.
struct ColumnProfile: Equatable {
  private(set) var filledCount = 0
  private(set) var businessNumberCount = 0
  private(set) var dateCount = 0
  private(set) var addressCount = 0
  private(set) var countryCount = 0
  private(set) var contactCount = 0
  private(set) var rorCount = 0
  private var lastNumber: Int?
  private var countsOn = true

  mutating func take(_ cell: String) {
    let text = FieldText.line(cell)
    guard !text.isEmpty else { return }
    filledCount += 1
    if BusinessNumber(text) != nil { businessNumberCount += 1 }
    if TableDate.date(text) != nil { dateCount += 1 }
    if Self.isWebAddress(text) { addressCount += 1 }
    if CountryName.code(text) != nil { countryCount += 1 }
    if Self.isContact(text) { contactCount += 1 }
    if text.contains("ror.org/") || text.count == 9, RorIdentifier(text) != nil { rorCount += 1 }
    let number = Int(text)
    countsOn = countsOn && number != nil && (lastNumber.map { number == $0 + 1 } ?? ((number ?? 2) <= 1))
    lastNumber = number
  }

  /// Whether the cells are 1, 2, 3 ...: numbers of rows, not ids.
  var isCounting: Bool { countsOn && filledCount > 1 }

  /// The share of the filled cells, 0 where none is.
  func share(_ count: Int) -> Double { filledCount == 0 ? 0 : Double(count) / Double(filledCount) }

  /// Why the cells contradict the field, as a clause; `nil` where they do not.
  func objection(to field: TableField) -> IngestText? {
    guard filledCount >= 3 else { return nil }
    switch field {
    case .date where share(dateCount) < 0.5: return "most of its cells are no dates"
    case .homepage where share(addressCount) < 0.2: return "its cells are no web addresses"
    case .country where share(countryCount) < 0.3, .participant(_, .country) where share(countryCount) < 0.3:
      return "its cells are no countries"
    case .identifier(scheme: "BRN") where businessNumberCount == 0,
      .participant(_, .identifier("BRN")) where businessNumberCount == 0:
      return "its cells are no 사업자등록번호: their check digits are wrong"
    case .identifier(scheme: "ROR") where rorCount == 0: return "its cells are no ROR ids"
    default: return nil
    }
  }

  /// The field that the cells show by themselves, under whatever heading.
  func field(in kind: TableRecordKind) -> TableField? {
    guard filledCount >= 3 else { return nil }
    if share(businessNumberCount) >= 0.9 {
      return kind == .organization ? .identifier(scheme: "BRN") : .participant(.participant, .identifier("BRN"))
    }
    if share(rorCount) >= 0.9, kind == .organization { return .identifier(scheme: "ROR") }
    if share(addressCount) >= 0.9, kind == .organization { return .homepage }
    return nil
  }

  static func isWebAddress(_ text: String) -> Bool {
    let lowercased = text.lowercased()
    if lowercased.hasPrefix("http://") || lowercased.hasPrefix("https://") || lowercased.hasPrefix("www.") {
      return true
    }
    let parts = lowercased.split(separator: "/", maxSplits: 1).first?.split(separator: ".") ?? []
    guard parts.count > 1, let last = parts.last, (2...6).contains(last.count) else { return false }
    return lowercased.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x40 && $0 != 0x2C }
      && last.allSatisfy(\.isLetter)
  }

  /// Mail addresses and telephone numbers.
  static func isContact(_ text: String) -> Bool {
    if let at = text.firstIndex(of: "@"), at != text.startIndex, !text.contains(" "), text[at...].contains(".") {
      return true
    }
    guard text.hasPrefix("0") || text.hasPrefix("+") else { return false }
    let digits = text.filter(\.isNumber).count
    let marks = text.filter { "-. ()+".contains($0) }.count
    return (9...13).contains(digits) && digits + marks == text.count && marks >= 2 && BusinessNumber(text) == nil
      && CalendarDate(text) == nil
  }
}
