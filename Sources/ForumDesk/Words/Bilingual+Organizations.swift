public import PartnerDiscovery
public import ResearchProfiles

/// What organisations are called by what they are and where.
extension Bilingual {
  public init(_ kind: OrganizationKind?) {
    switch kind {
    case .company: self.init("기업", "Company")
    case .university: self.init("대학", "University")
    case .institute: self.init("연구기관", "Research institute")
    case .public: self.init("공공기관", "Public body")
    case .other: self.init("기타", "Other")
    case nil: self.init("미상", "Unknown")
    }
  }

  public init(_ region: RegionName) { self.init(region.korean, region.english) }

  /// A region as sources and applications write it; what is none of Korea's stays as it is.
  public init(region text: String) {
    if text == IntakeOption.abroad {
      self = .abroad
    } else {
      self = RegionName(beginning: text).map { Bilingual($0) } ?? Bilingual(both: text)
    }
  }

  /// Everywhere outside Korea.
  public static let abroad = Bilingual("해외", "Abroad")
}

extension OrganizationSummary {
  /// The region, by its name in both languages where it is one of Korea's.
  var place: Bilingual? {
    region.map { country == nil || country?.uppercased() == "KR" ? Bilingual(region: $0) : Bilingual(both: $0) }
  }

  /// Kind, country and region, as far as they are known.
  public func facts(in language: Language) -> [String] {
    [kind.map { Bilingual($0)[language] }, country, place?[language]].compactMap { $0 }
  }
}
