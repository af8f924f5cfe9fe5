import GRDB

/// Rows of users, their sessions, and clients' tokens.
enum AccountRows {
  static func readUser(_ columns: ForumColumns) throws -> UserAccount {
    UserAccount(
      name: try columns.value("name"), displayName: try columns.value("display_name"), role: try columns.name("role"),
      passwordHash: try columns.value("password_hash"), isActive: try columns.value("is_active"),
      created: try columns.time("created"), lastLogin: try columns.optionalTime("last_login"))
  }

  static func fetchUser(_ name: String, in database: Database) throws -> UserAccount? {
    try database.row("SELECT * FROM user_account WHERE name = ?", [name]).map(readUser)
  }

  static func requireUser(_ name: String, in database: Database) throws -> UserAccount {
    guard let user = try fetchUser(name, in: database) else {
      throw ForumStoreError.unknown(kind: "user", id: name)
    }
    return user
  }

  static func fetchSession(_ digest: String, in database: Database) throws -> WebSession? {
    try database.row("SELECT * FROM web_session WHERE token_digest = ?", [digest]).map {
      WebSession(
        tokenDigest: try $0.value("token_digest"), user: try $0.value("user"), created: try $0.time("created"),
        expires: try $0.time("expires"), lastSeen: try $0.time("last_seen"))
    }
  }

  static func readToken(_ columns: ForumColumns) throws -> ClientToken {
    ClientToken(
      id: try columns.integer("id"), name: try columns.value("name"), role: try columns.name("role"),
      digest: try columns.value("digest"), created: try columns.time("created"),
      expires: try columns.optionalTime("expires"), lastUsed: try columns.optionalTime("last_used"),
      revoked: try columns.optionalTime("revoked"))
  }
}
