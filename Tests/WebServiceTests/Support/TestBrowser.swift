import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

@testable import WebService

/// Sends requests to the router as a browser would: keeps cookies, and sends the last page's token with its forms.
final class TestBrowser: Sendable {
  private struct State {
    var cookies: [String: String] = [:]
    var formToken = ""
    var addresses: [String] = []
  }

  private let responder: any HTTPResponder<DeskRequestContext>
  private let log: CapturedLog
  private let address: String
  private let language: String
  private let state = Mutex(State())

  init(
    responder: any HTTPResponder<DeskRequestContext>, log: CapturedLog, address: String, language: String
  ) {
    self.responder = responder
    self.log = log
    self.address = address
    self.language = language
  }

  /// The token that the last page with a form held.
  var formToken: String { state.withLock { $0.formToken } }
  var cookies: [String: String] { state.withLock { $0.cookies } }
  /// Every address that was asked for, in order.
  var addresses: [String] { state.withLock { $0.addresses } }

  func get(_ address: String, headers: HTTPFields = [:]) async throws -> TestPage {
    try await send(.get, address, headers: headers)
  }

  /// Posts fields in order of their names, with the token of the page that was seen last.
  func post(_ address: String, _ fields: [String: String] = [:]) async throws -> TestPage {
    try await post(address, fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// Posts fields, each as often as it stands there.
  func post(_ address: String, _ fields: [(String, String)]) async throws -> TestPage {
    let pairs = (fields + [("form_token", formToken)]).map {
      AddressText.encoded($0.0) + "=" + AddressText.encoded($0.1)
    }
    return try await send(
      .post, address, headers: [.contentType: "application/x-www-form-urlencoded"],
      body: Array(pairs.joined(separator: "&").utf8))
  }

  /// Follows redirects within the server.
  func followed(_ page: TestPage) async throws -> TestPage {
    var page = page
    for _ in 0..<5 {
      guard let location = page.location else { break }
      page = try await get(location)
    }
    return page
  }

  func send(
    _ method: HTTPRequest.Method, _ address: String, headers: HTTPFields = [:], body: [UInt8] = []
  ) async throws -> TestPage {
    var fields = headers
    if fields[.acceptLanguage] == nil { fields[.acceptLanguage] = language }
    let cookies = self.cookies.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
    if !cookies.isEmpty { fields[.cookie] = cookies.joined(separator: "; ") }
    if !body.isEmpty || method == .post { fields[.contentLength] = String(body.count) }
    let request = Request(
      head: HTTPRequest(method: method, scheme: "http", authority: "test", path: address, headerFields: fields),
      body: RequestBody(buffer: ByteBuffer(bytes: body)))
    state.withLock { $0.addresses.append(address) }
    let response = try await responder.respond(
      to: request, context: DeskRequestContext(logger: log.logger, remoteAddress: self.address))
    let collected = CollectedBody()
    try await response.body.write(CollectedBody.Writer(body: collected))
    let page = TestPage(status: response.status.code, headers: response.headers, bytes: collected.bytes)
    keep(page)
    return page
  }

  private func keep(_ page: TestPage) {
    state.withLock { state in
      for text in page.headers[values: .setCookie] {
        let pair = text.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { continue }
        if pair[1].isEmpty || text.contains("Max-Age=0") {
          state.cookies[String(pair[0])] = nil
        } else {
          state.cookies[String(pair[0])] = String(pair[1])
        }
      }
      if let token = page.value(ofHidden: "form_token") { state.formToken = token }
    }
  }

  /// Puts the pieces of an answer together.
  private final class CollectedBody: Sendable {
    private let content = Mutex<[UInt8]>([])

    var bytes: [UInt8] { content.withLock { $0 } }

    struct Writer: ResponseBodyWriter {
      let body: CollectedBody

      mutating func write(_ buffer: ByteBuffer) async throws {
        body.content.withLock { $0 += Array(buffer: buffer) }
      }

      consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
  }
}
