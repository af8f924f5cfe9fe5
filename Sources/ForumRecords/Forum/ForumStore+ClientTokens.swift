import GRDB

extension ForumStore {
  /// Adds the token of a client.
  ///
  /// - Returns: it, with its id.
  /// - Throws: ``ForumStoreError/exists(kind:id:)`` for a digest that is in use.
  /// - Complexity: logarithmic.
  @discardableResult
  public func addClientToken(
    _ token: ClientToken, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> ClientToken {
    try write { database in
      if try database.exists("SELECT 1 FROM client_token WHERE digest = ?", [token.digest]) {
        throw ForumStoreError.exists(kind: "token", id: token.name)
      }
      var added = token
      added.id = try database.insert(
        into: "client_token",
        [
          "name": token.name, "role": token.role.rawValue, "digest": token.digest,
          "created": token.created.secondsSinceEpoch, "expires": token.expires?.secondsSinceEpoch,
          "last_used": token.lastUsed?.secondsSinceEpoch, "revoked": token.revoked?.secondsSinceEpoch,
        ])
      try database.audit(
        "token.add", String(added.id), "\(token.name): \(token.role.rawValue)", actor: actor, time: time)
      return added
    }
  }

  /// The token of a digest, also one that no longer admits: ask ``ClientToken/isLive(at:)``.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func clientToken(digest: String) throws(ForumStoreError) -> ClientToken? {
    try read { try $0.row("SELECT * FROM client_token WHERE digest = ?", [digest]).map(AccountRows.readToken) }
  }

  /// All tokens, the oldest first.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func clientTokens() throws(ForumStoreError) -> [ClientToken] {
    try read { try $0.rows("SELECT * FROM client_token ORDER BY id").map(AccountRows.readToken) }
  }

  /// Revokes a token from `time` on. One that was revoked earlier stays as it is.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  public func revokeClientToken(id: Int64, actor: String, time: ForumTime) throws(ForumStoreError) {
    try write { database in
      guard let token = try database.row("SELECT * FROM client_token WHERE id = ?", [id]).map(AccountRows.readToken)
      else { throw ForumStoreError.unknown(kind: "token", id: String(id)) }
      if token.revoked != nil { return }
      try database.change("UPDATE client_token SET revoked = ? WHERE id = ?", [time.secondsSinceEpoch, id])
      try database.audit("token.revoke", String(id), token.name, actor: actor, time: time)
    }
  }

  /// Notes that a token was used. A write to the disk: call it once in a while, not for every request.
  ///
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: logarithmic.
  public func touchClientToken(id: Int64, time: ForumTime) throws(ForumStoreError) {
    _ = try write { try $0.change("UPDATE client_token SET last_used = ? WHERE id = ?", [time.secondsSinceEpoch, id]) }
  }
}
