import GRDB

/// Rows of the ledger.
enum ProvisionRows {
  static func add(_ provision: Provision, in database: Database) throws -> Int64 {
    try database.insert(
      into: "provision",
      [
        "receipt": provision.receipt, "recipient": provision.recipient, "recipient_name": provision.recipientName,
        "purpose": provision.purpose, "items": try ForumContent.text(provision.items),
        "consent": provision.consentID, "time": provision.time.secondsSinceEpoch, "actor": provision.actor,
      ])
  }

  static func read(_ columns: ForumColumns) throws -> Provision {
    Provision(
      id: try columns.integer("id"), receipt: try columns.value("receipt"), recipient: try columns.value("recipient"),
      recipientName: try columns.value("recipient_name"), purpose: try columns.value("purpose"),
      items: try columns.content("items"), consentID: try columns.integer("consent"), time: try columns.time("time"),
      actor: try columns.value("actor"))
  }

  /// Whether both sides of an introduction of this application and that recipient have said yes. The recipient is an
  /// organisation, or the receipt of the application at the other end.
  static func isAgreedPartner(_ recipient: String, of receipt: String, in database: Database) throws -> Bool {
    try database.exists(
      """
      SELECT 1 FROM introduction JOIN application ON application.receipt = introduction.receipt
      WHERE applicant_answer = 'yes' AND partner_answer = 'yes' AND state = 'mutual'
        AND (introduction.receipt = ? AND ? IN (organization, partner_receipt)
          OR partner_receipt = ? AND ? IN (introduction.receipt, application.applicant))
      """, [receipt, recipient, receipt, recipient])
  }
}
