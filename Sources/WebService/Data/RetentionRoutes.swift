import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird

/// Whose consents have run out, removing what is personal, and the reports of it.
struct RetentionRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let reportCount = 50

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/administration/retention") { request, context in
      try context.account(withRole: .administrator)
      return try renderer.page(
        "retention", title: Bilingual("보유 기간과 파기", "Retention"), content(context),
        notice: request.query["done"] == nil
          ? nil : Bilingual("파기했습니다. 결과는 아래 기록에 있습니다.", "It was removed. The report stands below."), context)
    }
    router.post("/desk/administration/retention/preview") { request, context in
      try context.account(withRole: .administrator)
      let form = try await context.form(request, desk)
      let (receipts, scope) = try chosen(form)
      let candidates = try desk.purgeCandidates(receipts)
      let unknown = receipts.filter { receipt in !candidates.contains { $0.application.receipt == receipt } }
      guard unknown.isEmpty else {
        throw WebProblem.invalid(
          Bilingual("없는 접수번호입니다: \(unknown.joined(separator: ", "))", "Unknown: \(unknown.joined(separator: ", "))"))
      }
      return try renderer.page(
        "retention-preview", title: Bilingual("파기 미리 보기", "What would be removed"),
        Preview(
          rows: candidates.map { Self.row($0, context.language) }, receipts: receipts, count: receipts.count,
          scope: scope.rawValue, scopeName: Bilingual(scope)[context.language],
          isWhole: scope == .wholeApplication, formToken: context.formToken), context)
    }
    router.post("/desk/administration/retention/purge") { request, context in
      let account = try context.account(withRole: .administrator)
      let form = try await context.form(request, desk)
      let (receipts, scope) = try chosen(form)
      guard form["confirmed"] == "yes" else {
        throw WebProblem.invalid(Bilingual("확인란에 표시해 주십시오.", "Tick the box to confirm."))
      }
      _ = try await DataProblem.explained { try await desk.purge(receipts, scope: scope, actor: account.name) }
      return Response.seeOther(AdministrationTab.retention.address + "?done=1")
    }
    router.post("/desk/administration/retention/erase") { request, context in
      try context.account(withRole: .administrator)
      _ = try await context.form(request, desk)
      _ = try desk.store.eraseRemains()
      return Response.seeOther(AdministrationTab.retention.address)
    }
  }

  private func chosen(_ form: FormFields) throws -> ([String], PurgeScope) {
    let typed = (form["receipts"] ?? "").split { $0.isWhitespace || $0 == "," }.map(String.init)
    let receipts = Set(form.values(of: "receipt") + typed).sorted()
    guard !receipts.isEmpty else {
      throw WebProblem.invalid(Bilingual("접수번호를 골라 주십시오.", "Choose applications."))
    }
    guard let scope = form["scope"].flatMap(PurgeScope.init(rawValue:)) else {
      throw WebProblem.invalid(Bilingual("무엇을 지울지 골라 주십시오.", "Choose what to remove."))
    }
    return (receipts, scope)
  }

  private struct Row: Sendable {
    var receipt: String
    var address: String
    var title: String
    var hasContact: Bool
    var consents: Int
    var end: String?
    var counselling: Int
    var notes: Int
    var purged: String?
  }

  private static func row(_ candidate: ForumDesk.PurgeCandidate, _ language: Language) -> Row {
    Row(
      receipt: candidate.application.receipt, address: ApplicationHead.address(of: candidate.application.receipt),
      title: ApplicationHead.title(of: candidate.application, language), hasContact: candidate.hasContact,
      consents: candidate.consentCount, end: candidate.lastConsentEnd.map { $0.minute },
      counselling: candidate.counsellingCount, notes: candidate.noteCount,
      purged: candidate.purged.map { $0.minute }
    )
  }

  private struct Preview: Sendable {
    var rows: [Row]
    var receipts: [String]
    var count: Int
    var scope: String
    var scopeName: String
    var isWhole: Bool
    var formToken: String
  }

  private struct Content: Sendable {
    struct Past: Sendable {
      var time: String
      var actor: String
      var scope: String
      var receipts: String
      var removed: String
      var isErased: Bool
    }

    var tabs: [PageLayout.Link]
    var expired: [Row]
    var hasExpired: Bool
    var withoutConsent: [PageLayout.Link]
    var hasWithoutConsent: Bool
    var reports: [Past]
    var hasReports: Bool
    var hasRemains: Bool
    var scopes: [Choice]
    var formToken: String
  }

  private func content(_ context: DeskRequestContext) throws -> Content {
    let language = context.language
    let expired = try desk.purgeCandidates(try desk.store.expiredReceipts(at: desk.now))
    let without = try desk.store.receiptsWithoutConsent()
    let reports = try desk.store.purgeReports(page: ForumRecords.Page(limit: Self.reportCount)).items
    return Content(
      tabs: AdministrationTab.links(current: .retention, language), expired: expired.map { Self.row($0, language) },
      hasExpired: !expired.isEmpty,
      withoutConsent: without.map { PageLayout.Link(label: $0, address: ApplicationHead.address(of: $0)) },
      hasWithoutConsent: !without.isEmpty,
      reports: reports.map { report in
        Content.Past(
          time: report.time.minute, actor: report.actor, scope: Bilingual(report.scope)[language],
          receipts: report.receipts.joined(separator: ", "), removed: Self.removed(report)[language],
          isErased: report.isErased)
      }, hasReports: !reports.isEmpty, hasRemains: reports.contains { !$0.isErased },
      scopes: PurgeScope.allCases.map {
        Choice(value: $0.rawValue, label: Bilingual($0)[language], isChosen: $0 == .personalData)
      }, formToken: context.formToken)
  }

  private static func removed(_ report: PurgeReport) -> Bilingual {
    let parts: [(Int, Bilingual)] = [
      (report.contactCount, Bilingual("연락처", "contacts")),
      (report.consentProofCount, Bilingual("동의 증빙", "proofs of consent")),
      (report.counsellingNoteCount, Bilingual("상담 기록", "counselling notes")),
      (report.introductionNoteCount, Bilingual("소개 메모", "notes on introductions")),
      (report.partnerNoteCount, Bilingual("기관 메모", "notes on partners")),
      (report.suggestionCount, Bilingual("추천", "suggestions")),
      (report.revisionCount, Bilingual("이전 판", "earlier versions")),
    ].filter { $0.0 > 0 }
    if parts.isEmpty { return Bilingual("지울 것이 없었음", "nothing was there") }
    return Bilingual(
      parts.map { "\($0.1.korean) \($0.0)" }.joined(separator: ", "),
      parts.map { "\($0.0) \($0.1.english)" }.joined(separator: ", "))
  }
}
