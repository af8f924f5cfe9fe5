import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import NIOCore
import PartnerDiscovery

/// Why a client's request is not carried out (RFC 9457).
struct APIProblem: Error, Sendable {
  var status: HTTPResponse.Status
  var detail: String
  /// Where in the request, for those that can say so.
  var errors: [Item] = []
  var headers: HTTPFields = [:]

  /// Something that is wrong in a request.
  struct Item: Encodable, Hashable, Sendable {
    /// A JSON Pointer (RFC 6901) into the body.
    var pointer: String?
    var parameter: String?
    var detail: String
    var detailKo: String?

    enum CodingKeys: String, CodingKey {
      case pointer, parameter, detail
      case detailKo = "detail_ko"
    }
  }

  init(_ status: HTTPResponse.Status, _ detail: String, errors: [Item] = [], headers: HTTPFields = [:]) {
    self.status = status
    self.detail = detail
    self.errors = errors
    self.headers = headers
  }

  /// What an error means for a client. `nil` for those that are the server's own fault.
  init?(_ error: any Error) {
    switch error {
    case let problem as APIProblem: self = problem
    case let problem as WebProblem: self.init(problem.status, problem.explanation.english)
    case let error as ForumStoreError:
      guard let status = Self.status(of: error) else { return nil }
      self.init(status, Self.sentence("\(error)"))
    case DiscoveryError.unknownOrganization(let id): self.init(.notFound, "There is no organisation \(id).")
    case DiscoveryError.applicationWithoutText:
      self.init(.unprocessableContent, "There is nothing to match by: no title, summary, keyword or need.")
    case ConsortiumInputError.unknownOrganization(let id):
      self.init(.unprocessableContent, "No organisation that could join has the id \(id).")
    case ConsortiumInputError.noNeeds:
      self.init(.unprocessableContent, "No need can be read from the application: state some.")
    case ConsortiumInputError.noEvidence:
      self.init(.unprocessableContent, "No evidence speaks to the application.")
    case let error as any HTTPResponseError where error.status.code < 500:
      self.init(error.status, WebProblem(error).explanation.english)
    default: return nil
    }
  }

  private static func status(of error: ForumStoreError) -> HTTPResponse.Status? {
    switch error {
    case .unknown: .notFound
    case .exists, .staleRevision, .wrongState, .purged: .conflict
    case .invalid: .unprocessableContent
    case .notConsented: .forbidden
    case .locked, .diskFull: .serviceUnavailable
    default: nil
    }
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }

  /// Its title, the same for every problem of a status.
  var title: Bilingual {
    switch status {
    case .badRequest: Bilingual("잘못된 요청입니다", "Bad request")
    case .unauthorized: Bilingual("토큰이 필요합니다", "A valid token is needed")
    case .forbidden: Bilingual("권한이 없습니다", "Not allowed")
    case .notFound: Bilingual("찾을 수 없습니다", "Not found")
    case .methodNotAllowed: Bilingual("할 수 없는 요청입니다", "Not possible here")
    case .conflict: Bilingual("지금 상태와 맞지 않습니다", "Conflicts with what is there")
    case .contentTooLarge: Bilingual("너무 큽니다", "Too large")
    case .unsupportedMediaType: Bilingual("형식을 알 수 없습니다", "Unsupported type of body")
    case .unprocessableContent: Bilingual("내용을 확인해 주십시오", "Check what was sent")
    case .tooManyRequests: Bilingual("요청이 너무 많습니다", "Too many requests")
    case .serviceUnavailable: Bilingual("지금은 할 수 없습니다", "Not possible right now")
    default: Bilingual("처리하지 못했습니다", "Something went wrong")
    }
  }

  static let schema = JSONSchema.object(
    [
      "type": .string(length: nil, "A URI; `about:blank` where the status says it all."),
      "title": .string("The same for every problem of a status."), "title_ko": .string(),
      "status": .integer(400...599), "detail": .string("What to do."),
    ],
    optional: [
      "errors": .list(
        of: .object(
          ["detail": .string()],
          optional: [
            "pointer": .string("A JSON Pointer into the body."), "parameter": .string(), "detail_ko": .string(),
          ]))
    ], "RFC 9457")

  private struct Document: Encodable {
    var type = "about:blank"
    var title: String
    var titleKo: String
    var status: Int
    var detail: String
    var errors: [Item]?

    enum CodingKeys: String, CodingKey {
      case type, title, status, detail, errors
      case titleKo = "title_ko"
    }
  }

  var response: Response {
    let document = Document(
      title: title.english, titleKo: title.korean, status: status.code, detail: detail,
      errors: errors.isEmpty ? nil : errors)
    var headers = headers
    headers[.contentType] = "application/problem+json"
    let bytes = (try? JSONText.bytes(of: document)) ?? .init("{}".utf8)
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
