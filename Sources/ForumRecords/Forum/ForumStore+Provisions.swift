import GRDB

extension ForumStore {
  /// Writes into the ledger that a recipient gets some items, and gives those items: the only way by which a contact
  /// leaves the forum. Consent, ledger and contact are looked at in one transaction.
  ///
  /// One live consent must cover the recipient, the purpose and every item. A consent for a recipient covers that
  /// recipient. One for ``Consent/partners`` covers each organisation, or the holder of each receipt, with which both
  /// sides of an introduction have said yes; what is no contact (the item "application") it covers for every
  /// organisation, and for all of them at once.
  ///
  /// - Parameter items: some of ``Consent/items``; each counts once.
  /// - Throws: ``ForumStoreError/notConsented(receipt:recipient:purpose:missingItems:)``,
  ///   ``ForumStoreError/invalid(field:reason:)``, ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: linear in the application's consents and introductions.
  public func provide(
    _ items: [String], of receipt: String, to recipient: String, recipientName: String? = nil, purpose: String,
    actor: String, time: ForumTime
  ) throws(ForumStoreError) -> ProvidedDetails {
    if items.isEmpty { throw .invalid(field: "items", reason: "there are none") }
    for item in items where !Consent.items.contains(item) {
      throw .invalid(field: "items", reason: "there is no item \(item)")
    }
    let items = Consent.items.filter { items.contains($0) }
    return try write { database in
      try StoredApplication.requireKnown(receipt, in: database)
      let isContactWanted = items.contains { $0 != "application" }
      let isOpenToPartners =
        try !isContactWanted || ProvisionRows.isAgreedPartner(recipient, of: receipt, in: database)
      let consents = try ConsentRows.fetch(of: receipt, in: database).filter { consent in
        guard consent.isLive(at: time), consent.purpose == purpose else { return false }
        if consent.recipient == Consent.partners {
          return isOpenToPartners && ![Consent.forum, Consent.training].contains(recipient)
        }
        return consent.recipient == recipient
      }
      guard let consent = consents.first(where: { consent in items.allSatisfy { consent.items.contains($0) } }) else {
        let missing = items.filter { item in !consents.contains { $0.items.contains(item) } }
        throw ForumStoreError.notConsented(
          receipt: receipt, recipient: recipient, purpose: purpose, missingItems: missing.isEmpty ? items : missing)
      }
      var provision = Provision(
        receipt: receipt, recipient: recipient, recipientName: recipientName, purpose: purpose, items: items,
        consentID: consent.id, time: time, actor: actor)
      provision.id = try ProvisionRows.add(provision, in: database)
      try database.audit(
        "provision", receipt, "provision \(provision.id) to \(recipient)", actor: actor, time: time)
      return ProvidedDetails(
        provision: provision, contact: try ContactRows.fetch(receipt, in: database)?.limited(to: items))
    }
  }

  /// The ledger, the latest provision first; of one application, or to one recipient, where these are named.
  ///
  /// - Complexity: linear in the provisions that match.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func provisions(
    receipt: String? = nil, recipient: String? = nil, page: Page = .all
  ) throws(ForumStoreError) -> Paged<Provision> {
    var conditions = ForumConditions()
    conditions.require("receipt", is: receipt)
    conditions.require("recipient", is: recipient)
    return try read { database in
      try database.page("*", from: "provision", conditions, order: "id DESC", page: page, ProvisionRows.read)
    }
  }
}
