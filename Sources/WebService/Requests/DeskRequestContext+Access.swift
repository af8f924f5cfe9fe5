import ForumDesk
import ForumRecords
import Hummingbird
import NIOCore

extension DeskRequestContext {
  /// Who is signed in, with at least this role.
  ///
  /// - Throws: ``SignInNeeded``, or a ``WebProblem`` where the role is too low.
  @discardableResult func account(withRole role: UserRole) throws -> UserAccount {
    guard let account else { throw SignInNeeded() }
    guard account.role >= role else { throw WebProblem.forbidden }
    return account
  }

  /// The fields of a form that one of our own pages has sent.
  ///
  /// - Throws: a ``WebProblem`` where the form was not made for this visit: another site may have sent it.
  func form(_ request: Request, _ desk: ForumDesk) async throws -> FormFields {
    let (fields, isOurs) = try await checkedForm(request, desk)
    guard isOurs else { throw WebProblem.staleForm }
    return fields
  }

  /// The fields of a form, and whether one of our own pages has sent them in this visit. Where not, they may be shown
  /// again and nothing else.
  func checkedForm(_ request: Request, _ desk: ForumDesk) async throws -> (fields: FormFields, isOurs: Bool) {
    let body = try await request.body.collect(upTo: maxUploadSize)
    let fields = FormFields(urlEncoded: String(buffer: body))
    return (fields, desk.links.isFormToken(fields["form_token"] ?? "", of: visit) && !isNewVisit)
  }
}

extension Request {
  /// Names and values after the question mark.
  var query: FormFields { FormFields(urlEncoded: uri.query ?? "") }
}

extension Response {
  /// Sends the browser on to another page of ours, after a change.
  static func seeOther(_ address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address])
  }
}
