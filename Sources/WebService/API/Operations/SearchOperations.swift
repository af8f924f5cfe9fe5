import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import PartnerDiscovery
import ResearchProfiles

/// Searching, and matching what is not kept.
extension APIOperation {
  private static let largestSearchOffset = 1000

  static let searchOperations: [APIOperation] = [
    APIOperation(
      "search", .get, "/search", .search, role: .viewer, "Searches organisations or evidence",
      "Words find whatever holds some of them, best first. \"A phrase\" must occur, +word must occur, -word must not. "
        + "Korean finds English and the other way round.",
      parameters: [
        .query(
          "q", .string(length: 1...2000), isRequired: true, "What is searched for.", example: "양자 센서"),
        .query(
          "level", JSONSchema.oneOf(SearchLevel.self).with("default", "organization"), "What is searched for.",
          example: "organization"), .kind, .country, .region, .field,
        .query("from", .integer(1000...9999), "The first year of the evidence.", example: 2015),
        .query("to", .integer(1000...9999), "Its last year.", example: 2026),
      ] + APIParameter.page(largestOffset: largestSearchOffset),
      answers: [
        APIAnswer(status: .ok, description: "What was found.", schema: .named("Search"), headers: ["Link": linkText])
      ],
      handle: search),
    APIOperation(
      "getOrganization", .get, "/organizations/{id}", .search, role: .viewer, "What is known of an organisation",
      "A body that was merged answers to the ids of all its parts.",
      parameters: [
        .path("id", .string(length: 1...300), "The organisation's id.", example: "kist"),
        .query("evidence", JSONSchema.integer(0...100).with("default", 20), "Pieces of evidence at most.", example: 20),
      ],
      answers: [APIAnswer(status: .ok, description: "The organisation.", schema: .named("OrganizationDetail"))]
    ) { call in
      let id = try call.required("id")
      guard
        let detail = call.desk.live?.session.detail(
          of: OrganizationID(id), evidenceLimit: call.number("evidence") ?? 20)
      else { throw APIProblem(.notFound, "There is no organisation \(id).") }
      return APIReply(detail)
    },
    APIOperation(
      "match", .post, "/match", .search, role: .viewer, "Ranks partners for an application that is not kept",
      "The application's own organisation is never suggested to it. Nothing of the body is stored.",
      parameters: [.kind, .country, .region, .field, .limit(10, largest: 100)],
      body: APIBody(
        schema: MatchRequest.schema, description: "An application, as the files of `moim match` hold it.",
        example: MatchRequest.example),
      answers: [APIAnswer(status: .ok, description: "Its partners, best first.", schema: .named("Match"))],
      problems: [.serviceUnavailable: "Nothing has been imported yet."]
    ) { call in
      let application = MatchRequest.application(call.body)
      let live = try call.live()
      guard application.hasText else { throw DiscoveryError.applicationWithoutText(id: application.id) }
      let partners = try live.matcher.match(application, limit: call.number("limit") ?? 10, filter: call.filter)
      return APIReply(
        MatchDocument(applications: [
          .init(application, added: live.matcher.addedTerms(to: application), partners: partners)
        ]))
    },
  ]

  static let linkText = "The first, previous, next and last page (RFC 8288)."

  @Sendable private static func search(_ call: APICall) throws -> APIReply {
    let query = try call.required("q")
    let level = call.text("level").flatMap(SearchLevel.init(rawValue:)) ?? .organization
    let (limit, offset) = (call.page.limit, call.page.offset)
    var filter = call.filter
    if call.number("from") != nil || call.number("to") != nil {
      let (from, to) = (call.number("from") ?? 1000, call.number("to") ?? 9999)
      guard from <= to, let first = CalendarDate(year: from, month: 1, day: 1),
        let last = CalendarDate(year: to, month: 12, day: 31)
      else {
        throw APIProblem(
          .badRequest, "The period is empty.", errors: [.init(parameter: "to", detail: "must not be before from")])
      }
      filter.period = first...last
    }
    guard let session = call.desk.live?.session else {
      var nothing = SearchDocument(query: query, level: level, added: [], results: [])
      (nothing.limit, nothing.offset, nothing.total) = (limit, offset, level == .organization ? 0 : nil)
      return APIReply(nothing)
    }
    let text = DiscoverySession.QueryText.syntax(query)
    var results: [SearchDocument.Result]
    var total: Int?
    // Evidence is not counted to its end: one more than the page tells whether there is another.
    var knownCount: Int
    switch level {
    case .organization:
      let page = session.organizationPage(text, filter: filter, offset: offset, limit: limit, evidenceLimit: 3)
      results = page.results.enumerated().map { .init(offset + $0, $1) }
      total = page.totalCount
      knownCount = page.totalCount
    case .evidence:
      let found = session.searchEvidence(text, filter: filter, limit: offset + limit + 1)
      results = found.enumerated().dropFirst(offset).prefix(limit).map { .init($0.offset, $0.element) }
      knownCount = found.count
    }
    var document = SearchDocument(query: query, level: level, added: session.addedTerms(to: text), results: results)
    (document.limit, document.offset, document.total) = (limit, offset, total)
    return APIReply(
      document,
      headers: call.location.links(
        limit: limit, offset: offset, total: knownCount, isTotalKnown: total != nil,
        largestOffset: largestSearchOffset))
  }
}
