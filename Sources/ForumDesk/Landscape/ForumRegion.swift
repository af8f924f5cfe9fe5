/// A first-level division of Korea, abroad, or unknown: the regions that demand and supply are told apart by.
public struct ForumRegion: Hashable, Sendable, Comparable {
  /// The short Korean name ("서울"), `abroad` or `unknown`.
  public let code: String
  public let name: Bilingual
  private let place: Int

  private init(_ place: Int, _ code: String, _ name: Bilingual) {
    self.place = place
    self.code = code
    self.name = name
  }

  /// The seventeen divisions, then abroad and unknown: the order in which they are shown.
  public static let all: [ForumRegion] = {
    let divisions = divisionNames.map { (code: $0.korean, name: Bilingual($0.korean, $0.english)) }
    let others = [
      (code: "abroad", name: Bilingual("해외", "Abroad")), (code: "unknown", name: Bilingual("지역 미상", "Region unknown")),
    ]
    return (divisions + others).enumerated().map { ForumRegion($0, $1.code, $1.name) }
  }()

  public static let abroad = all[all.count - 2]
  public static let unknown = all[all.count - 1]

  /// Short names, and how other forms of the name begin, in lower case.
  private static let divisionNames: [(korean: String, english: String, beginnings: [String])] = [
    ("서울", "Seoul", []), ("부산", "Busan", ["pusan"]), ("대구", "Daegu", ["taegu"]), ("인천", "Incheon", ["inchon"]),
    ("광주", "Gwangju", ["kwangju"]), ("대전", "Daejeon", ["taejon"]), ("울산", "Ulsan", []), ("세종", "Sejong", []),
    ("경기", "Gyeonggi", ["kyonggi", "kyunggi"]), ("강원", "Gangwon", ["kangwon"]),
    ("충북", "Chungbuk", ["충청북", "chungcheongbuk", "north chungcheong"]),
    ("충남", "Chungnam", ["충청남", "chungcheongnam", "south chungcheong"]),
    ("전북", "Jeonbuk", ["전라북", "jeollabuk", "north jeolla"]),
    ("전남", "Jeonnam", ["전라남", "jeollanam", "south jeolla"]),
    ("경북", "Gyeongbuk", ["경상북", "gyeongsangbuk", "north gyeongsang"]),
    ("경남", "Gyeongnam", ["경상남", "gyeongsangnam", "south gyeongsang"]), ("제주", "Jeju", ["cheju"]),
  ]

  /// Reads what sources write: 서울, 서울시, 서울특별시 and Seoul are one.
  ///
  /// - Parameter country: ISO 3166-1 alpha-2; a country other than KR means abroad, whatever the region is called.
  public init(region: String?, country: String? = nil) {
    if let country, !country.isEmpty, country.uppercased() != "KR" {
      self = Self.abroad
      return
    }
    let text = (region ?? "").lowercased().split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    if ["abroad", "해외", "국외"].contains(text) {
      self = Self.abroad
      return
    }
    let place = Self.divisionNames.firstIndex { division in
      ([division.korean, division.english.lowercased()] + division.beginnings).contains { text.hasPrefix($0) }
    }
    self = place.map { Self.all[$0] } ?? Self.unknown
  }

  public static func < (left: Self, right: Self) -> Bool { left.place < right.place }
}
