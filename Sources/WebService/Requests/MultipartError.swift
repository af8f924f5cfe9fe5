import ForumDesk
import HTTPTypes

/// Why a `multipart/form-data` body is not taken.
enum MultipartError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The content type is another one.
  case notMultipart
  /// The content type names no boundary, or one that is none.
  case noBoundary
  case tooLarge(limitByteCount: Int)
  case tooManyParts(limit: Int)
  case headersTooLong(limitByteCount: Int)
  case fieldTooLong(limitByteCount: Int)
  case malformed(reason: String)
  /// It ends before its last boundary.
  case unfinished

  var description: String {
    switch self {
    case .notMultipart: "the body is no multipart/form-data: send the form as it is"
    case .noBoundary: "the content type names no boundary of 1 to 70 characters: send the one of the body with it"
    case .tooLarge(let limit): "the body is longer than \(Self.amount(limit)): send the files in parts"
    case .tooManyParts(let limit): "the body has more than \(limit) parts: send fewer"
    case .headersTooLong(let limit): "the headers of a part are longer than \(Self.amount(limit)): shorten the names"
    case .fieldTooLong(let limit): "a field that is no file is longer than \(Self.amount(limit)): send it as a file"
    case .malformed(let reason): "the body is no multipart/form-data (\(reason)): send the form again"
    case .unfinished: "the body ends before its last boundary: send the form again"
    }
  }

  private static func amount(_ byteCount: Int) -> String {
    switch byteCount {
    case (1 << 20)...: "\(byteCount >> 20) MB"
    case (1 << 10)...: "\(byteCount >> 10) KB"
    default: "\(byteCount) bytes"
    }
  }

  var webProblem: WebProblem {
    switch self {
    case .tooLarge(let limit):
      Self.tooLarge(
        Bilingual(
          "한 번에 올릴 수 있는 크기는 \(Self.amount(limit))입니다. 나누어 올려 주십시오.",
          "At most \(Self.amount(limit)) can be uploaded at once. Send it in parts."))
    case .tooManyParts(let limit):
      Self.tooLarge(
        Bilingual("한 번에 보낼 수 있는 항목은 \(limit)개입니다. 나누어 보내 주십시오.", "At most \(limit) items can be sent at once."))
    case .headersTooLong:
      Self.tooLarge(
        Bilingual("파일 이름이 너무 깁니다. 줄여서 다시 올려 주십시오.", "A file's name is too long. Shorten it and send it again."))
    case .fieldTooLong(let limit):
      Self.tooLarge(
        Bilingual(
          "입력한 글이 \(Self.amount(limit))보다 깁니다. 줄여 주십시오.", "A text is longer than \(Self.amount(limit)). Shorten it."))
    case .notMultipart, .noBoundary, .malformed, .unfinished:
      .invalid(Bilingual("보낸 파일을 읽지 못했습니다. 다시 올려 주십시오.", "The upload could not be read: \(description)."))
    }
  }

  private static func tooLarge(_ explanation: Bilingual) -> WebProblem {
    WebProblem(.contentTooLarge, title: Bilingual("너무 큽니다", "Too large"), explanation: explanation)
  }
}
