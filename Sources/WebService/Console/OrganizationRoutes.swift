import ForumDesk
import ForumRecords
import Hummingbird
import PartnerDiscovery
import ResearchProfiles

/// An organisation: what it has done, with whom, and what happens with it at the forum.
struct OrganizationRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let pageSize = 30

  private struct Content: Sendable {
    struct Partner: Sendable {
      var name: String
      var address: String
      var count: Int
    }

    struct Statement: Sendable {
      var field: String
      var value: String
      var source: String
      var date: String
      var isShown: Bool
    }

    var name: String
    var id: String
    var facts: [String]
    var otherNames: [String]
    var hasOtherNames: Bool
    var parent: PageLayout.Link?
    var evidenceCount: Int
    var evidence: [EvidenceItem]
    var hasPartners: Bool
    var partners: [Partner]
    var hasApplications: Bool
    var applications: [PageLayout.Link]
    var statements: [Statement]
    var pager: Pager?
  }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/organizations/:id") { request, context in
      try context.account(withRole: .viewer)
      let id = OrganizationID(FormFields.pathText(try context.parameters.require("id")))
      return try renderer.page(
        "organization", title: Bilingual("기관", "Organisation"), content(id, request.query, context), context)
    }
  }

  private func content(_ id: OrganizationID, _ fields: FormFields, _ context: DeskRequestContext) throws -> Content {
    let language = context.language
    let page = min(max(fields["page"].flatMap { Int($0) } ?? 1, 1), 100_000)
    guard
      let details = desk.live?.session.details(
        of: id, evidenceOffset: (page - 1) * Self.pageSize, evidenceLimit: Self.pageSize)
    else { throw WebProblem.notFound(Bilingual("기관", "organisation")) }
    let organization = details.organization
    var filter = ApplicationFilter()
    filter.applicant = organization.id
    let applications = try desk.store.applications(filter).items
    let names = details.names.entries.map(\.text) + details.aliases
    // The registry may be in other hands for a while; the page does without it then.
    let statements = (try? WorkspaceSources(workspace: desk.workspace).statements(of: id)) ?? []
    let facts = organization.facts(in: language)
    // Of Seoul and other cities that are regions one badge is enough.
    let city = details.city.map { Bilingual(region: $0)[language] }.flatMap { facts.contains($0) ? nil : details.city }
    return Content(
      name: organization.name, id: organization.id.rawValue, facts: facts + [city].compactMap { $0 },
      otherNames: names.filter { $0 != organization.name }, hasOtherNames: names.contains { $0 != organization.name },
      parent: details.parent.map { PageLayout.Link(label: $0.name, address: SearchRoutes.address(of: $0.id)) },
      evidenceCount: details.evidenceCount, evidence: details.evidence.map { EvidenceItem($0, language) },
      hasPartners: !details.partners.isEmpty,
      partners: details.partners.map {
        Content.Partner(
          name: $0.organization.name, address: SearchRoutes.address(of: $0.organization.id), count: $0.sharedCount)
      }, hasApplications: !applications.isEmpty,
      applications: applications.map {
        PageLayout.Link(
          label: "\($0.receipt) \(ApplicationHead.title(of: $0, language))",
          address: ApplicationHead.address(of: $0.receipt))
      },
      statements: statements.map {
        Content.Statement(
          field: $0.field, value: $0.value, source: $0.source, date: "\($0.date)", isShown: $0.isShown)
      },
      pager: Pager(page: page, size: Self.pageSize, total: details.evidenceCount, language) { page in
        SearchRoutes.address(of: organization.id) + AddressText.query([("page", String(page))])
      })
  }
}
