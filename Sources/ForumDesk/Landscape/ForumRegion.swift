import PartnerDiscovery

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
    let divisions = RegionName.divisions.map { (code: $0.korean, name: Bilingual($0)) }
    return
      (divisions + [
        (code: "abroad", name: .abroad), (code: "unknown", name: Bilingual("지역 미상", "Region unknown")),
      ]).enumerated().map { ForumRegion($0, $1.code, $1.name) }
  }()

  public static let abroad = all[all.count - 2]
  public static let unknown = all[all.count - 1]

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
    let division = region.flatMap { RegionName(beginning: $0) }
    self = division.flatMap { division in Self.all.first { $0.code == division.korean } } ?? Self.unknown
  }

  public static func < (left: Self, right: Self) -> Bool { left.place < right.place }
}
