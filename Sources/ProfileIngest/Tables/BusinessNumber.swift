/// A 사업자등록번호, the number under which a Korean business is registered for taxes: ten digits, the last of which checks the
/// others.
///
/// The rule is that of 국세청 as Korean developers publish it: weights 1 3 7 1 3 7 1 3 5 over nine digits, and the tens of five
/// times the ninth digit added.
struct BusinessNumber: Equatable {
  /// Ten digits.
  let digits: String

  private static let weights = [1, 3, 7, 1, 3, 7, 1, 3, 5]

  /// A number of ten digits, with or without hyphens (`000-00-00000`), whose last digit is right; `nil` for anything else.
  init?(_ text: String) {
    var digits: [Int] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits.append(Int(byte - 0x30))
      case 0x2D, 0x20: continue
      default: return nil
      }
      if digits.count > 10 { return nil }
    }
    guard digits.count == 10, Set(digits).count > 1 else { return nil }
    let sum = zip(digits, Self.weights).reduce(0) { $0 + $1.0 * $1.1 } + digits[8] * 5 / 10
    guard (10 - sum % 10) % 10 == digits[9] else { return nil }
    self.digits = digits.map(String.init).joined()
  }
}
