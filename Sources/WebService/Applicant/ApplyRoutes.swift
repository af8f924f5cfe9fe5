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
      let fields = try await context.form(request, desk)
      guard fields[Self.trap] == nil else {
        throw WebProblem.invalid(
          Bilingual("비워 두어야 할 칸이 채워졌습니다. 그 칸을 비우고 다시 보내 주십시오.", "A field was filled in that must stay empty."))
      }
      let reading = IntakeForm.standard.read(IntakeAnswers(fields.answers))
      guard reading.isAcceptable else { return try refused(reading, context) }
      let application = try desk.submit(
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

  private func page(
    _ view: IntakeFormView, status: HTTPResponse.Status = .ok, _ context: DeskRequestContext
  ) throws -> Response {
    try renderer.page(
      "apply", title: view.problems.isEmpty ? IntakeForm.standard.title : IntakeFormContent.problemTitle,
      IntakeFormContent(
        view, heading: IntakeForm.standard.title, action: "/apply",
        button: Bilingual("신청서 보내기", "Send the application"),
        keepsDraft: true, context),
      status: status, scripts: ["apply.js"], context)
  }
}
