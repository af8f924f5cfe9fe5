/// How the server is reached.
public struct WebConfiguration: Hashable, Sendable {
  public var host = "127.0.0.1"
  public var port = 8080
  /// The address under which people reach it, for links in letters and QR codes, without a slash at its end; the address
  /// that was listened on where it is `nil`.
  public var publicAddress: String?
  /// Whether a proxy stands before it whose word for the sender's address (`X-Forwarded-For`) is to be believed.
  public var isBehindProxy = false
  /// Applications that one address may send a minute in the long run. A forum's floor shares one address.
  public var applicationsPerMinute = 120.0
  /// Attempts to sign in that one address may make a minute.
  public var signInsPerMinute = 10.0
  /// Requests to the REST interface that one token may make a minute in the long run.
  public var apiRequestsPerMinute = 600.0
  /// Whether everybody may read `/metrics`; otherwise this machine may, and tokens of administrators.
  public var hasOpenMetrics = false

  public enum LogLevel: String, CaseIterable, Hashable, Sendable {
    case debug, info, warning, error
  }

  /// What goes to standard error. One line for each request at `info`; no level names people.
  public var logLevel = LogLevel.warning

  public init() {}

  /// Whether it is reached by HTTPS alone, so that cookies may be kept to that.
  var isSecure: Bool { publicAddress?.hasPrefix("https://") == true }

  var baseAddress: String { publicAddress ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}
