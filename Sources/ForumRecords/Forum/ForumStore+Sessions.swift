import GRDB

extension ForumStore {
  /// Keeps the session of a browser that has signed in.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)`` for a user that there is not or who is not active,
  ///   ``ForumStoreError/exists(kind:id:)`` for a digest that is in use.
  /// - Complexity: logarithmic.
  public func addSession(_ session: WebSession) throws(ForumStoreError) {
    try write { database in
      guard try AccountRows.fetchUser(session.user, in: database)?.isActive == true else {
        throw ForumStoreError.unknown(kind: "active user", id: session.user)
      }
      if try AccountRows.fetchSession(session.tokenDigest, in: database) != nil {
        throw ForumStoreError.exists(kind: "session", id: "of \(session.user)")
      }
      try database.insert(
        into: "web_session",
        [
          "token_digest": session.tokenDigest, "user": session.user, "created": session.created.secondsSinceEpoch,
          "expires": session.expires.secondsSinceEpoch, "last_seen": session.lastSeen.secondsSinceEpoch,
        ])
    }
  }

  /// A session and its user, where the session is not over and the user is active. Looks only: no write.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func session(
    tokenDigest: String, at time: ForumTime
  ) throws(ForumStoreError) -> (session: WebSession, user: UserAccount)? {
    try read { database in
      guard let session = try AccountRows.fetchSession(tokenDigest, in: database), time < session.expires,
        let user = try AccountRows.fetchUser(session.user, in: database), user.isActive
      else { return nil }
      return (session, user)
    }
  }

  /// Notes that a session is in use and until when it holds now. A write to the disk: call it once in a while, not for
  /// every request. Nothing happens where there is no such session.
  ///
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: logarithmic.
  public func touchSession(tokenDigest: String, lastSeen: ForumTime, expires: ForumTime) throws(ForumStoreError) {
    _ = try write { database in
      try database.change(
        "UPDATE web_session SET last_seen = ?, expires = ? WHERE token_digest = ?",
        [lastSeen.secondsSinceEpoch, expires.secondsSinceEpoch, tokenDigest])
    }
  }

  /// Ends a session; nothing happens where there is none.
  ///
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: logarithmic.
  public func endSession(tokenDigest: String) throws(ForumStoreError) {
    _ = try write { try $0.change("DELETE FROM web_session WHERE token_digest = ?", [tokenDigest]) }
  }

  /// Ends all sessions of a user.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: linear in their number.
  @discardableResult
  public func endSessions(user: String, actor: String, time: ForumTime) throws(ForumStoreError) -> Int {
    try write { database in
      let count = try database.change("DELETE FROM web_session WHERE user = ?", [user])
      try database.audit("user.sign-out", user, "\(count) sessions", actor: actor, time: time)
      return count
    }
  }

  /// Removes the sessions that are over.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: linear in the number of sessions.
  @discardableResult
  public func removeExpiredSessions(at time: ForumTime) throws(ForumStoreError) -> Int {
    try write { try $0.change("DELETE FROM web_session WHERE expires <= ?", [time.secondsSinceEpoch]) }
  }
}
