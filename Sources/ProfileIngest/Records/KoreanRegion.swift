/// Korea's first-level divisions as people write them.
enum KoreanRegion {
  private static let regions: [(short: String, forms: [String])] = [
    ("서울", ["서울특별시", "서울시", "서울"]), ("부산", ["부산광역시", "부산시", "부산"]), ("대구", ["대구광역시", "대구시", "대구"]),
    ("인천", ["인천광역시", "인천시", "인천"]), ("광주", ["광주광역시", "광주"]), ("대전", ["대전광역시", "대전시", "대전"]),
    ("울산", ["울산광역시", "울산시", "울산"]), ("세종", ["세종특별자치시", "세종시", "세종"]), ("경기", ["경기도", "경기"]),
    ("강원", ["강원특별자치도", "강원도", "강원"]), ("충북", ["충청북도", "충북"]), ("충남", ["충청남도", "충남"]),
    ("전북", ["전북특별자치도", "전라북도", "전북"]), ("전남", ["전라남도", "전남"]), ("경북", ["경상북도", "경북"]),
    ("경남", ["경상남도", "경남"]), ("제주", ["제주특별자치도", "제주도", "제주"]),
  ]
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for region in regions {
      for form in region.forms { names[form] = region.short }
    }
    return names
  }()

  /// The short name of a division ("서울" of "서울특별시"); any other text as it is.
  static func normalized(_ text: String) -> String { names[text] ?? text }

  /// Division and, in a province, the city or county of a postal address; `nil` where the address is not Korean.
  static func place(ofAddress address: String) -> (region: String, city: String?)? {
    var words = address.split(whereSeparator: { $0 == " " || $0 == "," })
    // Postcodes come first: (02792), [136-791].
    if let first = words.first, first.allSatisfy({ $0.isNumber || "()[]-우)".contains($0) }) { words.removeFirst() }
    guard let first = words.first, let region = names[String(first)] else { return nil }
    let city = words.dropFirst().first.map(String.init)
    return (region, city.flatMap { $0.hasSuffix("시") || $0.hasSuffix("군") ? $0 : nil })
  }
}
