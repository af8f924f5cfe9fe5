import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import ResearchProfiles

/// Who has changed what, when.
struct AuditRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let pageSize = 100
  private static let groups = [
    "application.", "consent.", "contact.", "provision", "suggestions.", "mark.", "note.", "introduction.",
    "counselling.",
    "allocation.", "import.", "source.", "body.", "export.", "mapping.", "rules.", "policy.", "user.", "account.",
    "session.", "token.", "purge.", "workspace.", "job.",
  ]

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/administration/audit") { request, context in
      try context.account(withRole: .administrator)
      return try renderer.page(
        "audit", title: Bilingual("감사 기록", "Audit trail"), content(request.query, context), context)
    }
  }

  private struct Content: Sendable {
    struct Row: Sendable {
      var time: String
      var actor: String
      var action: String
      var name: String?
      var subject: String
      var subjectAddress: String?
      var detail: String
    }

    var tabs: [PageLayout.Link]
    var actor: String
    var action: String
    var subject: String
    var from: String
    var to: String
    var problem: String?
    var groups: [String]
    var total: String
    var rows: [Row]
    var isEmpty: Bool
    var pager: Pager?
  }

  private func content(_ fields: FormFields, _ context: DeskRequestContext) throws -> Content {
    let language = context.language
    let page = min(max(fields["page"].flatMap { Int($0) } ?? 1, 1), 1_000_000)
    var problem: Bilingual?
    func day(_ name: String) -> CalendarDate? {
      guard let text = fields[name] else { return nil }
      if let date = CalendarDate(text) { return date }
      problem = Bilingual("날짜는 2026-11-21처럼 적어 주십시오.", "Write days as 2026-11-21.")
      return nil
    }
    let filter = AuditFilter(
      actor: fields["actor"], action: fields["action"], subject: fields["subject"],
      from: day("from").map { ForumTime(startOf: $0) },
      before: day("to").map { ForumTime(startOf: $0).adding(days: 1) })
    let found = try desk.store.auditEntries(
      filter, page: ForumRecords.Page(limit: Self.pageSize, offset: (page - 1) * Self.pageSize))
    return Content(
      tabs: AdministrationTab.links(current: .audit, language), actor: fields["actor"] ?? "",
      action: fields["action"] ?? "", subject: fields["subject"] ?? "", from: fields["from"] ?? "",
      to: fields["to"] ?? "", problem: problem?[language], groups: Self.groups, total: Number.grouped(found.total),
      rows: found.items.map { entry in
        Content.Row(
          time: entry.time.description, actor: Bilingual(actor: entry.actor)[language], action: entry.action,
          name: Self.name(of: entry.action)?[language], subject: entry.subject,
          subjectAddress: Self.isReceipt(entry.subject) ? ApplicationHead.address(of: entry.subject) : nil,
          detail: entry.detail)
      }, isEmpty: found.items.isEmpty,
      pager: Pager(page: page, size: Self.pageSize, total: found.total, language) { page in
        AdministrationTab.audit.address
          + AddressText.query(
            ["actor", "action", "subject", "from", "to"].map { ($0, fields[$0]) } + [("page", "\(page)")])
      })
  }

  /// `nil` for a code that this build does not know.
  private static func name(of action: String) -> Bilingual? {
    let name = Bilingual(auditAction: action)
    return name.english == action ? nil : name
  }

  /// 2026-0001.
  private static func isReceipt(_ subject: String) -> Bool {
    let parts = subject.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].utf8.count == 4 && parts[1].utf8.count >= 4
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
