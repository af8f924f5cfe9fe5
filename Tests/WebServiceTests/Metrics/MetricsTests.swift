import CoreMetrics
import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import Testing

@testable import WebService

@Suite struct MetricsTests {
  @Test func `counters, gauges and histograms are written as Prometheus reads them`() {
    let registry = MetricsRegistry(help: ["requests_total": "Requests."])
    Counter(label: "requests", dimensions: [("b", "x\"y\\z\n"), ("a", "1")], factory: registry).increment(by: 3)
    Counter(label: "requests", dimensions: [("b", "x\"y\\z\n"), ("a", "1")], factory: registry).increment()
    let meter = Meter(label: "open.things", factory: registry)
    meter.set(2)
    meter.increment(by: 0.5)
    let timer = Timer(label: "waiting", factory: registry)
    for milliseconds in [1, 3, 30, 20_000] { timer.recordMilliseconds(milliseconds) }
    let lines = registry.text.split(separator: "\n").map(String.init)
    #expect(lines.contains("# HELP requests_total Requests."))
    #expect(lines.contains("# TYPE requests_total counter"))
    #expect(lines.contains("requests_total{a=\"1\",b=\"x\\\"y\\\\z\\n\"} 4"))
    #expect(lines.contains("# TYPE open_things gauge"))
    #expect(lines.contains("open_things 2.5"))
    #expect(lines.contains("# TYPE waiting_seconds histogram"))
    #expect(lines.contains("waiting_seconds_bucket{le=\"0.001\"} 1"))
    #expect(lines.contains("waiting_seconds_bucket{le=\"0.005\"} 2"))
    #expect(lines.contains("waiting_seconds_bucket{le=\"10\"} 3"))
    #expect(lines.contains("waiting_seconds_bucket{le=\"+Inf\"} 4"))
    #expect(lines.contains("waiting_seconds_count 4"))
    #expect(lines.contains { $0.hasPrefix("waiting_seconds_sum 20.03") })
  }

  @Test func `no client can fill the memory with series`() {
    let registry = MetricsRegistry()
    for number in 0..<(MetricsRegistry.seriesLimit + 100) {
      Counter(label: "many", dimensions: [("n", String(number))], factory: registry).increment()
    }
    #expect(registry.text.split(separator: "\n").count == MetricsRegistry.seriesLimit + 1)
  }

  private func metrics(
    _ forum: APIForum, address: String = "127.0.0.1", headers: HTTPFields = [:]
  ) async throws -> TestPage {
    try await forum.forum.browser(address: address).get("/metrics", headers: headers)
  }

  @Test func `requests are counted by pattern, method and status, without anything that was sent`() async throws {
    let forum = try APIForum()
    try await forum.submit()
    _ = try await forum.send(.get, "/applications/2026-0001")
    _ = try await forum.send(.get, "/search?q=secretword")
    _ = try await forum.forum.browser().get("/nobodys/secretpath")
    let page = try await metrics(forum)
    #expect(page.status == 200)
    #expect(page.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
    let text = page.text
    let request = "{endpoint=\"/api/v1/applications/{receipt}\",method=\"GET\",status=\"200\"} 1"
    #expect(text.contains("moim_http_requests_total\(request)"))
    #expect(text.contains("moim_http_request_duration_seconds_count\(request)"))
    #expect(text.contains("moim_applications{status=\"received\"} 1"))
    #expect(text.contains("moim_index_evidence "))
    #expect(text.contains("process_resident_memory_bytes "))
    #expect(text.contains("process_open_fds "))
    for word in ["secret", "2026-0001", "김하늘", "haneul", "moim_client"] { #expect(!text.contains(word)) }
    // Each line is a comment or a name with labels and a number.
    let sample = try NSRegularExpression(
      pattern:
        "^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[a-z_]+=\"[^\"\\\\\n]*\"(,[a-z_]+=\"[^\"\\\\\n]*\")*\\})? -?[0-9+][0-9.e+-]*$")
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("# ") {
      let range = NSRange(line.startIndex..., in: line)
      #expect(sample.firstMatch(in: line, range: range) != nil, "\(line)")
    }
  }

  @Test func `figures are for this machine and for administrators`() async throws {
    let forum = try APIForum()
    func bearer(_ role: UserRole) -> HTTPFields { [.authorization: "Bearer \(forum.tokens[role] ?? "")"] }
    #expect(try await metrics(forum).status == 200)
    #expect(try await metrics(forum, address: "::1").status == 200)
    #expect(try await metrics(forum, address: "192.0.2.1").status == 401)
    #expect(try await metrics(forum, address: "192.0.2.1", headers: bearer(.officer)).status == 403)
    #expect(try await metrics(forum, address: "192.0.2.1", headers: bearer(.administrator)).status == 200)
    let forwarded: HTTPFields = [try #require(HTTPField.Name("X-Forwarded-For")): "192.0.2.7"]
    #expect(try await metrics(forum, headers: forwarded).status == 401)
  }
}
