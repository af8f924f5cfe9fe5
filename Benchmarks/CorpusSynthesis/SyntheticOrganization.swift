/// An organisation of a synthetic corpus; everything follows from its number.
public struct SyntheticOrganization: Hashable, Sendable {
  public static let kinds = ["company", "university", "institute", "public", "other"]
  public static let regions = [
    "Seoul", "Busan", "Daegu", "Incheon", "Gwangju", "Daejeon", "Ulsan", "Sejong", "Gyeonggi", "Gangwon", "Jeju",
    "Chungbuk",
  ]

  public var number: Int
  public var id: String { "o" + paddedNumber(number, digitCount: 7) }
  /// All combinations of kind and region follow each other.
  public var kind: String { Self.kinds[number % Self.kinds.count] }
  public var region: String { Self.regions[number / Self.kinds.count % Self.regions.count] }
  public var country: String { number % 7 == 0 ? "DE" : "KR" }

  public init(number: Int) { self.number = number }
}

/// Decimal digits with zeros in front, so that ids sort as their numbers.
func paddedNumber(_ number: Int, digitCount: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, digitCount - digits.count)) + digits
}
