import HTTPTypes

/// An operation's answer: a document, not yet written.
struct APIReply: Sendable {
  var status: HTTPResponse.Status
  var document: any Encodable & Sendable
  var headers: HTTPFields

  init(_ document: any Encodable & Sendable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
    self.document = document
    self.status = status
    self.headers = headers
  }
}
