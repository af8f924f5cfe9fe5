import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import ResearchProfiles

/// Introductions: whom staff brings together, what both say, and what comes of it.
struct IntroductionRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static let pageSize = 50

  static func address(of id: Int64) -> String { "/desk/introductions/\(id)" }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/introductions") { request, context in
      try context.account(withRole: .viewer)
      return try renderer.page(
        "introductions", title: Bilingual("소개와 성과", "Introductions and outcomes"), list(request.query, context),
        context)
    }
    router.get("/desk/applications/:receipt/introductions") { _, context in
      try context.account(withRole: .viewer)
      let application = try desk.application(in: context)
      return try renderer.page(
        "application-introductions", title: Bilingual("소개", "Introductions"), list(of: application, context), context)
    }
    router.post("/desk/applications/:receipt/introductions") { request, context in
      try await propose(request, context)
    }
    router.get("/desk/introductions/:id") { _, context in
      let account = try context.account(withRole: .viewer)
      return try renderer.page(
        "introduction", title: Bilingual("소개", "Introduction"), one(introduction(in: context), account, context),
        context)
    }
    router.post("/desk/introductions/:id/answers") { request, context in try await answer(request, context) }
    router.post("/desk/introductions/:id/outcomes") { request, context in try await addOutcome(request, context) }
  }

  private func introduction(in context: DeskRequestContext) throws -> Introduction {
    guard let id = Int64(try context.parameters.require("id")), let found = try desk.store.introduction(id: id) else {
      throw WebProblem.notFound(Bilingual("소개", "introduction"))
    }
    return found
  }

  // MARK: Lists

  private struct Row: Sendable {
    var address: String
    var title: String
    var applicant: String
    var partner: String
    var state: String
    var stateClass: String
    var created: String
    var by: String
  }

  private struct Count: Sendable {
    var label: String
    var count: Int
  }

  private struct List: Sendable {
    var states: [Choice]
    var total: Int
    var rows: [Row]
    var isEmpty: Bool
    var stages: [Count]
    var hasReasons: Bool
    var reasons: [Count]
    var answers: [Count]
    var pager: Pager?
  }

  private struct ListOfApplication: Sendable {
    var head: ApplicationHead
    var rows: [Row]
    var isEmpty: Bool
  }

  private func row(_ introduction: Introduction, _ language: Language) throws -> Row {
    let application = try desk.store.application(receipt: introduction.receipt)
    return Row(
      address: Self.address(of: introduction.id),
      title: application.map { ApplicationHead.title(of: $0, language) } ?? introduction.receipt,
      applicant: application?.application.applicant?.name ?? introduction.receipt,
      partner: desk.name(of: introduction.organization), state: Bilingual(introduction.state)[language],
      stateClass: introduction.state.badge, created: introduction.created.minute,
      by: Bilingual(actor: introduction.by)[language])
  }

  private func list(_ fields: FormFields, _ context: DeskRequestContext) throws -> List {
    let language = context.language
    var filter = IntroductionFilter()
    let state = fields["state"].flatMap(Introduction.State.init(rawValue:))
    if let state { filter.states = [state] }
    let page = min(max(fields["page"].flatMap { Int($0) } ?? 1, 1), 10_000)
    let found = try desk.store.introductions(
      filter, page: ForumRecords.Page(limit: Self.pageSize, offset: (page - 1) * Self.pageSize))
    let statistics = try desk.store.outcomeStatistics()
    let all = Choice(value: "", label: Bilingual("모든 상태", "Any state")[language])
    return List(
      states: [all]
        + Introduction.State.allCases.map {
          Choice(value: $0.rawValue, label: Bilingual($0)[language], isChosen: $0 == state)
        },
      total: found.total, rows: try found.items.map { try row($0, language) }, isEmpty: found.items.isEmpty,
      stages: statistics.introductionsByStage.map { count in
        Count(
          label: OutcomeEvent.Stage(rawValue: count.name).map { Bilingual($0)[language] } ?? count.name,
          count: count.count)
      },
      hasReasons: !statistics.reasonsByStage.isEmpty || !statistics.interestReasons.isEmpty,
      reasons: statistics.reasonsByStage.map {
        Count(
          label: "\(Bilingual($0.stage)[language]): \(DeclineReason.name($0.reason).inSentence[language])",
          count: $0.count)
      }
        + statistics.interestReasons.map { count in
          Count(
            label: InterestReason(rawValue: count.name)?.name[language] ?? count.name, count: count.count)
        },
      answers: statistics.interestByAnswer.map { count in
        Count(
          label: InterestAnswer(rawValue: count.name).map { Bilingual($0)[language] } ?? count.name, count: count.count
        )
      },
      pager: Pager(page: page, size: Self.pageSize, total: found.total, language) { page in
        "/desk/introductions" + AddressText.query([("state", state?.rawValue), ("page", String(page))])
      })
  }

  private func list(of application: ForumApplication, _ context: DeskRequestContext) throws -> ListOfApplication {
    var filter = IntroductionFilter()
    filter.receipt = application.receipt
    let rows = try desk.store.introductions(filter).items.map { try row($0, context.language) }
    return ListOfApplication(
      head: ApplicationHead(application, tab: .introductions, context.language), rows: rows, isEmpty: rows.isEmpty)
  }

  // MARK: One

  private struct Content: Sendable {
    struct Answer: Sendable {
      var side: String
      var text: String
      var detail: String?
    }

    struct Event: Sendable {
      var time: String
      var stage: String
      var reason: String?
      var note: String?
      var by: String
    }

    var head: ApplicationHead
    var partner: String
    var partnerAddress: String
    var partnerApplication: PageLayout.Link?
    var state: String
    var stateClass: String
    var created: String
    var answers: [Answer]
    var canChange: Bool
    var answersAddress: String
    var outcomesAddress: String
    var sides: [Choice]
    var answerChoices: [Choice]
    var stages: [Choice]
    var reasons: [Choice]
    var events: [Event]
    var hasEvents: Bool
    var formToken: String
  }

  private func one(
    _ introduction: Introduction, _ account: UserAccount, _ context: DeskRequestContext
  ) throws -> Content {
    let language = context.language
    guard let application = try desk.store.application(receipt: introduction.receipt) else {
      throw WebProblem.notFound(Bilingual("신청", "application"))
    }
    let partner = desk.name(of: introduction.organization)
    func answer(_ side: String, _ answer: IntroductionAnswer?) -> Content.Answer {
      guard let answer else {
        return Content.Answer(side: side, text: Bilingual("아직 답이 없습니다", "no answer yet")[language])
      }
      let means =
        answer.means == .link
        ? Bilingual("자신의 페이지에서", "on the own page") : Bilingual("직원에게 알림", "told to staff")
      return Content.Answer(
        side: side, text: Bilingual(answer.answer)[language],
        detail: "\(answer.time.minute) · \(means[language]) · \(Bilingual(actor: answer.by)[language])")
    }
    let applicant = application.application.applicant?.name ?? introduction.receipt
    let events = try desk.store.outcomes(introduction: introduction.id)
    let base = Self.address(of: introduction.id)
    return Content(
      head: ApplicationHead(application, tab: .introductions, language), partner: partner,
      partnerAddress: SearchRoutes.address(of: introduction.organization),
      partnerApplication: introduction.partnerReceipt.map {
        PageLayout.Link(label: $0, address: ApplicationHead.address(of: $0))
      },
      state: Bilingual(introduction.state)[language], stateClass: introduction.state.badge,
      created: "\(introduction.created.minute) · \(Bilingual(actor: introduction.by)[language])",
      answers: [answer(applicant, introduction.applicantAnswer), answer(partner, introduction.partnerAnswer)],
      canChange: account.role >= .counsellor, answersAddress: base + "/answers", outcomesAddress: base + "/outcomes",
      sides: [
        Choice(value: Introduction.Side.partner.rawValue, label: partner),
        Choice(value: Introduction.Side.applicant.rawValue, label: applicant),
      ],
      answerChoices: InterestAnswer.allCases.map { Choice(value: $0.rawValue, label: Bilingual($0)[language]) },
      stages: OutcomeEvent.Stage.allCases.map { Choice(value: $0.rawValue, label: Bilingual($0)[language]) },
      reasons: [Choice(value: "", label: Bilingual("해당 없음", "None")[language])]
        + DeclineReason.allCases.map { Choice(value: $0.rawValue, label: $0.name[language]) },
      events: events.map {
        Content.Event(
          time: $0.time.minute, stage: Bilingual($0.stage)[language],
          reason: $0.reason.map { DeclineReason.name($0)[language] }, note: $0.note.isEmpty ? nil : $0.note,
          by: Bilingual(actor: $0.by)[language])
      }, hasEvents: !events.isEmpty, formToken: context.formToken)
  }

  // MARK: Changes

  private func propose(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let account = try context.account(withRole: .officer)
    let form = try await context.form(request, desk)
    let application = try desk.application(in: context)
    guard let id = form["organization"].map({ OrganizationID($0) }), let known = desk.live?.session.summary(of: id)
    else { throw WebProblem.notFound(Bilingual("기관", "organisation")) }
    let introduction = try desk.introduce(application, to: known.id, actor: account.name)
    return Response.seeOther(Self.address(of: introduction.id))
  }

  private func answer(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let account = try context.account(withRole: .counsellor)
    let form = try await context.form(request, desk)
    let introduction = try introduction(in: context)
    guard let side = form["side"].flatMap(Introduction.Side.init(rawValue:)),
      let answer = form["answer"].flatMap(InterestAnswer.init(rawValue:))
    else { throw WebProblem.invalid(Bilingual("누구의 어떤 답인지 골라 주십시오.", "Choose whose answer it is, and which.")) }
    _ = try desk.store.answer(
      introduction: introduction.id, side: side, answer, means: .staff, actor: account.name, time: desk.now)
    return Response.seeOther(Self.address(of: introduction.id))
  }

  private func addOutcome(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let account = try context.account(withRole: .counsellor)
    let form = try await context.form(request, desk)
    let introduction = try introduction(in: context)
    guard let stage = form["stage"].flatMap(OutcomeEvent.Stage.init(rawValue:)) else {
      throw WebProblem.invalid(Bilingual("단계를 골라 주십시오.", "Choose a stage."))
    }
    let reason = form["reason"].flatMap(DeclineReason.init(rawValue:))
    if stage == .ended, reason == nil {
      throw WebProblem.invalid(
        Bilingual("무산된 까닭을 골라 주십시오.", "Choose the reason why it came to nothing."))
    }
    _ = try desk.store.addOutcome(
      OutcomeEvent(
        introduction: introduction.id, stage: stage, reason: reason?.rawValue,
        note: String((form["note"] ?? "").prefix(2000)), time: desk.now, by: account.name), actor: account.name)
    return Response.seeOther(Self.address(of: introduction.id))
  }
}
