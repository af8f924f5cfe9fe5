import Foundation
import GRDB

extension ForumStore {
  /// Puts a call's rules in force; those of the same name were in force until then.
  ///
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: logarithmic.
  public func putInForce(_ rules: RuleFileRecord, actor: String) throws(ForumStoreError) {
    try write { database in
      try database.insert(
        into: "rule_file",
        [
          "hash": rules.hash, "name": rules.name, "content": rules.content, "since": rules.since.secondsSinceEpoch,
          "by": rules.by,
        ])
      try database.audit("rules.use", rules.name, rules.hash, actor: actor, time: rules.since)
    }
  }

  /// All rules that were ever in force, the latest first. The first of a name is in force.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func ruleFiles(name: String? = nil) throws(ForumStoreError) -> [RuleFileRecord] {
    var conditions = ForumConditions()
    conditions.require("name", is: name)
    return try read { database in
      try database.rows("SELECT * FROM rule_file\(conditions.clause) ORDER BY id DESC", conditions.arguments).map {
        RuleFileRecord(
          hash: try $0.value("hash"), name: try $0.value("name"), content: try $0.value("content"),
          since: try $0.time("since"), by: try $0.value("by"))
      }
    }
  }

  /// Puts a ranking policy in force in place of the one before.
  ///
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: logarithmic.
  public func putInForce(_ policy: PolicyRecord, actor: String) throws(ForumStoreError) {
    try write { database in
      try database.insert(
        into: "policy",
        [
          "hash": policy.hash, "name": policy.name, "content": policy.content,
          "since": policy.since.secondsSinceEpoch, "by": policy.by,
        ])
      try database.audit("policy.use", policy.name, policy.hash, actor: actor, time: policy.since)
    }
  }

  /// All policies that were ever in force, the latest first: the first is in force.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func policies() throws(ForumStoreError) -> [PolicyRecord] {
    try read { database in
      try database.rows("SELECT * FROM policy ORDER BY id DESC").map {
        PolicyRecord(
          hash: try $0.value("hash"), name: try $0.value("name"), content: try $0.value("content"),
          since: try $0.time("since"), by: try $0.value("by"))
      }
    }
  }

  /// Remembers how exports with a header line are read, or replaces that.
  ///
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: logarithmic.
  public func saveFormMapping(_ mapping: FormMapping, actor: String) throws(ForumStoreError) {
    try write { database in
      try database.insert(
        into: "form_mapping",
        [
          "fingerprint": mapping.fingerprint, "name": mapping.name, "mapping": mapping.mapping,
          "updated": mapping.updated.secondsSinceEpoch, "by": mapping.by,
        ], replacing: true)
      try database.audit("mapping.save", mapping.fingerprint, mapping.name, actor: actor, time: mapping.updated)
    }
  }

  /// How exports with this header line are read.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func formMapping(fingerprint: String) throws(ForumStoreError) -> FormMapping? {
    try read { database in
      try database.row("SELECT * FROM form_mapping WHERE fingerprint = ?", [fingerprint]).map(Self.readMapping)
    }
  }

  /// All mappings, in order of name.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func formMappings() throws(ForumStoreError) -> [FormMapping] {
    try read { try $0.rows("SELECT * FROM form_mapping ORDER BY name, fingerprint").map(Self.readMapping) }
  }

  private static func readMapping(_ columns: ForumColumns) throws -> FormMapping {
    FormMapping(
      fingerprint: try columns.value("fingerprint"), name: try columns.value("name"),
      mapping: try columns.value("mapping"), updated: try columns.time("updated"), by: try columns.value("by"))
  }

  /// The secret of a name; where there is none yet, `bytes` become it. Whoever asks first decides.
  ///
  /// - Throws: ``ForumStoreError/invalid(field:reason:)`` for no bytes; others where the file cannot be written.
  /// - Complexity: logarithmic.
  public func secret(
    _ name: String, orKeep bytes: [UInt8], actor: String, time: ForumTime
  ) throws(ForumStoreError) -> [UInt8] {
    if bytes.isEmpty { throw .invalid(field: "secret", reason: "it is empty") }
    if let known = try secret(name) { return known }
    return try write { database in
      if let known = try Self.secret(name, in: database) { return known }
      try database.insert(
        into: "secret", ["name": name, "bytes": Data(bytes), "created": time.secondsSinceEpoch])
      try database.audit("secret.make", name, actor: actor, time: time)
      return bytes
    }
  }

  /// The secret of a name.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func secret(_ name: String) throws(ForumStoreError) -> [UInt8]? {
    try read { try Self.secret(name, in: $0) }
  }

  private static func secret(_ name: String, in database: Database) throws -> [UInt8]? {
    let bytes: Data? = try database.row("SELECT bytes FROM secret WHERE name = ?", [name])?.value("bytes")
    return bytes.map { [UInt8]($0) }
  }
}
