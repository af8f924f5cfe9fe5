import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import NIOCore
import ResearchProfiles

/// What an applicant may do with what is kept: consents, a copy, withdrawal, deletion.
struct PersonalRightsRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private struct Content: Sendable {
    var receipt: String
    var title: String
    var formToken: String
    var address: String
    var back: String
    var problem: String?
  }

  func add(to router: Router<DeskRequestContext>) {
    router.post("/my/:token/consents") { request, context in
      let application = try PersonalLink.application(context, desk)
      let form = try await context.form(request, desk)
      guard let key = form["consent"].flatMap(IntakeKey.init(rawValue:)) else { throw WebProblem.notFound() }
      let isGiven = form["action"] == "give"
      do {
        if isGiven {
          _ = try desk.activeApplication(application)
          try desk.giveConsent(key, of: application.receipt, actor: ForumDesk.applicantActor)
        } else {
          try desk.withdrawConsent(key, of: application.receipt, actor: ForumDesk.applicantActor)
        }
      } catch let problem as ApplicantProblem {
        throw problem.webProblem
      }
      return Response.seeOther(
        PersonalLink(application, desk).address() + "?done=" + (isGiven ? "consented" : "consent-withdrawn")
          + "#consents")
    }
    router.get("/my/:token/data.json") { _, context in
      let application = try PersonalLink.application(context, desk)
      return Response(
        status: .ok,
        headers: [
          .contentType: "application/json; charset=utf-8",
          .contentDisposition: "attachment; filename=\"moim-\(application.receipt).json\"",
        ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: try desk.ownData(of: application).json)))
    }
    router.get("/my/:token/withdraw") { _, context in
      try page("my-withdraw", Bilingual("신청 철회", "Withdraw the application"), context)
    }
    router.post("/my/:token/withdraw") { request, context in
      let application = try PersonalLink.application(context, desk)
      _ = try await context.form(request, desk)
      let desk = desk
      _ = try await desk.offThread { try desk.withdraw(application.receipt, actor: ForumDesk.applicantActor) }
      return Response.seeOther(PersonalLink(application, desk).address() + "?done=withdrawn")
    }
    router.get("/my/:token/erase") { _, context in
      try page("my-erase", Bilingual("모두 삭제", "Delete everything"), context)
    }
    router.post("/my/:token/erase") { request, context in
      let application = try PersonalLink.application(context, desk)
      let form = try await context.form(request, desk)
      guard form["confirmed"] == "yes" else {
        return try page(
          "my-erase", Bilingual("모두 삭제", "Delete everything"),
          problem: Bilingual("되돌릴 수 없다는 확인란에 표시해 주십시오.", "Tick the box: this cannot be undone."),
          status: .unprocessableContent, context)
      }
      let desk = desk
      _ = try await desk.offThread { try desk.erase([application.receipt], actor: ForumDesk.applicantActor) }
      return Response.seeOther("/erased")
    }
    router.get("/erased") { _, context in
      try renderer.page("my-erased", title: Bilingual("삭제했습니다", "Deleted"), NoContent(), context)
    }
  }

  private func page(
    _ template: String, _ title: Bilingual, problem: Bilingual? = nil, status: HTTPResponse.Status = .ok,
    _ context: DeskRequestContext
  ) throws -> Response {
    let application = try PersonalLink.application(context, desk)
    let link = PersonalLink(application, desk)
    return try renderer.page(
      template, title: title,
      Content(
        receipt: application.receipt, title: application.application.title, formToken: context.formToken,
        address: link.address(template == "my-erase" ? "erase" : "withdraw"), back: link.address(),
        problem: problem?[context.language]),
      status: status, context)
  }
}
