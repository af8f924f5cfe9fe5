import GRDB

/// Rows of consents and of their proofs.
enum ConsentRows {
  @discardableResult
  static func add(
    _ consent: Consent, receipt: String, actor: String, time: ForumTime, in database: Database
  ) throws -> Consent {
    try StoredApplication.requireUnpurged(receipt, in: database)
    var added = consent
    added.receipt = receipt
    added.id = try database.insert(
      into: "consent",
      [
        "receipt": receipt, "recipient": consent.recipient, "purpose": consent.purpose,
        "items": try ForumContent.text(consent.items), "valid_until": consent.validUntil.secondsSinceEpoch,
        "method": consent.method.rawValue, "given": consent.given.secondsSinceEpoch,
        "withdrawn": consent.withdrawn?.secondsSinceEpoch,
      ])
    if !consent.proof.isEmpty {
      try database.insert(into: "consent_proof", ["consent": added.id, "proof": consent.proof])
    }
    try database.audit(
      "consent.give", receipt, "consent \(added.id) for \(consent.recipient): \(consent.purpose)", actor: actor,
      time: time)
    return added
  }

  static func fetch(of receipt: String, in database: Database) throws -> [Consent] {
    try database.rows(selection + " WHERE receipt = ? ORDER BY id", [receipt]).map(read)
  }

  static func fetch(id: Int64, in database: Database) throws -> Consent? {
    try database.row(selection + " WHERE id = ?", [id]).map(read)
  }

  static let selection =
    "SELECT consent.*, consent_proof.proof FROM consent LEFT JOIN consent_proof ON consent_proof.consent = consent.id"

  static func read(_ columns: ForumColumns) throws -> Consent {
    Consent(
      id: try columns.integer("id"), receipt: try columns.value("receipt"), recipient: try columns.value("recipient"),
      purpose: try columns.value("purpose"), items: try columns.content("items"),
      validUntil: try columns.time("valid_until"), method: try columns.name("method"),
      proof: try columns.value("proof") ?? "", given: try columns.time("given"),
      withdrawn: try columns.optionalTime("withdrawn"))
  }
}
