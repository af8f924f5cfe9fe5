import ForumDesk
import Hummingbird

/// Where people apply, and where they see what became of it.
struct ApplicantRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let configuration: WebConfiguration

  func add(to router: Router<DeskRequestContext>) {}
}
