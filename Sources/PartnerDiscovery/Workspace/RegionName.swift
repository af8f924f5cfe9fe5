/// A first-level division of Korea (시·도), which sources write in many ways: 서울, 서울시, 서울특별시 and Seoul are one. The only
/// list of them: forms, filters and surveys are made from it.
public struct RegionName: Hashable, Sendable {
  /// The short name, under which it is stored and filtered.
  public let korean: String
  /// The short name in the Revised Romanization.
  public let english: String
  /// Official names, older ones and other romanizations, in lower case.
  public let otherForms: [String]

  private init(_ korean: String, _ english: String, _ otherForms: String...) {
    self.korean = korean
    self.english = english
    self.otherForms = otherForms
  }

  /// All seventeen, in the official order.
  public static let divisions = [
    RegionName("서울", "Seoul", "서울특별시", "서울시"),
    RegionName("부산", "Busan", "부산광역시", "부산시", "pusan"),
    RegionName("대구", "Daegu", "대구광역시", "대구시", "taegu"),
    RegionName("인천", "Incheon", "인천광역시", "인천시", "inchon"),
    RegionName("광주", "Gwangju", "광주광역시", "광주시", "kwangju"),
    RegionName("대전", "Daejeon", "대전광역시", "대전시", "taejon"),
    RegionName("울산", "Ulsan", "울산광역시", "울산시"),
    RegionName("세종", "Sejong", "세종특별자치시", "세종시"),
    RegionName("경기", "Gyeonggi", "경기도", "kyonggi", "kyunggi"),
    RegionName("강원", "Gangwon", "강원특별자치도", "강원도", "kangwon"),
    RegionName("충북", "Chungbuk", "충청북도", "충청북", "chungcheongbuk", "north chungcheong"),
    RegionName("충남", "Chungnam", "충청남도", "충청남", "chungcheongnam", "south chungcheong"),
    RegionName("전북", "Jeonbuk", "전북특별자치도", "전라북도", "전라북", "jeollabuk", "north jeolla"),
    RegionName("전남", "Jeonnam", "전라남도", "전라남", "jeollanam", "south jeolla"),
    RegionName("경북", "Gyeongbuk", "경상북도", "경상북", "gyeongsangbuk", "north gyeongsang"),
    RegionName("경남", "Gyeongnam", "경상남도", "경상남", "gyeongsangnam", "south gyeongsang"),
    RegionName("제주", "Jeju", "제주특별자치도", "제주도", "cheju"),
  ]

  private static let suffixes = [
    "특별자치시", "특별자치도", "특별시", "광역시", "자치시", "자치도", "시", "도", " metropolitan city", " special city",
    " province", "-do", "-si", " city",
  ]

  private var forms: [String] { [korean, english.lowercased()] + otherForms }

  private static let shortNames: [String: String] = {
    var names: [String: String] = [:]
    for division in divisions {
      for form in division.forms { names[form] = division.korean }
    }
    return names
  }()

  private static func plain(_ text: String) -> String {
    text.lowercased().split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  /// The division with whose name a text begins: of "서울 강남구" it is 서울. `nil` where there is none.
  public init?(beginning text: String) {
    let name = Self.plain(text)
    guard let division = Self.divisions.first(where: { $0.forms.contains { name.hasPrefix($0) } }) else { return nil }
    self = division
  }

  /// The form under which a region is filtered: 서울 for 서울특별시 and for Seoul, lower case for what is not Korean.
  static func comparable(_ region: String) -> String {
    let name = plain(region)
    if let short = shortNames[name] { return short }
    for suffix in suffixes where name.hasSuffix(suffix) {
      if let short = shortNames[String(name.dropLast(suffix.count))] { return short }
    }
    return name
  }
}
