import ForumRecords
public import TableWriting

extension ForumDesk {
  /// To whom contacts may be given, and what for, by the consents that hold now.
  public struct ConsentedProvision: Hashable, Sendable {
    public var recipient: String
    public var purpose: String
    public var applicationCount: Int
  }

  /// What a provision of contacts has come to.
  public struct PersonalProvision: Sendable {
    public var table: Table
    public var providedCount: Int
    public var withheldCount: Int
  }

  /// The pairs of recipient and purpose that live consents name, in order. Partners are not among them: to them a contact
  /// opens one by one, when both sides of an introduction agree.
  ///
  /// - Throws: errors of the store.
  /// - Complexity: linear in the consents.
  public func consentedProvisions() throws -> [ConsentedProvision] {
    var counts: [[String]: Int] = [:]
    let time = now
    for application in try exportedApplications() {
      let consents = try store.liveConsents(receipt: application.receipt, at: time)
      let pairs = consents.filter { $0.recipient != Consent.partners }.map { [$0.recipient, $0.purpose] }
      for pair in Set(pairs) { counts[pair, default: 0] += 1 }
    }
    return counts.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map {
      ConsentedProvision(recipient: $0.key[0], purpose: $0.key[1], applicationCount: $0.value)
    }
  }

  /// Contacts for one recipient and one purpose, of those applications alone whose live consents say so. Every row stands in
  /// the ledger of provisions when this returns.
  ///
  /// - Throws: errors of the store. What the ledger holds by then was not given to anybody.
  public func providePersonalExport(
    recipient: String, purpose: String, language: Language, actor: String
  ) async throws -> PersonalProvision {
    try await offThread { [self] in
      var applications = try exportedApplications()
      let all = applications.count
      let time = now
      let tables = ForumTables(language: language)
      func export() throws -> PersonalExport {
        PersonalExport(
          recipient: recipient, purpose: purpose, applications: applications,
          contacts: try applications.compactMap { try store.contact(receipt: $0.receipt) },
          consents: try applications.flatMap { try store.consents(receipt: $0.receipt) }, at: time, by: actor,
          tables: tables)
      }
      var provided: [ProvidedDetails] = []
      for provision in try export().provisions {
        do {
          provided.append(
            try store.provide(
              provision.items, of: provision.receipt, to: recipient, purpose: purpose, actor: actor, time: time))
        } catch ForumStoreError.notConsented {
          // Withdrawn a moment ago.
          continue
        }
      }
      // Only who stands in the ledger stands in the table.
      let receipts = Set(provided.map(\.provision.receipt))
      applications.removeAll { !receipts.contains($0.receipt) }
      let contacts = provided.compactMap(\.contact)
      let consentIDs = Set(provided.map(\.provision.consentID))
      let result = PersonalExport(
        recipient: recipient, purpose: purpose, applications: applications, contacts: contacts,
        consents: try applications.flatMap { try store.consents(receipt: $0.receipt) }
          .filter { consentIDs.contains($0.id) },
        at: time, by: actor, tables: tables)
      try store.recordAudit(
        action: "export.personal", subject: recipient, detail: "\(result.provisions.count) applications", actor: actor,
        time: time)
      return PersonalProvision(
        table: result.table, providedCount: result.provisions.count, withheldCount: all - result.provisions.count)
    }
  }
}
