public import ForumRecords
import ParallelExecution

/// Who may use the console, and who is signed in.
public struct AccountDesk: Sendable {
  let store: ForumStore
  let clock: @Sendable () -> ForumTime
  let roundExponent: Int

  public init(
    store: ForumStore, clock: @escaping @Sendable () -> ForumTime,
    roundExponent: Int = PasswordHash.usualRoundExponent
  ) {
    self.store = store
    self.clock = clock
    self.roundExponent = roundExponent
  }

  /// A session ends so long after it began, whatever happens.
  private static let sessionSeconds: Int64 = 12 * 3600
  /// It also ends after so long without a request.
  private static let idleSeconds: Int64 = 2 * 3600
  /// When somebody was last seen is noted this often.
  private static let noteSeconds: Int64 = 60

  public enum Problem: Error, Equatable, Sendable, CustomStringConvertible {
    case shortPassword
    case malformedName(String)
    case nameTaken(String)
    case unknownUser(String)

    public var description: String {
      switch self {
      case .shortPassword: "a password needs at least \(PasswordHash.shortestPasswordLength) characters"
      case .malformedName(let name):
        "\"\(name)\" cannot be a user name: 2 to 40 lower-case Latin letters, digits, hyphens, dots and underscores"
      case .nameTaken(let name): "there is a user \(name) already"
      case .unknownUser(let name): "there is no user \(name): see 'moim user list'"
      }
    }
  }

  /// Enters a user.
  ///
  /// - Throws: a ``Problem``, or errors of the store.
  public func add(
    _ name: String, displayName: String, role: UserRole, password: String, actor: String
  ) throws -> UserAccount {
    guard (2...40).contains(name.utf8.count),
      name.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
      })
    else { throw Problem.malformedName(name) }
    guard password.count >= PasswordHash.shortestPasswordLength else { throw Problem.shortPassword }
    if try store.user(name: name) != nil { throw Problem.nameTaken(name) }
    let account = UserAccount(
      name: name, displayName: displayName, role: role,
      passwordHash: PasswordHash(of: password, roundExponent: roundExponent).description, isActive: true,
      created: clock())
    try store.addUser(account, actor: actor, time: clock())
    return account
  }

  /// Gives a user a new password; whoever is signed in under the name is signed out.
  public func setPassword(of name: String, to password: String, actor: String) throws {
    guard password.count >= PasswordHash.shortestPasswordLength else { throw Problem.shortPassword }
    guard try store.user(name: name) != nil else { throw Problem.unknownUser(name) }
    let hash = PasswordHash(of: password, roundExponent: roundExponent).description
    try store.setPassword(hash: hash, user: name, actor: actor, time: clock())
    _ = try store.endSessions(user: name, actor: actor, time: clock())
  }

  /// Begins a session.
  ///
  /// - Returns: its token; `nil` where the name or the password is wrong, which takes the same time.
  public func signIn(_ name: String, password: String) async throws -> String? {
    let account = try store.user(name: name)
    let stored = account.flatMap { PasswordHash($0.passwordHash) }
    let exponent = roundExponent
    let isRight = await BackgroundWork.value {
      // Somebody who does not exist costs as much as somebody who does.
      (stored ?? PasswordHash(of: "", roundExponent: exponent)).isOf(password) && stored != nil
    }
    guard isRight, let account, account.isActive else {
      // What was typed as a name may be a password: it is not written down.
      try store.recordAudit(
        action: "account.sign_in_refused", subject: account?.name ?? "unknown", actor: "visitor", time: clock())
      return nil
    }
    let token = RandomToken.make()
    let now = clock()
    try store.addSession(
      WebSession(
        tokenDigest: RandomToken.digest(of: token), user: account.name, created: now,
        expires: now.adding(seconds: Self.sessionSeconds), lastSeen: now))
    try store.recordLogin(user: account.name, time: now)
    return token
  }

  /// Who is signed in with a token; `nil` where the session is over.
  public func account(ofSession token: String) throws -> UserAccount? {
    let now = clock()
    let digest = RandomToken.digest(of: token)
    guard let (session, account) = try store.session(tokenDigest: digest, at: now), account.isActive,
      now < session.lastSeen.adding(seconds: Self.idleSeconds)
    else { return nil }
    if session.lastSeen.adding(seconds: Self.noteSeconds) < now {
      try store.touchSession(tokenDigest: digest, lastSeen: now, expires: session.expires)
    }
    return account
  }

  public func signOut(_ token: String) throws { try store.endSession(tokenDigest: RandomToken.digest(of: token)) }
}
