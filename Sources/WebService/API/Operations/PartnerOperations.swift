import ForumDesk
import ForumRecords
import HTTPTypes
import PartnerDiscovery
import ResearchProfiles

/// Who could be an application's partner, and why.
extension APIOperation {
  static let partnerOperations: [APIOperation] = [
    APIOperation(
      "listSuggestions", .get, "/applications/{receipt}/suggestions", .partners, role: .viewer,
      "The partners that are kept as suggestions", "With the reasons as they were when the suggestions were made.",
      parameters: [.receipt],
      answers: [APIAnswer(status: .ok, description: "The best first.", schema: .named("Suggestions"))]
    ) { call in
      let receipt = try call.application().receipt
      let interests = try call.desk.store.interests(receipt: receipt)
      let marks = try call.desk.store.marks(receipt: receipt)
      let session = call.desk.live?.session
      let items = try call.desk.suggestions(of: receipt).map { suggestion in
        let id = suggestion.organization
        return SuggestionsDocument.Item(
          suggestion, session?.summary(of: id) ?? OrganizationSummary(id: id, name: id.rawValue),
          interest: interests.first { $0.organization == id }, marks: marks.filter { $0.organization == id })
      }
      return APIReply(SuggestionsDocument(receipt: receipt, suggestions: items))
    },
    APIOperation(
      "rankPartners", .get, "/applications/{receipt}/partners", .partners, role: .viewer,
      "Ranks partners anew, by what is known now",
      "Nothing is kept. The application's wishes are not applied: filter here.",
      parameters: [.receipt, .kind, .country, .region, .field, .limit(20, largest: 100)],
      answers: [APIAnswer(status: .ok, description: "The best first.", schema: .named("Match"))],
      problems: matchProblems
    ) { call in
      let application = try call.application().application
      let live = try call.live()
      let partners = try live.matcher.match(application, limit: call.number("limit") ?? 20, filter: call.filter)
      return APIReply(
        MatchDocument(applications: [
          .init(application, added: live.matcher.addedTerms(to: application), partners: partners)
        ]))
    },
    APIOperation(
      "explainPartner", .get, "/applications/{receipt}/explanations/{organization}", .partners, role: .viewer,
      "Says why an organisation is, or is not, a good partner", "The parts add up to the score.",
      parameters: [
        .receipt, .path("organization", .string(length: 1...300), "The organisation's id.", example: "kist"),
        .query(
          "evidence", JSONSchema.integer(1...50).with("default", 5), "Pieces of evidence to take apart.", example: 5),
      ],
      answers: [APIAnswer(status: .ok, description: "The explanation.", schema: .named("Explanation"))],
      problems: matchProblems
    ) { call in
      let application = try call.application().application
      return APIReply(
        ExplanationDocument(
          try call.live().matcher.explain(
            OrganizationID(try call.required("organization")), for: application,
            evidenceLimit: call.number("evidence") ?? 5)))
    },
    APIOperation(
      "proposeConsortia", .post, "/applications/{receipt}/proposals", .partners, role: .viewer,
      "Proposes whole consortia that keep the rules of a call", "Nothing is kept.", parameters: [.receipt],
      body: APIBody(
        schema: proposalSchema, description: "What the consortia must be like; an empty object for the usual.",
        example: ["rules": "forum-default", "size": ["least": 3, "most": 5], "limit": 2]),
      answers: [APIAnswer(status: .ok, description: "Proposals, or what conflicts.", schema: .named("Proposals"))],
      problems: matchProblems, handle: propose),
  ]

  private static let matchProblems: [HTTPResponse.Status: String] = [
    .unprocessableContent: "There is nothing to match by, or the body is not what is asked for.",
    .serviceUnavailable: "Nothing has been imported yet.",
  ]

  private static let proposalSchema = JSONSchema.object(
    optional: [
      "rules": .string(length: 1...100, "The name of shipped rules, or of a rule file that staff has put in force."),
      "size": .object(
        ["least": .integer(1...20), "most": .integer(1...20)], isClosed: true, "Members, the applicant included."),
      "pinned": .list(of: .string(length: 1...300), count: 0...10, "Organisations that must be in."),
      "vetoed": .list(of: .string(length: 1...300), count: 0...100, "Organisations that must not."),
      "limit": .integer(1...10, "Proposals at most; 3 where it is missing."),
    ], isClosed: true)

  @Sendable private static func propose(_ call: APICall) async throws -> APIReply {
    let application = try call.application()
    var size: ClosedRange<Int>?
    if let wanted = call.body["size"], let least = wanted["least"]?.integer, let most = wanted["most"]?.integer {
      guard least <= most else {
        throw APIProblem(
          .unprocessableContent, "No size is possible.",
          errors: [.init(pointer: "/size/most", detail: "must not be below least")])
      }
      size = least...most
    }
    func organizations(_ name: String) -> [OrganizationID] {
      Set((call.body[name]?.items ?? []).compactMap(\.text)).sorted().map { OrganizationID($0) }
    }
    _ = try call.live()
    do {
      return APIReply(
        try await call.desk.proposals(
          for: application, rules: call.body["rules"]?.text, size: size, pinned: organizations("pinned"),
          vetoed: organizations("vetoed"), limit: call.body["limit"]?.integer ?? 3))
    } catch ConsortiumInputError.unknownRules(_, let known) {
      throw APIProblem(
        .unprocessableContent, "There are no such rules.",
        errors: [
          .init(
            pointer: "/rules", detail: "must name shipped rules (\(known.joined(separator: ", "))) or a file in force")
        ])
    }
  }
}
