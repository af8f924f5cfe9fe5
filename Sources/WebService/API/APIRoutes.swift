import ForumDesk
import Hummingbird

/// The REST interface under `/api/v1`.
struct APIRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let configuration: WebConfiguration

  func add(to router: Router<DeskRequestContext>) {}
}
