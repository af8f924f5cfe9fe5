import ForumDesk
import ForumRecords
import HTTPTypes
import PartnerDiscovery
import ResearchProfiles

/// Introductions, and what came of them.
extension APIOperation {
  static let introductionOperations: [APIOperation] = [
    APIOperation(
      "listIntroductions", .get, "/introductions", .introductions, role: .viewer, "Lists introductions",
      "The latest first.",
      parameters: [
        .query("receipt", .string(length: 1...20), "Of the applicant, or of the partner.", example: "2026-0001"),
        .query("organization", .string(length: 1...300), "The partner.", example: "kist"),
        .query(
          "state", .list(of: .oneOf(Introduction.State.self), count: 0...4), "Any of them.", example: ["proposed"]),
      ] + APIParameter.page(),
      answers: [
        APIAnswer(
          status: .ok, description: "A part of the list.", schema: .named("IntroductionList"),
          headers: ["Link": linkText])
      ]
    ) { call in
      let filter = IntroductionFilter(
        receipt: call.text("receipt"), organization: call.text("organization").map { OrganizationID($0) },
        states: call.cases("state"))
      return call.list(try call.desk.store.introductions(filter, page: call.page)) { IntroductionDocument($0) }
    },
    APIOperation(
      "proposeIntroduction", .post, "/introductions", .introductions, role: .officer, "Proposes an introduction",
      "There is one for each application and partner.",
      body: APIBody(
        schema: .object(
          ["receipt": .string(length: 1...20), "organization": .string(length: 1...300, "The partner's id.")],
          optional: ["partner_receipt": .string(length: 1...20, "The partner's own application.")], isClosed: true),
        description: "Who is introduced to whom.", example: ["receipt": "2026-0001", "organization": "kist"]),
      answers: [
        APIAnswer(
          status: .created, description: "The introduction.", schema: .named("Introduction"),
          headers: ["Location": "Where it is."])
      ], problems: [.conflict: "There is such an introduction already."]
    ) { call in
      func text(_ name: String) -> String { call.body[name]?.text ?? "" }
      let organization = OrganizationID(text("organization"))
      try check(text("receipt"), at: "/receipt", call)
      if let partner = call.body["partner_receipt"]?.text { try check(partner, at: "/partner_receipt", call) }
      guard let known = call.desk.live?.session.summary(of: organization) else {
        throw APIProblem(
          .unprocessableContent, "The partner is not known.",
          errors: [.init(pointer: "/organization", detail: "must be the id of an organisation")])
      }
      let introduction = try call.desk.store.propose(
        receipt: text("receipt"), organization: known.id, partnerReceipt: call.body["partner_receipt"]?.text,
        actor: call.actor, time: call.desk.now)
      return APIReply(
        IntroductionDocument(introduction, outcomes: []), status: .created,
        headers: [.location: APIRoutes.base + "/introductions/\(introduction.id)"])
    },
    APIOperation(
      "getIntroduction", .get, "/introductions/{id}", .introductions, role: .viewer,
      "An introduction with what came of it", parameters: [introductionID],
      answers: [APIAnswer(status: .ok, description: "The introduction.", schema: .named("Introduction"))]
    ) { call in
      let introduction = try introduction(call)
      let outcomes = try call.desk.store.outcomes(introduction: introduction.id)
      return APIReply(IntroductionDocument(introduction, outcomes: outcomes))
    },
    APIOperation(
      "recordOutcome", .post, "/introductions/{id}/outcomes", .introductions, role: .officer,
      "Records what came of an introduction", parameters: [introductionID],
      body: APIBody(
        schema: .object(
          ["stage": .oneOf(OutcomeEvent.Stage.self)],
          optional: [
            "reason": .string(length: 1...40, pattern: "^[a-z_]+$", "A code, mostly for an end."),
            "note": .string(length: 0...2000, "For staff; comes back nowhere, and is removed by a purge."),
          ], isClosed: true), description: "What happened.", example: ["stage": "met"]),
      answers: [APIAnswer(status: .created, description: "The event.", schema: .named("Outcome"))],
      problems: [.conflict: "A note was given, but the application's personal data were purged."]
    ) { call in
      let introduction = try introduction(call)
      let stage = call.body["stage"]?.text.flatMap(OutcomeEvent.Stage.init(rawValue:)) ?? .introduced
      let event = OutcomeEvent(
        introduction: introduction.id, stage: stage, reason: call.body["reason"]?.text,
        note: call.body["note"]?.text ?? "", time: call.desk.now, by: call.actor)
      return APIReply(
        IntroductionDocument.Outcome(try call.desk.store.addOutcome(event, actor: call.actor)), status: .created)
    },
  ]

  private static let introductionID = APIParameter.path(
    "id", .integer(1...1_000_000_000), "The introduction's number.", example: 1)

  private static func introduction(_ call: APICall) throws -> Introduction {
    let id = Int64(call.number("id") ?? 0)
    guard let introduction = try call.desk.store.introduction(id: id) else {
      throw APIProblem(.notFound, "There is no introduction \(id).")
    }
    return introduction
  }

  /// A receipt in a body is part of what was sent, not of the address.
  private static func check(_ receipt: String, at pointer: String, _ call: APICall) throws {
    if try call.desk.store.application(receipt: receipt) == nil {
      throw APIProblem(
        .unprocessableContent, "The application is not known.",
        errors: [.init(pointer: pointer, detail: "must be the receipt of an application")])
    }
  }
}
