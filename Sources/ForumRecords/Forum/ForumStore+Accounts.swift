import GRDB

extension ForumStore {
  /// Adds a user.
  ///
  /// - Throws: ``ForumStoreError/exists(kind:id:)``, ``ForumStoreError/invalid(field:reason:)`` for an empty name.
  /// - Complexity: logarithmic.
  public func addUser(_ user: UserAccount, actor: String, time: ForumTime) throws(ForumStoreError) {
    if user.name.isEmpty { throw .invalid(field: "name", reason: "it is empty") }
    try write { database in
      if try AccountRows.fetchUser(user.name, in: database) != nil {
        throw ForumStoreError.exists(kind: "user", id: user.name)
      }
      try database.insert(
        into: "user_account",
        [
          "name": user.name, "display_name": user.displayName, "role": user.role.rawValue,
          "password_hash": user.passwordHash, "is_active": user.isActive, "created": user.created.secondsSinceEpoch,
          "last_login": user.lastLogin?.secondsSinceEpoch,
        ])
      try database.audit("user.add", user.name, user.role.rawValue, actor: actor, time: time)
    }
  }

  /// The user of a login name.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func user(name: String) throws(ForumStoreError) -> UserAccount? {
    try read { try AccountRows.fetchUser(name, in: $0) }
  }

  /// All users, in order of name.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func users() throws(ForumStoreError) -> [UserAccount] {
    try read { try $0.rows("SELECT * FROM user_account ORDER BY name").map(AccountRows.readUser) }
  }

  /// Sets a user's password and ends all their sessions.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: linear in their sessions.
  public func setPassword(
    hash: String, user name: String, actor: String, time: ForumTime
  ) throws(ForumStoreError) {
    try write { database in
      let user = try AccountRows.requireUser(name, in: database)
      try database.change("UPDATE user_account SET password_hash = ? WHERE name = ?", [hash, user.name])
      try database.change("DELETE FROM web_session WHERE user = ?", [user.name])
      try database.audit("user.password", name, actor: actor, time: time)
    }
  }

  /// Changes what a user is called and may do. Whoever may no longer sign in loses all sessions.
  ///
  /// - Parameters: those that are `nil` stay as they are.
  /// - Throws: ``ForumStoreError/lastAdministrator(name:)``, ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: linear in the number of users.
  @discardableResult
  public func updateUser(
    name: String, displayName: String? = nil, role: UserRole? = nil, isActive: Bool? = nil, actor: String,
    time: ForumTime
  ) throws(ForumStoreError) -> UserAccount {
    try write { database in
      var user = try AccountRows.requireUser(name, in: database)
      let wasAdministrator = user.isActive && user.role == .administrator
      user.displayName = displayName ?? user.displayName
      user.role = role ?? user.role
      user.isActive = isActive ?? user.isActive
      if wasAdministrator, !user.isActive || user.role != .administrator {
        let hasOther = try database.exists(
          "SELECT 1 FROM user_account WHERE name <> ? AND is_active AND role = 'administrator'", [name])
        if !hasOther { throw ForumStoreError.lastAdministrator(name: name) }
      }
      try database.change(
        "UPDATE user_account SET display_name = ?, role = ?, is_active = ? WHERE name = ?",
        [user.displayName, user.role.rawValue, user.isActive, name])
      if !user.isActive { try database.change("DELETE FROM web_session WHERE user = ?", [name]) }
      try database.audit(
        "user.update", name, user.role.rawValue + (user.isActive ? "" : ", inactive"), actor: actor, time: time)
      return user
    }
  }

  /// Notes that a user has signed in.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  public func recordLogin(user name: String, time: ForumTime) throws(ForumStoreError) {
    try write { database in
      let user = try AccountRows.requireUser(name, in: database)
      try database.change(
        "UPDATE user_account SET last_login = ? WHERE name = ?", [time.secondsSinceEpoch, user.name])
      try database.audit("user.login", name, actor: name, time: time)
    }
  }
}
