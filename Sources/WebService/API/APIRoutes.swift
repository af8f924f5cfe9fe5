import ForumDesk
import HTTPTypes
import Hummingbird

/// The REST interface under `/api/v1`: a route for each of ``APIOperation/all``.
struct APIRoutes: Sendable {
  static let base = "/api/v1"
  /// All methods of HTTP: those that a path does not have are told from paths that there are not.
  static let methods: [HTTPRequest.Method] = [
    .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect, HTTPRequest.Method("QUERY")!,
  ]

  let desk: ForumDesk
  let renderer: PageRenderer
  let configuration: WebConfiguration

  func add(to router: Router<DeskRequestContext>) {
    let gate = APIGate(desk: desk, requestsPerMinute: configuration.apiRequestsPerMinute)
    let groups = Dictionary(grouping: APIOperation.all, by: \.path)
    for (path, operations) in groups {
      let route = RouterPath(Self.base + path)
      for operation in operations {
        let endpoint = APIEndpoint(operation: operation, desk: desk, gate: gate)
        router.on(route, method: operation.method) { request, context in await endpoint.answer(request, context) }
      }
      let allowed = operations.map(\.method.rawValue).sorted().joined(separator: ", ")
      for method in Self.methods where !operations.contains(where: { $0.method == method }) {
        router.on(route, method: method) { _, _ in
          APIProblem(.methodNotAllowed, "This address takes \(allowed) only.", headers: [.allow: allowed]).response
        }
      }
    }
  }
}
