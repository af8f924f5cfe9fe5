import ForumDesk
import Hummingbird

/// Imports, bodies, exports, reports, the landscape and the administration.
struct DataRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let configuration: WebConfiguration

  func add(to router: Router<DeskRequestContext>) {
    let imports = ImportDesk(desk: desk)
    // A store that cannot be written now cannot begin an import either: the page of the data says so then.
    try? imports.recover()
    let landscapes = LandscapeDesk(desk: desk)
    ImportRoutes(desk: desk, renderer: renderer, imports: imports).add(to: router)
    TableMappingRoutes(desk: desk, renderer: renderer, imports: imports).add(to: router)
    BodyRoutes(desk: desk, renderer: renderer).add(to: router)
    LandscapeRoutes(desk: desk, renderer: renderer, landscapes: landscapes).add(to: router)
    ReportRoutes(desk: desk, renderer: renderer, landscapes: landscapes).add(to: router)
    ExportRoutes(desk: desk, renderer: renderer).add(to: router)
    UserRoutes(desk: desk, renderer: renderer).add(to: router)
    TokenRoutes(desk: desk, renderer: renderer).add(to: router)
    AuditRoutes(desk: desk, renderer: renderer).add(to: router)
    RuleRoutes(desk: desk, renderer: renderer).add(to: router)
    PolicyRoutes(desk: desk, renderer: renderer).add(to: router)
    RetentionRoutes(desk: desk, renderer: renderer).add(to: router)
  }
}
