import ForumDesk
import ForumRecords
import Hummingbird
import Logging

/// What is known of a request beside its bytes.
struct DeskRequestContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Of the connection; or the last hop's word for it, where the server stands behind a proxy.
  var remoteAddress: String
  var language = Language.korean
  /// Who is signed in.
  var account: UserAccount?
  /// The session's or, before signing in, the visit's token: forms are bound to it.
  var visit = ""
  /// Whether ``visit`` is new and its cookie must be set.
  var isNewVisit = false
  var formToken = ""
  /// Path and query as they were asked for, for coming back.
  var location = "/"

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress?.ipAddress ?? "local"
  }

  /// Of a request that came by no socket.
  init(logger: Logger, remoteAddress: String) {
    struct Source: RequestContextSource {
      var logger: Logger
    }
    coreContext = .init(source: Source(logger: logger))
    self.remoteAddress = remoteAddress
  }

  /// A form may be this long; files have their own way in.
  var maxUploadSize: Int { 1 << 20 }
}
