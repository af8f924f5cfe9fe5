import ForumDesk
import HTTPTypes

/// Why a `multipart/form-data` body is not taken.
enum MultipartError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The content type is another one, or names no boundary.
  case notMultipart
  case tooLarge(limitByteCount: Int)
  case tooManyParts(limit: Int)
  case headersTooLong(limitByteCount: Int)
  case fieldTooLong(limitByteCount: Int)
  case malformed(reason: String)
  /// It ends before its last boundary.
  case unfinished

  var description: String {
    switch self {
    case .notMultipart: "the body is no multipart/form-data with a boundary: send the form as it is"
    case .tooLarge(let limit): "the body is longer than \(limit) bytes: send the file in parts"
    case .tooManyParts(let limit): "the body has more than \(limit) parts: send fewer"
    case .headersTooLong(let limit): "the headers of a part are longer than \(limit) bytes: shorten the names"
    case .fieldTooLong(let limit): "a field that is no file is longer than \(limit) bytes: send it as a file"
    case .malformed(let reason): "the body is no multipart/form-data (\(reason)): send the form again"
    case .unfinished: "the body ends before its last boundary: send the form again"
    }
  }

  var webProblem: WebProblem {
    switch self {
    case .tooLarge, .tooManyParts, .headersTooLong, .fieldTooLong:
      WebProblem(
        .contentTooLarge, title: Bilingual("너무 큽니다", "Too large"),
        explanation: Bilingual("보낸 내용이 한도를 넘습니다. 나누어 보내 주십시오.", description))
    case .notMultipart, .malformed, .unfinished:
      .invalid(Bilingual("보낸 파일을 읽지 못했습니다. 다시 올려 주십시오.", description))
    }
  }
}
