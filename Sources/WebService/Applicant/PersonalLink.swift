import ForumDesk
import ForumRecords
import Hummingbird

/// The addresses under an applicant's own link.
struct PersonalLink: Sendable {
  let token: String

  init(_ application: ForumApplication, _ desk: ForumDesk) { token = desk.personalToken(of: application) }

  /// `/my/TOKEN`, and what is under it.
  func address(_ page: String = "") -> String { "/my/\(token)" + (page.isEmpty ? "" : "/" + page) }

  /// The application that a request's link opens.
  ///
  /// - Throws: a ``WebProblem`` that says what to do where it opens nothing.
  static func application(_ context: DeskRequestContext, _ desk: ForumDesk) throws -> ForumApplication {
    guard let application = try desk.application(ofPersonalToken: try context.parameters.require("token")) else {
      throw WebProblem(
        .notFound, title: Bilingual("열 수 없는 링크입니다", "This link opens nothing"),
        explanation: Bilingual(
          "주소가 잘렸거나, 기한이 지났거나, 신청이 삭제되었습니다. 접수증의 주소나 QR 코드를 다시 확인하시고, 그래도 열리지 않으면 포럼 사무국에 접수번호를 알려 주십시오.",
          "The address is incomplete, too old, or the application was deleted. Check it against your receipt; if it still "
            + "does not open, tell the forum's office your receipt number."))
    }
    return application
  }
}

extension ApplicantProblem {
  var webProblem: WebProblem { .invalid(message) }
}
