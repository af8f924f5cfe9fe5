import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird

/// The forum's form for whoever comes by.
struct ApplyRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  private let limiter: RateLimiter

  /// A field that people do not see. Programs that fill in everything give themselves away by it.
  static let trap = "leave_this_empty"

  init(desk: ForumDesk, renderer: PageRenderer, configuration: WebConfiguration) {
    self.desk = desk
    self.renderer = renderer
    // A hall of people behind one address sends in bursts.
    limiter = RateLimiter(
      burst: max(1, Int(configuration.applicationsPerMinute)), perMinute: configuration.applicationsPerMinute)
  }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/apply") { _, context in
      try page(IntakeFormView(language: context.language), context)
    }
    router.post("/apply") { request, context in
      guard limiter.admits(context.remoteAddress) else { throw WebProblem.tooMany }
      let (fields, isOurs) = try await context.checkedForm(request, desk)
      guard isOurs else {
        // Cookies that went meanwhile must not cost anybody what was typed. But who agrees does so on our own page.
        var answers = IntakeForm.standard.read(IntakeAnswers(fields.answers)).answers
        for field in IntakeForm.standard.fields where field.consent != nil { answers[field.key] = [] }
        return try page(
          IntakeFormView(answers: answers, language: context.language), warning: Self.stale, status: .forbidden, context
        )
      }
      guard fields[Self.trap] == nil else {
        throw WebProblem.invalid(
          Bilingual("비워 두어야 할 칸이 채워졌습니다. 그 칸을 비우고 다시 보내 주십시오.", "A field was filled in that must stay empty."))
      }
      let reading = IntakeForm.standard.read(IntakeAnswers(fields.answers))
      guard reading.isAcceptable else { return try refused(reading, context) }
      let application = try await desk.submitSuspending(
        reading, channel: .web, language: context.language, actor: ForumDesk.applicantActor)
      let told = reading.notices.isEmpty ? "" : "?cleaned=1"
      return Response.seeOther(PersonalLink(application, desk).address("receipt") + told)
    }
  }

  private func refused(_ reading: IntakeReading, _ context: DeskRequestContext) throws -> Response {
    try page(
      IntakeFormView(
        answers: reading.answers, problems: reading.problems, notices: reading.notices, language: context.language),
      status: .unprocessableContent, context)
  }

  private static let stale = Bilingual(
    "양식이 오래되어 아직 보내지 않았습니다. 적으신 내용은 그대로 있으니 동의란을 확인하고 한 번 더 보내 주십시오. (쿠키를 허용해야 합니다.)",
    "The form was too old and has not been sent yet. What you typed is still there: check the consents and send it once "
      + "more. (Cookies must be allowed.)")

  private func page(
    _ view: IntakeFormView, warning: Bilingual? = nil, status: HTTPResponse.Status = .ok, _ context: DeskRequestContext
  ) throws -> Response {
    try renderer.page(
      "apply", title: view.problems.isEmpty ? IntakeForm.standard.title : IntakeFormContent.problemTitle,
      IntakeFormContent(
        view, heading: IntakeForm.standard.title, action: "/apply",
        button: Bilingual("신청서 보내기", "Send the application"),
        keepsDraft: true, warning: warning, context),
      status: status, scripts: ["apply.js"], context)
  }
}
