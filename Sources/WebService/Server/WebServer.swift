import ForumDesk

/// Serves the console, the applicants' pages and the REST interface.
public struct WebServer: Sendable {
  public init() {}
}
