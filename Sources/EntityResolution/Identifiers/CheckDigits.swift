/// The check digits of the identifiers that have some.
public enum CheckDigits {
  /// 사업자등록번호: ten digits, weights 1 3 7 1 3 7 1 3 5 over nine, plus the tens of the ninth's product.
  public static func isBusinessRegistration(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10, Set(digits).count > 1 else { return false }
    let weights: [Int] = [1, 3, 7, 1, 3, 7, 1, 3, 5]
    var sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    sum += Int(digits[8]) * 5 / 10
    return (10 - sum % 10) % 10 == Int(digits[9])
  }

  /// 법인등록번호: thirteen digits, weights 1 2 1 2 ... over twelve. Numbers given out since 2025-01-31 have no check
  /// digit: a failure there is no proof of an error.
  public static func isCorporateRegistration(_ digits: [UInt8]) -> Bool {
    guard digits.count == 13, Set(digits).count > 1 else { return false }
    let sum = digits.prefix(12).enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset % 2 == 0 ? 1 : 2) }
    return (10 - sum % 10) % 10 == Int(digits[12])
  }

  /// ISNI: sixteen characters, the last by ISO 7064 MOD 11-2 (X is ten).
  public static func isISNI(_ characters: [UInt8]) -> Bool {
    guard characters.count == 16 else { return false }
    var total = 0
    for character in characters.dropLast() {
      guard (0x30...0x39).contains(character) else { return false }
      total = (total + Int(character - 0x30)) * 2
    }
    let check = (12 - total % 11) % 11
    return characters[15] == (check == 10 ? 0x58 : UInt8(0x30 + check))
  }

  /// ROR: 0, six characters of Crockford's base 32 and two digits, ISO 7064 MOD 97-10 of the number they spell
  /// (ROR's documentation, "ROR identifier pattern").
  public static func isROR(_ characters: [UInt8]) -> Bool {
    guard characters.count == 9, characters[0] == 0x30 else { return false }
    var value = 0
    for character in characters[0..<7] {
      guard let digit = crockford.firstIndex(of: character) else { return false }
      value = value * 32 + digit
    }
    guard (0x30...0x39).contains(characters[7]), (0x30...0x39).contains(characters[8]) else { return false }
    return 98 - value * 100 % 97 == Int(characters[7] - 0x30) * 10 + Int(characters[8] - 0x30)
  }

  /// LEI (ISO 17442): twenty characters, MOD 97-10 over all with letters as 10 to 35 leaves 1.
  public static func isLEI(_ characters: [UInt8]) -> Bool {
    guard characters.count == 20 else { return false }
    var rest = 0
    for character in characters {
      switch character {
      case 0x30...0x39: rest = (rest * 10 + Int(character - 0x30)) % 97
      case 0x41...0x5A: rest = (rest * 100 + Int(character - 0x41 + 10)) % 97
      default: return false
      }
    }
    return rest == 1
  }

  private static let crockford = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
