import CoreMetrics
import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import NIOCore
import PartnerDiscovery

/// `/metrics`: for this machine, for a token of an administrator, or for everybody where that was chosen.
struct MetricsRoutes: Sendable {
  let desk: ForumDesk
  let registry: MetricsRegistry
  let configuration: WebConfiguration

  static let help = RequestMetrics.help.merging(ProcessFigures.help) { $1 }.merging([
    "moim_applications": "Applications by where they stand.",
    "moim_index_evidence": "Pieces of evidence that can be found.",
    "moim_index_organizations": "Organisations that can be found.",
  ]) { $1 }

  func add(to router: Router<DeskRequestContext>) {
    let gate = APIGate(desk: desk, requestsPerMinute: configuration.apiRequestsPerMinute)
    router.get("/metrics") { request, context in
      do {
        if !configuration.hasOpenMetrics, !isLocal(request, context) {
          _ = try gate.client(request, context, role: .administrator)
        }
        return Response(
          status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
          body: ResponseBody(byteBuffer: ByteBuffer(string: try text())))
      } catch {
        guard let problem = APIProblem(error) else { throw error }
        return problem.response
      }
    }
  }

  /// Whether this machine asks for itself. A proxy that nobody told us of lets everybody look like that, but says whom it
  /// speaks for.
  private func isLocal(_ request: Request, _ context: DeskRequestContext) -> Bool {
    let isForwarded = ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"].contains { name in
      HTTPField.Name(name).map { request.headers[$0] != nil } ?? false
    }
    if isForwarded, !configuration.isBehindProxy { return false }
    let address = context.remoteAddress
    return address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
  }

  private func text() throws -> String {
    for count in try desk.store.applicationStatistics().byStatus {
      gauge("moim_applications", [("status", count.name)], Double(count.count))
    }
    let index = desk.live?.session.counts ?? (evidence: 0, organizations: 0)
    gauge("moim_index_evidence", [], Double(index.evidence))
    gauge("moim_index_organizations", [], Double(index.organizations))
    var text = registry.text
    for figure in ProcessFigures.all {
      let name = figure.isCounter ? figure.name + "_total" : figure.name
      if let sentence = ProcessFigures.help[name] { text += "# HELP \(name) \(sentence)\n" }
      text += "# TYPE \(name) \(figure.isCounter ? "counter" : "gauge")\n\(name) \(figure.value)\n"
    }
    return text
  }

  private func gauge(_ name: String, _ labels: [(String, String)], _ value: Double) {
    Meter(label: name, dimensions: labels, factory: registry).set(value)
  }
}
