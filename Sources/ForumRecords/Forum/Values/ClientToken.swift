/// The right of a program to call the API. The token itself is known to the program alone.
public struct ClientToken: Hashable, Sendable, Codable {
  public var id: Int64
  public var name: String
  public var role: UserRole
  public var digest: String
  public var created: ForumTime
  /// It is over from this moment on.
  public var expires: ForumTime?
  public var lastUsed: ForumTime?
  public var revoked: ForumTime?

  public init(
    id: Int64 = 0, name: String, role: UserRole, digest: String, created: ForumTime, expires: ForumTime? = nil,
    lastUsed: ForumTime? = nil, revoked: ForumTime? = nil
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.digest = digest
    self.created = created
    self.expires = expires
    self.lastUsed = lastUsed
    self.revoked = revoked
  }

  /// Whether it admits at a moment.
  public func isLive(at time: ForumTime) -> Bool {
    created <= time && expires.map { time < $0 } != false && revoked.map { time < $0 } != false
  }
}
