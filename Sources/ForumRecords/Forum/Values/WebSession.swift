/// A signed-in browser. The token itself is known to the browser alone.
public struct WebSession: Hashable, Sendable, Codable {
  public var tokenDigest: String
  /// The login.
  public var user: String
  public var created: ForumTime
  /// It is over from this moment on.
  public var expires: ForumTime
  public var lastSeen: ForumTime

  public init(tokenDigest: String, user: String, created: ForumTime, expires: ForumTime, lastSeen: ForumTime) {
    self.tokenDigest = tokenDigest
    self.user = user
    self.created = created
    self.expires = expires
    self.lastSeen = lastSeen
  }
}
