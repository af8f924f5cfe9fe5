/// Makes regions comparable: sources write 서울, 서울시, 서울특별시 and Seoul for the same place.
enum RegionName {
  /// The first-level divisions of Korea by their short names, with the other forms that sources use.
  private static let korean: [(short: String, others: [String])] = [
    ("서울", ["seoul"]), ("부산", ["busan", "pusan"]), ("대구", ["daegu", "taegu"]), ("인천", ["incheon", "inchon"]),
    ("광주", ["gwangju", "kwangju"]), ("대전", ["daejeon", "taejon"]), ("울산", ["ulsan"]), ("세종", ["sejong"]),
    ("경기", ["gyeonggi", "kyonggi"]), ("강원", ["gangwon", "kangwon"]),
    ("충북", ["충청북", "chungbuk", "chungcheongbuk", "north chungcheong"]),
    ("충남", ["충청남", "chungnam", "chungcheongnam", "south chungcheong"]),
    ("전북", ["전라북", "jeonbuk", "jeollabuk", "north jeolla"]),
    ("전남", ["전라남", "jeonnam", "jeollanam", "south jeolla"]),
    ("경북", ["경상북", "gyeongbuk", "gyeongsangbuk", "north gyeongsang"]),
    ("경남", ["경상남", "gyeongnam", "gyeongsangnam", "south gyeongsang"]), ("제주", ["jeju", "cheju"]),
  ]

  private static let suffixes = [
    "특별자치시", "특별자치도", "특별시", "광역시", "자치시", "자치도", "시", "도", " metropolitan city", " special city",
    " province", "-do", "-si", " city",
  ]

  private static let shortNames: [String: String] = {
    var names: [String: String] = [:]
    for region in korean {
      names[region.short] = region.short
      for other in region.others { names[other] = region.short }
    }
    return names
  }()

  /// The form under which a region is filtered: 서울 for 서울특별시 and for Seoul, lower case for what is not Korean.
  static func comparable(_ region: String) -> String {
    let name = region.lowercased().split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    if let short = shortNames[name] { return short }
    for suffix in suffixes where name.hasSuffix(suffix) {
      if let short = shortNames[String(name.dropLast(suffix.count))] { return short }
    }
    return name
  }
}
