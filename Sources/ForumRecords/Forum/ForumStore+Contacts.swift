import GRDB

extension ForumStore {
  /// The contact of an application, for the forum's own staff. Whoever else may see it gets it by
  /// ``provide(_:of:to:recipientName:purpose:actor:time:)``.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func contact(receipt: String) throws(ForumStoreError) -> ContactDetails? {
    try read { try ContactRows.fetch(receipt, in: $0) }
  }

  /// Sets or replaces the contact of the application that it names.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``, ``ForumStoreError/purged(receipt:)``.
  /// - Complexity: logarithmic.
  public func setContact(_ contact: ContactDetails, actor: String, time: ForumTime) throws(ForumStoreError) {
    try write { database in
      try ContactRows.set(contact, receipt: contact.receipt, in: database)
      try database.audit("contact.set", contact.receipt, actor: actor, time: time)
    }
  }
}
