import ForumDesk
import Hummingbird

/// Imports, bodies, exports, reports and the landscape.
struct DataRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let configuration: WebConfiguration

  func add(to router: Router<DeskRequestContext>) {}
}
