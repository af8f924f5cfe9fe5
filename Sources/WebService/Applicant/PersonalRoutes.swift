import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import ResearchProfiles

/// An applicant's own pages: receipt, state, suggestions, answers. Whoever has the link may see and do all of it.
struct PersonalRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let configuration: WebConfiguration

  func add(to router: Router<DeskRequestContext>) {
    router.get("/my/:token") { request, context in
      let application = try PersonalLink.application(context, desk)
      return try renderer.page(
        "my", title: Bilingual("내 신청 \(application.receipt)", "My application \(application.receipt)"),
        try PersonalContent(application, desk, context), notice: Self.notices[request.query["done"] ?? ""], context)
    }
    router.get("/my/:token/receipt") { request, context in
      let application = try PersonalLink.application(context, desk)
      return try renderer.page(
        "receipt", title: Bilingual("접수증 \(application.receipt)", "Receipt \(application.receipt)"),
        try ReceiptContent(
          application, desk, baseAddress: configuration.baseAddress, isCleaned: request.query["cleaned"] == "1", context
        ),
        scripts: ["apply.js"], context)
    }
    router.post("/my/:token/answers") { request, context in
      try await change(request, context, "answered") { application, form in
        guard let answer = form["answer"].flatMap(InterestAnswer.init(rawValue:)),
          let organization = form["organization"]
        else { throw WebProblem.notFound() }
        try desk.answerSuggestion(
          of: application.receipt, organization: OrganizationID(organization), answer, reason: reason(form))
      }
    }
    router.post("/my/:token/introductions/:id") { request, context in
      let id = try context.parameters.require("id", as: Int64.self)
      return try await change(request, context, "answered") { application, form in
        guard let answer = form["answer"].flatMap(InterestAnswer.init(rawValue:)) else { throw WebProblem.notFound() }
        try desk.answerIntroduction(id, by: application.receipt, answer, reason: reason(form))
      }
    }
    router.post("/my/:token/counselling") { request, context in
      try await change(request, context, "queued") { application, _ in
        _ = try desk.activeApplication(application)
        try desk.store.queueCounselling(
          receipt: application.receipt, actor: ForumDesk.applicantActor, time: desk.now)
      }
    }
    router.get("/my/:token/edit") { _, context in
      let application = try desk.activeApplication(PersonalLink.application(context, desk))
      let view = IntakeFormView(answers: try desk.answers(of: application), language: context.language)
      return try form(view, application, revision: application.revision, context)
    }
    router.post("/my/:token/edit") { request, context in
      let application = try desk.activeApplication(PersonalLink.application(context, desk))
      let fields = try await context.form(request, desk)
      let reading = IntakeForm.standard.read(IntakeAnswers(fields.answers))
      let revision = fields["revision"].flatMap { Int($0) } ?? 0
      guard reading.isAcceptable else {
        let view = IntakeFormView(
          answers: reading.answers, problems: reading.problems, notices: reading.notices, language: context.language)
        return try form(view, application, revision: revision, status: .unprocessableContent, context)
      }
      do {
        _ = try desk.revise(
          application, by: reading, revision: revision, language: context.language, actor: ForumDesk.applicantActor)
      } catch let problem as ApplicantProblem {
        throw problem.webProblem
      }
      return Response.seeOther(PersonalLink(application, desk).address() + "?done=revised")
    }
  }

  /// What is said after a change, by the word in the address.
  static let notices: [String: Bilingual] = [
    "answered": Bilingual("답을 받았습니다.", "Your answer was taken."),
    "queued": Bilingual("상담을 신청했습니다. 차례가 되면 알려 드립니다.", "You are in the queue for counselling."),
    "revised": Bilingual("고친 내용으로 다시 추천했습니다.", "The change was taken; the suggestions are new."),
    "consented": Bilingual("동의를 기록했습니다.", "Your consent was recorded."),
    "consent-withdrawn": Bilingual(
      "동의를 철회했습니다. 지금부터 아무에게도 제공하지 않습니다.", "The consent was withdrawn: from now on nothing is passed on."),
    "withdrawn": Bilingual("신청을 철회했습니다.", "The application was withdrawn."),
  ]

  private func reason(_ form: FormFields) -> InterestReason? { form["reason"].flatMap(InterestReason.init(rawValue:)) }

  private func change(
    _ request: Request, _ context: DeskRequestContext, _ done: String,
    _ body: (ForumApplication, FormFields) throws -> Void
  ) async throws -> Response {
    let application = try PersonalLink.application(context, desk)
    let form = try await context.form(request, desk)
    do {
      try body(application, form)
    } catch let problem as ApplicantProblem {
      throw problem.webProblem
    }
    let place = form["place"].map { "#" + AddressText.encoded($0) } ?? ""
    return Response.seeOther(PersonalLink(application, desk).address() + "?done=" + done + place)
  }

  private func form(
    _ view: IntakeFormView, _ application: ForumApplication, revision: Int, status: HTTPResponse.Status = .ok,
    _ context: DeskRequestContext
  ) throws -> Response {
    let link = PersonalLink(application, desk)
    return try renderer.page(
      "apply",
      title: view.problems.isEmpty ? Bilingual("신청 고치기", "Change the application") : IntakeFormContent.problemTitle,
      IntakeFormContent(
        view, heading: Bilingual("신청 고치기", "Change the application"), action: link.address("edit"),
        button: Bilingual("고친 내용 저장", "Save the changes"), revision: revision, cancelAddress: link.address(), context),
      status: status, scripts: ["apply.js"], context)
  }
}

extension ForumDesk {
  /// - Throws: a ``WebProblem`` where the application takes part in nothing any more.
  func activeApplication(_ application: ForumApplication) throws -> ForumApplication {
    guard application.status == .received || application.status == .published else {
      throw ApplicantProblem.notActive.webProblem
    }
    return application
  }
}
