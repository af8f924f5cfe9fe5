import ForumDesk
import ForumRecords
import HTTPTypes
import PartnerDiscovery
import ResearchProfiles

/// Counselling, statistics, the audit trail, and the document itself.
extension APIOperation {
  static let deskOperations: [APIOperation] = [
    APIOperation(
      "listCounselling", .get, "/counselling", .desk, role: .counsellor, "Lists sessions of counselling",
      "In the order in which they were queued, without their notes, which are personal.",
      parameters: [
        .query(
          "status", .list(of: .oneOf(CounsellingSession.Status.self), count: 0...3), "Any of them.", example: ["queued"]
        ),
        .query("counsellor", .string(length: 1...100), "A login.", example: "kim"),
        .query("receipt", .string(length: 1...20), "Of one application.", example: "2026-0001"),
      ] + APIParameter.page(),
      answers: [
        APIAnswer(
          status: .ok, description: "A part of the list.", schema: .named("CounsellingList"),
          headers: ["Link": linkText])
      ]
    ) { call in
      let filter = CounsellingFilter(
        statuses: call.cases("status"), counsellor: call.text("counsellor"), receipt: call.text("receipt"))
      return call.list(try call.desk.store.counsellingSessions(filter, page: call.page)) { CounsellingDocument($0) }
    },
    APIOperation(
      "getStatistics", .get, "/statistics", .desk, role: .viewer, "How many there are of everything",
      answers: [APIAnswer(status: .ok, description: "Counts.", schema: .named("Statistics"))]
    ) { call in
      APIReply(
        ForumStatisticsDocument(
          try call.desk.store.applicationStatistics(), try call.desk.store.outcomeStatistics(),
          index: call.desk.live?.session.counts ?? (0, 0)))
    },
    APIOperation(
      "listAudit", .get, "/audit", .desk, role: .administrator, "The audit trail", "The latest first.",
      parameters: [
        .query("actor", .string(length: 1...100), "Who.", example: "kim"),
        .query(
          "action", .string(length: 1...60, pattern: "^[a-z_.-]+$"), "What, or a group with its dot.",
          example: "application."),
        .query("subject", .string(length: 1...300), "To what.", example: "2026-0001"),
        .query("from", .date, "The first day, in Seoul.", example: "2026-11-21"),
        .query("to", .date, "The last day, in Seoul.", example: "2026-11-21"),
      ] + APIParameter.page(largest: 500),
      answers: [
        APIAnswer(
          status: .ok, description: "A part of the list.", schema: .named("AuditList"), headers: ["Link": linkText])
      ]
    ) { call in
      func day(_ name: String) throws -> CalendarDate? {
        guard let text = call.text(name) else { return nil }
        guard let day = CalendarDate(text) else {
          throw APIProblem(
            .badRequest, "There is no such day.",
            errors: [.init(parameter: name, detail: "must be a day of the calendar")])
        }
        return day
      }
      let filter = AuditFilter(
        actor: call.text("actor"), action: call.text("action"), subject: call.text("subject"),
        from: try day("from").map { ForumTime(startOf: $0) },
        before: try day("to").map { ForumTime(startOf: $0).adding(days: 1) })
      return call.list(try call.desk.store.auditEntries(filter, page: call.page)) { AuditDocument($0) }
    },
  ]

  static let ofItself = APIOperation(
    "getDescription", .get, "/openapi.json", .description, role: nil, "This document",
    answers: [
      APIAnswer(
        status: .ok, description: "An OpenAPI 3.1 document.",
        schema: JSONSchema(["type": "object", "required": ["openapi", "info", "paths"]]))
    ]
  ) { _ in APIReply(OpenAPIDocument.value) }
}
