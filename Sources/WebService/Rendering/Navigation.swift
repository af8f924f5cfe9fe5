import ForumDesk
import ForumRecords

/// The console's sections, as far as somebody may see them.
enum Navigation {
  struct Section: Sendable {
    var address: String
    var title: Bilingual
    var role: UserRole
  }

  static let sections: [Section] = [
    Section(address: "/desk/applications", title: Bilingual("신청", "Applications"), role: .viewer),
    Section(address: "/desk/search", title: Bilingual("검색", "Search"), role: .viewer),
    Section(address: "/desk/introductions", title: Bilingual("소개·성과", "Introductions"), role: .viewer),
    Section(address: "/desk/counselling", title: Bilingual("상담", "Counselling"), role: .counsellor),
    Section(address: "/desk/allocations", title: Bilingual("전체 배정", "Allocation"), role: .viewer),
    Section(address: "/desk/landscape", title: Bilingual("수요·공급", "Landscape"), role: .viewer),
    Section(address: "/desk/data", title: Bilingual("자료", "Data"), role: .officer),
    Section(address: "/desk/exports", title: Bilingual("내보내기", "Exports"), role: .officer),
    Section(address: "/desk/administration", title: Bilingual("관리", "Administration"), role: .administrator),
  ]

  static func links(for context: DeskRequestContext) -> [PageLayout.Link] {
    guard let account = context.account else { return [] }
    return sections.filter { account.role >= $0.role }.map { section in
      PageLayout.Link(
        label: section.title[context.language], address: section.address,
        isCurrent: context.location.hasPrefix(section.address))
    }
  }

  static func otherLanguage(_ context: DeskRequestContext) -> PageLayout.Link {
    let other: Language = context.language == .korean ? .english : .korean
    return PageLayout.Link(
      label: other == .korean ? "한국어" : "English",
      address: "/language/\(other.rawValue)" + AddressText.query([("back", context.location)]))
  }
}
