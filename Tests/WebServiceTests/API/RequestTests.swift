import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import Testing

@testable import WebService

@Suite struct RequestTests {
  @Test func `bodies that are too large, of another type, no JSON or of another shape are refused`() async throws {
    let forum = try APIForum()
    let large = JSONValue.object(["summary": .string(String(repeating: "가", count: 100_000))])
    #expect(try await forum.send(.post, "/match", large).status == 413)
    #expect(try await forum.send(.post, "/match", ["title": "x"], type: "text/plain").status == 415)
    let token = try #require(forum.tokens[.viewer])
    for text in ["", "{", "[1,", "{\"title\": 1e999}", "\u{FEFF}nonsense", String(repeating: "[", count: 10_000)] {
      let page = try await forum.forum.browser().send(
        .post, "/api/v1/match", headers: [.authorization: "Bearer \(token)", .contentType: "application/json"],
        body: Array(text.utf8))
      #expect(page.status == 400, "\(text.prefix(20))")
      #expect(page.headers[.contentType] == "application/problem+json")
    }
    let bodies: [JSONValue] = [
      [], "text", 1, .null, ["title": 1], ["needs": ["text"]], ["titel": "x"], ["title": .null],
    ]
    for body in bodies {
      let answer = try await forum.send(.post, "/match", body)
      #expect(answer.status == 422, "\(body)")
      #expect(answer.value["errors"]?.items?.isEmpty == false)
    }
    let type = "application/json; charset=utf-8"
    #expect(try await forum.send(.post, "/match", ["title": "뇌자도"], type: type).status == 200)
  }

  @Test func `parameters that are wrong, missing or unknown are refused by name`() async throws {
    let forum = try APIForum()
    let addresses = [
      "/search", "/search?q=", "/search?q=a&q=b", "/search?q=a&limit=0", "/search?q=a&limit=101", "/search?q=a&limit=x",
      "/search?q=a&limit=1.0", "/search?q=a&limit=+1", "/search?q=a&offset=-1", "/search?q=a&level=all",
      "/search?q=a&kind=firm", "/search?q=a&country=KOR", "/search?q=a&from=99", "/search?q=a&from=2020&to=2019",
      "/search?q=a&page=2", "/statistics?x=1", "/audit?from=yesterday", "/applications?status=lost",
      "/search?q=a&limit=99999999999999999999",
    ]
    for address in addresses {
      let answer = try await forum.send(.get, address)
      #expect(answer.status == 400, "\(address)")
      #expect(answer.value["errors"]?.items?.allSatisfy { $0["parameter"]?.text?.isEmpty == false } == true)
    }
  }

  @Test func `texts of any kind are searched for without an error`() async throws {
    let forum = try APIForum()
    for text in [
      "\u{0}", "\"", "-", "+", "\"a", "%", "🧲", "a\u{301}", " ", "-a -b", String(repeating: "가나", count: 1000),
      "' OR 1=1 --",
    ] {
      for level in ["organization", "evidence"] {
        let answer = try await forum.send(.get, "/search?q=\(AddressText.encoded(text))&level=\(level)")
        #expect(answer.status == 200, "\(text.prefix(10))")
      }
    }
    let broken = try await forum.send(.get, "/search?q=%FF%FE%80")
    #expect(broken.status == 200)
  }

  @Test func `parts of a path are decoded, and a file is never read`() async throws {
    let forum = try APIForum()
    try await forum.submit()
    #expect(try await forum.send(.get, "/applications/2026%2D0001").status == 200)
    #expect(try await forum.send(.get, "/applications/..%2F..%2Fetc").status == 404)
    for name in ["/etc/passwd", "../../Corpus/Rules/forum-default.yaml", ""] {
      let answer = try await forum.send(.post, "/applications/2026-0001/proposals", ["rules": .string(name)])
      #expect(answer.status == 422)
      #expect(!"\(answer.value)".contains("root:"))
    }
  }
}
