/// A ROR id: `0`, six letters or digits, two check digits (https://ror.readme.io/docs/identifier).
struct RorIdentifier: Equatable {
  /// Without `https://ror.org/`, in lower case.
  let value: String

  private static let prefixes = ["https://ror.org/", "http://ror.org/", "ror.org/"]
  /// Crockford's base 32: without I, L, O, U.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// An id with or without its prefix whose check digits are right; `nil` for anything else.
  init?(_ text: String) {
    let lowercased = text.lowercased()
    let prefix = Self.prefixes.first { lowercased.hasPrefix($0) } ?? ""
    let value = lowercased.dropFirst(prefix.count)
    let bytes = Array(value.utf8)
    guard bytes.count == 9, bytes[0] == 0x30 else { return nil }
    var number = 0
    for byte in bytes[1..<7] {
      guard let digit = Self.alphabet.firstIndex(of: byte) else { return nil }
      number = number * 32 + digit
    }
    // ISO/IEC 7064, MOD 97-10.
    let check = 98 - number * 100 % 97
    guard bytes[7] == UInt8(0x30 + check / 10), bytes[8] == UInt8(0x30 + check % 10) else { return nil }
    self.value = String(value)
  }
}
