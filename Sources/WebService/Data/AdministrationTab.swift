import ForumDesk

/// The sections of the administration.
enum AdministrationTab: String, CaseIterable, Sendable {
  case users = ""
  case tokens = "/tokens"
  case audit = "/audit"
  case rules = "/rules"
  case policies = "/policies"
  case retention = "/retention"

  static let root = "/desk/administration"

  var address: String { Self.root + rawValue }

  var title: Bilingual {
    switch self {
    case .users: Bilingual("사용자", "Users")
    case .tokens: Bilingual("API 토큰", "API tokens")
    case .audit: Bilingual("감사 기록", "Audit trail")
    case .rules: Bilingual("공고 규칙", "Rules of calls")
    case .policies: Bilingual("추천 기준", "Ranking policy")
    case .retention: Bilingual("보유 기간과 파기", "Retention")
    }
  }

  static func links(current: AdministrationTab, _ language: Language) -> [PageLayout.Link] {
    allCases.map { PageLayout.Link(label: $0.title[language], address: $0.address, isCurrent: $0 == current) }
  }
}
