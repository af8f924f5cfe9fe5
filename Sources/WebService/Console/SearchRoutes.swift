import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import ResearchFields
import ResearchProfiles

/// The officer's search, with facets.
struct SearchRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private let answers = AnswerCache()

  private static let pageSize = 20

  init(desk: ForumDesk, renderer: PageRenderer) {
    self.desk = desk
    self.renderer = renderer
  }

  private struct Answer: Sendable {
    var html: String
  }

  private struct Content: Sendable {
    struct Facet: Sendable {
      struct Value: Sendable {
        var label: String
        var address: String
        var count: Int
        var isChosen: Bool
      }

      var title: String
      var values: [Value]
    }

    struct Organization: Sendable {
      var name: String
      var address: String
      var facts: [String]
      var evidence: [EvidenceItem]
    }

    struct Evidence: Sendable {
      var item: EvidenceItem
      var participants: [PageLayout.Link]
    }

    struct Kept: Sendable {
      var name: String
      var value: String
    }

    var query: String
    var hasQuery: Bool
    var isEvidence: Bool
    var kept: [Kept] = []
    var keptForPeriod: [Kept] = []
    var from = ""
    var to = ""
    var facets: [Facet] = []
    var foundText = ""
    var addedText: String?
    var problem: String?
    var firstNumber = 1
    var organizations: [Organization] = []
    var evidenceItems: [Evidence] = []
    var pager: Pager?
  }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/search") { request, context in
      try context.account(withRole: .viewer)
      let asked = SearchRequest(request.query)
      let live = desk.live
      let html = try answers.html(for: .init(address: asked.address, language: context.language), of: live) {
        try renderer.fragment("search-answer", content(asked, live, context.language), context.language)
      }
      return try renderer.page("search", title: Bilingual("검색", "Search"), Answer(html: html), context)
    }
  }

  private func content(_ request: SearchRequest, _ live: LiveForum?, _ language: Language) throws -> Content {
    var content = Content(query: request.query, hasQuery: !request.query.isEmpty, isEvidence: request.isEvidence)
    content.kept = request.filterItems.map { Content.Kept(name: $0.0, value: $0.1) }
    content.keptForPeriod =
      [Content.Kept(name: "q", value: request.query), Content.Kept(name: "level", value: request.level)]
      + request.filterItems.filter { $0.0 != "from" && $0.0 != "to" }.map { Content.Kept(name: $0.0, value: $0.1) }
    content.from = request.from.map(String.init) ?? ""
    content.to = request.to.map(String.init) ?? ""
    guard content.hasQuery, let session = live?.session else {
      content.problem =
        live == nil
        ? Bilingual("아직 들여온 자료가 없습니다.", "Nothing has been imported yet.")[language] : nil
      return content
    }
    let text = DiscoverySession.QueryText.syntax(request.query)
    let offset = (request.page - 1) * Self.pageSize
    content.firstNumber = offset + 1
    let found = session.organizationPage(
      text, filter: request.filter, offset: request.isEvidence ? 0 : offset,
      limit: request.isEvidence ? 0 : Self.pageSize)
    let added = found.added.prefix(8).map(\.term)
    content.addedText = added.isEmpty ? nil : added.joined(separator: ", ")
    content.facets = facets(found, request, language)
    var total = found.totalCount
    if request.isEvidence {
      let limit = min(offset + Self.pageSize + 1, 1000)
      let results = session.searchEvidence(text, filter: request.filter, limit: limit)
      total = results.count
      content.evidenceItems = results.dropFirst(offset).prefix(Self.pageSize).map { result in
        Content.Evidence(
          item: EvidenceItem(result, language),
          participants: result.participants.prefix(8).map {
            PageLayout.Link(
              label: "\($0.organization.name) (\(Bilingual($0.role)[language]))",
              address: Self.address(of: $0.organization.id))
          })
      }
      content.foundText = Bilingual("실적", "Evidence")[language]
    } else {
      content.organizations = found.results.map { result in
        Content.Organization(
          name: result.organization.name, address: Self.address(of: result.organization.id),
          facts: result.organization.facts(in: language),
          evidence: result.evidence.map { EvidenceItem($0, language) })
      }
      content.foundText =
        total == 0
        ? Bilingual("찾은 기관이 없습니다", "No organisation was found")[language]
        : Bilingual("기관 \(total)곳", total == 1 ? "1 organisation" : "\(total) organisations")[language]
    }
    content.pager = Pager(page: request.page, size: Self.pageSize, total: total, language) { page in
      var other = request
      other.page = page
      return other.address
    }
    return content
  }

  static func address(of organization: OrganizationID) -> String {
    "/desk/organizations/" + AddressText.encoded(organization.rawValue)
  }

  private func facets(_ found: OrganizationPage, _ request: SearchRequest, _ language: Language) -> [Content.Facet] {
    func facet<Value: Hashable>(
      _ title: Bilingual, _ values: [OrganizationPage.Facet<Value>], _ path: WritableKeyPath<SearchRequest, [Value]>,
      _ label: (Value) -> String
    ) -> Content.Facet? {
      // What was chosen stays in sight, also where nothing has it any more.
      let missing = request[keyPath: path].filter { chosen in !values.contains { $0.value == chosen } }
      let all = values + missing.map { OrganizationPage.Facet(value: $0, count: 0) }
      guard !all.isEmpty else { return nil }
      return Content.Facet(
        title: title[language],
        values: all.map { value in
          let isChosen = request[keyPath: path].contains(value.value)
          var other = request
          other.page = 1
          if isChosen {
            other[keyPath: path].removeAll { $0 == value.value }
          } else {
            other[keyPath: path].append(value.value)
          }
          return .init(label: label(value.value), address: other.address, count: value.count, isChosen: isChosen)
        })
    }
    return [
      facet(Bilingual("유형", "Kind"), found.kinds, \.kinds) { Bilingual($0)[language] },
      facet(Bilingual("지역", "Region"), found.regions, \.regions) { Bilingual(region: $0)[language] },
      facet(Bilingual("분야", "Field"), found.fields, \.fields) { id in
        FieldList.standard[id].map { Bilingual($0.korean, $0.english)[language] } ?? id
      },
      facet(Bilingual("나라", "Country"), found.countries, \.countries) { $0 },
    ].compactMap { $0 }
  }
}
