/// Somebody of the staff.
public struct UserAccount: Hashable, Sendable, Codable {
  /// The login. Names are compared by bytes.
  public var name: String
  public var displayName: String
  public var role: UserRole
  /// Whatever the desk makes of the password; opaque here.
  public var passwordHash: String
  public var isActive: Bool
  public var created: ForumTime
  public var lastLogin: ForumTime?

  public init(
    name: String, displayName: String, role: UserRole, passwordHash: String, isActive: Bool = true,
    created: ForumTime, lastLogin: ForumTime? = nil
  ) {
    self.name = name
    self.displayName = displayName
    self.role = role
    self.passwordHash = passwordHash
    self.isActive = isActive
    self.created = created
    self.lastLogin = lastLogin
  }
}
