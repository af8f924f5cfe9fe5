import ForumDesk
import HTTPTypes
import Hummingbird
import NIOCore

/// A file that came with a request: in a form (`multipart/form-data`), or as the body itself.
struct UploadedFile: Sendable {
  /// The header that carries the token where there is no form for it.
  static let tokenHeader = HTTPField.Name("X-Form-Token")!
  static let byteLimit = MultipartLimits().totalByteCount

  var name: String
  var bytes: [UInt8]
  /// The form's other fields.
  var fields = FormFields()

  /// Reads what a page of ours, or a program with the token of one, has sent.
  ///
  /// - Parameter field: the form's field that holds the file.
  /// - Throws: a ``WebProblem`` where it is too large, is no upload, or was not made for this visit.
  static func read(
    _ request: Request, field: String = "file", _ context: DeskRequestContext, _ desk: ForumDesk
  ) async throws -> UploadedFile {
    let type = request.headers[.contentType] ?? ""
    let file: UploadedFile
    let token: String
    do {
      if type.lowercased().hasPrefix("multipart/") {
        var collector = try MultipartCollector(contentType: type)
        for try await chunk in request.body { try collector.feed(chunk.readableBytesView) }
        let parts = try collector.finish()
        guard let part = parts.first(where: { $0.head.name == field && $0.head.fileName != nil }) else {
          throw WebProblem.invalid(
            Bilingual("올린 파일이 없습니다. 파일을 고르고 다시 올려 주십시오.", "There is no file. Choose one and send it."))
        }
        let fields = parts.filter { $0.head.fileName == nil }
        file = UploadedFile(
          name: part.head.fileName ?? "", bytes: part.bytes,
          fields: FormFields(fields.map { ($0.head.name, String(decoding: $0.bytes, as: UTF8.self)) }))
        token = file.fields["form_token"] ?? ""
      } else {
        var bytes: [UInt8] = []
        for try await chunk in request.body {
          bytes += chunk.readableBytesView
          guard bytes.count <= byteLimit else { throw MultipartError.tooLarge(limitByteCount: byteLimit) }
        }
        file = UploadedFile(name: request.query["name"] ?? "", bytes: bytes)
        token = request.headers[tokenHeader] ?? ""
      }
    } catch let error as MultipartError {
      throw error.webProblem
    }
    guard desk.links.isFormToken(token, of: context.visit), !context.isNewVisit else { throw WebProblem.staleForm }
    guard !file.bytes.isEmpty else {
      throw WebProblem.invalid(
        Bilingual("빈 파일입니다. 파일을 확인하고 다시 올려 주십시오.", "The file is empty. Check it and send it again."))
    }
    return file
  }
}
