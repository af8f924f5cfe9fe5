public import ResearchProfiles

/// An identifier in the one form in which it is compared.
public struct BodyIdentifier: Hashable, Sendable, Comparable {
  public let scheme: IdentifierScheme
  public let value: String
  /// Whether its check digit is right; `true` where the scheme has none.
  public let isChecked: Bool

  /// - Returns: `nil` where the scheme names no body or the value cannot be one of it.
  /// - Complexity: linear in the value.
  public init?(_ identifier: OrganizationIdentifier) {
    guard let scheme = IdentifierScheme(named: identifier.scheme) else { return nil }
    self.init(scheme: scheme, value: identifier.value)
  }

  public init?(scheme: IdentifierScheme, value: String) {
    let letters = value.utf8.filter { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: false
      }
    }.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    let digits = letters.compactMap { (0x30...0x39).contains($0) ? $0 - 0x30 : nil }
    let isNumber = digits.count == letters.count
    self.scheme = scheme
    switch scheme {
    case .businessRegistration:
      guard isNumber, digits.count == 10, CheckDigits.isBusinessRegistration(digits) else { return nil }
      self.value = Self.text(letters)
      isChecked = true
    case .corporateRegistration:
      guard isNumber, digits.count == 13, Set(digits).count > 1 else { return nil }
      self.value = Self.text(letters)
      isChecked = CheckDigits.isCorporateRegistration(digits)
    case .dart:
      guard isNumber, digits.count == 8 else { return nil }
      self.value = Self.text(letters)
      isChecked = true
    case .pic:
      guard isNumber, digits.count == 9 else { return nil }
      self.value = Self.text(letters)
      isChecked = true
    case .ror:
      // The last nine characters: sources give it with and without its address.
      let last = value.lowercased().utf8.suffix(9)
      guard CheckDigits.isROR(Array(last)) else { return nil }
      self.value = Self.text(last)
      isChecked = true
    case .grid:
      let text = value.lowercased()
      guard let start = text.firstRange(of: "grid.") else { return nil }
      let rest = text[start.lowerBound...]
      guard rest.utf8.count > 6, rest.utf8.dropFirst(5).allSatisfy({ $0 < 0x80 && $0 > 0x2C }) else { return nil }
      self.value = String(rest)
      isChecked = true
    case .isni:
      let last = Array(letters.suffix(16))
      guard CheckDigits.isISNI(last) else { return nil }
      self.value = Self.text(last)
      isChecked = true
    case .lei:
      guard CheckDigits.isLEI(letters) else { return nil }
      self.value = Self.text(letters)
      isChecked = true
    case .vat:
      // A country's two letters and what identifies; forms give placeholders such as "NOTAPPLICABLE" too.
      guard letters.count >= 6, letters.count <= 16, digits.count >= 5, Set(digits).count > 1 else { return nil }
      guard letters[0] > 0x40, letters[1] > 0x40 else { return nil }
      // Czech numbers that begin so are of groups of firms (act 235/2004, section 4a).
      if letters.starts(with: Array("CZ699".utf8)) { return nil }
      self.value = Self.text(letters)
      isChecked = true
    case .domain:
      guard let domain = HomePageDomain.own(value) else { return nil }
      self.value = domain
      isChecked = true
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.scheme == right.scheme
      ? left.value.utf8.lexicographicallyPrecedes(right.value.utf8) : left.scheme.rawValue < right.scheme.rawValue
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
