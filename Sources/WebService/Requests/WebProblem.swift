import ForumDesk
import HTTPTypes
import Hummingbird

/// Why a request is not carried out, in the reader's words.
struct WebProblem: Error, Sendable {
  var status: HTTPResponse.Status
  var title: Bilingual
  var explanation: Bilingual

  init(_ status: HTTPResponse.Status, title: Bilingual, explanation: Bilingual) {
    self.status = status
    self.title = title
    self.explanation = explanation
  }

  static func notFound(_ what: Bilingual = Bilingual("페이지", "page")) -> WebProblem {
    WebProblem(
      .notFound, title: Bilingual("찾을 수 없습니다", "Not found"),
      explanation: Bilingual(
        "\(what.korean)이(가) 없습니다. 주소를 확인하거나 목록에서 다시 찾아 주십시오.",
        "There is no such \(what.english). Check the address, or look for it in the lists."))
  }

  static let forbidden = WebProblem(
    .forbidden, title: Bilingual("권한이 없습니다", "Not allowed"),
    explanation: Bilingual(
      "이 작업에는 다른 권한이 필요합니다. 관리자에게 문의해 주십시오.",
      "This needs another role. Ask an administrator."))

  static let staleForm = WebProblem(
    .forbidden, title: Bilingual("양식이 오래되었습니다", "The form is too old"),
    explanation: Bilingual(
      "다른 창에서 로그인했거나 쿠키가 지워졌습니다. 앞 화면으로 돌아가 새로 고친 뒤 다시 보내 주십시오.",
      "You signed in elsewhere, or cookies were removed. Go back, reload the page, and send it again."))

  static let tooMany = WebProblem(
    .tooManyRequests, title: Bilingual("요청이 너무 많습니다", "Too many requests"),
    explanation: Bilingual("잠시 뒤에 다시 시도해 주십시오.", "Wait a minute and try again."))

  static func invalid(_ explanation: Bilingual) -> WebProblem {
    WebProblem(.badRequest, title: Bilingual("입력을 확인해 주십시오", "Check what was entered"), explanation: explanation)
  }

  /// What an error means for whoever asked. Details stay in the log.
  init(_ error: any Error) {
    switch error {
    case let problem as WebProblem: self = problem
    case let error as any HTTPResponseError where error.status.code < 500: self.init(status: error.status)
    default: self.init(status: .internalServerError)
    }
  }

  private init(status: HTTPResponse.Status) {
    switch status {
    case .notFound: self = .notFound()
    case .methodNotAllowed:
      self.init(
        status, title: Bilingual("할 수 없는 요청입니다", "Not possible here"),
        explanation: Bilingual("이 주소에서는 할 수 없는 요청입니다.", "This address does not take such a request."))
    case .contentTooLarge:
      self.init(
        status, title: Bilingual("너무 큽니다", "Too large"),
        explanation: Bilingual(
          "보낸 내용이 한도를 넘습니다. 나누어 보내 주십시오.", "What was sent is above the limit. Send it in parts."))
    case let status where status.code < 500:
      self = .invalid(Bilingual("요청을 이해하지 못했습니다.", "The request was not understood."))
      self.status = status
    default:
      self.init(
        .internalServerError, title: Bilingual("처리하지 못했습니다", "Something went wrong"),
        explanation: Bilingual(
          "서버에 문제가 생겼습니다. 저장되었다고 확인된 것은 남아 있습니다. 다시 시도해 주십시오.",
          "The server had a problem. What was confirmed as saved is safe. Please try again."))
    }
  }
}

/// Nobody is signed in where somebody must be.
struct SignInNeeded: Error {
  func response(_ context: DeskRequestContext) -> Response {
    Response(
      status: .seeOther,
      headers: [.location: "/login" + AddressText.query([("next", context.location)])])
  }
}
