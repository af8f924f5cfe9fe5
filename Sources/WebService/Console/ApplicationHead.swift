import ForumDesk
import ForumRecords
import ResearchProfiles

/// What stands above every page about one application.
struct ApplicationHead: Sendable {
  enum Tab: String, CaseIterable, Sendable {
    case overview = ""
    case partners = "/partners"
    case consortium = "/consortium"
    case introductions = "/introductions"

    var title: Bilingual {
      switch self {
      case .overview: Bilingual("내용", "Application")
      case .partners: Bilingual("추천 기관", "Partners")
      case .consortium: Bilingual("컨소시엄", "Consortium")
      case .introductions: Bilingual("소개", "Introductions")
      }
    }
  }

  var receipt: String
  var title: String
  var applicant: String
  var facts: [String]
  var status: String
  var statusClass: String
  var tabs: [PageLayout.Link]

  init(_ application: ForumApplication, tab: Tab, _ language: Language) {
    receipt = application.receipt
    title = Self.title(of: application, language)
    applicant = application.application.applicant?.name ?? Bilingual("이름 없는 기관", "unnamed body")[language]
    facts = [
      application.application.applicant?.kind.map { Bilingual($0) }, application.region.map { Bilingual(region: $0) },
    ].compactMap { $0?[language] }
    status = Bilingual(application.status)[language]
    statusClass = application.status.badge
    tabs = Tab.allCases.map {
      PageLayout.Link(
        label: $0.title[language], address: Self.address(of: application.receipt) + $0.rawValue, isCurrent: $0 == tab)
    }
  }

  static func address(of receipt: String) -> String { "/desk/applications/" + AddressText.encoded(receipt) }

  static func title(of application: ForumApplication, _ language: Language) -> String {
    let title = application.application.title
    if !title.isEmpty { return title }
    return application.wantsJointResearch
      ? Bilingual("제목 없음", "without a title")[language] : Bilingual("교육 과정 신청", "asks for a course")[language]
  }
}
