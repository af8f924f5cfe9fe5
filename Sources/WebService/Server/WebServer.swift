public import ForumDesk
import Hummingbird
import Logging
import ServiceLifecycle

/// Serves the console, the applicants' pages and the REST interface.
public struct WebServer: Sendable {
  private let desk: ForumDesk
  private let configuration: WebConfiguration

  public init(desk: ForumDesk, configuration: WebConfiguration = WebConfiguration()) {
    self.desk = desk
    self.configuration = configuration
  }

  /// Serves until the process is asked to stop (SIGTERM, SIGINT), then finishes what was begun.
  ///
  /// - Parameter onRunning: called once requests are taken, with the port that was given.
  /// - Throws: where the address cannot be listened on.
  public func run(onRunning: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
    var logger = Logger(label: "moim", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = Logger.Level(rawValue: configuration.logLevel.rawValue) ?? .warning
    let router = try Self.router(desk: desk, configuration: configuration)
    let application = Hummingbird.Application(
      router: router,
      configuration: .init(address: .hostname(configuration.host, port: configuration.port), serverName: "Moim"),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) }, logger: logger)
    try await application.runService()
  }

  /// All routes with what stands before them. The first middleware is the outermost.
  static func router(desk: ForumDesk, configuration: WebConfiguration) throws -> Router<DeskRequestContext> {
    let renderer = PageRenderer(templates: try TemplateLibrary(ServedFiles.templates))
    let router = Router(context: DeskRequestContext.self)
    let metrics = MetricsRegistry(help: MetricsRoutes.help)
    router.add(middleware: RequestMetrics(registry: metrics))
    router.add(middleware: RequestLog())
    router.add(middleware: SecurityHeaders(isSecure: configuration.isSecure))
    let visits = VisitReader(desk: desk, isSecure: configuration.isSecure)
    router.add(middleware: ForwardedAddress(isTrusted: configuration.isBehindProxy))
    router.add(middleware: visits)
    router.add(middleware: ErrorPages(renderer: renderer))
    AssetRoutes().add(to: router)
    SignInRoutes(desk: desk, renderer: renderer, visits: visits, configuration: configuration).add(to: router)
    SearchRoutes(desk: desk, renderer: renderer).add(to: router)
    OrganizationRoutes(desk: desk, renderer: renderer).add(to: router)
    ApplicationRoutes(desk: desk, renderer: renderer).add(to: router)
    PartnerRoutes(desk: desk, renderer: renderer).add(to: router)
    ConsortiumRoutes(desk: desk, renderer: renderer).add(to: router)
    AllocationRoutes(desk: desk, renderer: renderer).add(to: router)
    IntroductionRoutes(desk: desk, renderer: renderer).add(to: router)
    CounsellingRoutes(desk: desk, renderer: renderer).add(to: router)
    ApplicantRoutes(desk: desk, renderer: renderer, configuration: configuration).add(to: router)
    DataRoutes(desk: desk, renderer: renderer, configuration: configuration).add(to: router)
    APIRoutes(desk: desk, renderer: renderer, configuration: configuration).add(to: router)
    MetricsRoutes(desk: desk, registry: metrics, configuration: configuration).add(to: router)
    return router
  }
}
