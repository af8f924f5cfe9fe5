import ForumDesk
import Hummingbird

/// Where people apply, and where they see what became of it.
struct ApplicantRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let configuration: WebConfiguration

  func add(to router: Router<DeskRequestContext>) {
    ApplyRoutes(desk: desk, renderer: renderer, configuration: configuration).add(to: router)
    PersonalRoutes(desk: desk, renderer: renderer, configuration: configuration).add(to: router)
    PersonalRightsRoutes(desk: desk, renderer: renderer).add(to: router)
    InformationRoutes(desk: desk, renderer: renderer).add(to: router)
    IntakeRoutes(desk: desk, renderer: renderer, configuration: configuration).add(to: router)
    FormImportRoutes(desk: desk, renderer: renderer).add(to: router)
  }
}
