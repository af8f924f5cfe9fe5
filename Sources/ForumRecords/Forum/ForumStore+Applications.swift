import GRDB

extension ForumStore {
  /// Takes in an application with its contact and consents, and gives it a receipt. On return it is on the disk.
  ///
  /// With a ``ForumApplication/sourceKey`` that was taken in before, the same content changes nothing and new content
  /// becomes a revision, unless somebody has edited the application here: see ``Submission/Effect``. A revision also
  /// replaces the contact; consents are added where they differ from those there are.
  ///
  /// - Parameters:
  ///   - application: receipt, revision, `updated` and the date inside it are set here; `submitted` too, to `time`,
  ///     unless it is already set (a form's own timestamp). The receipt's year is that of `time`.
  ///   - consents: receipts and ids are set here.
  /// - Throws: ``ForumStoreError/invalid(field:reason:)``; others where the file cannot be written.
  /// - Complexity: one transaction; logarithmic in what is stored.
  public func submit(
    _ application: ForumApplication, contact: ContactDetails? = nil, consents: [Consent] = [], actor: String,
    time: ForumTime
  ) throws(ForumStoreError) -> Submission {
    try StoredApplication.check(application)
    for consent in consents { try Self.check(consent) }
    return try write { database in
      try ApplicationIntake(database: database, actor: actor, time: time)
        .submit(application, contact: contact, consents: consents)
    }
  }

  /// The same without holding up the thread that asks, for a server with few threads: submissions that come together
  /// wait for the disk together. A task that is cancelled still gets its answer, as the application is taken in.
  ///
  /// - Throws: as ``submit(_:contact:consents:actor:time:)``.
  public func submitSuspending(
    _ application: ForumApplication, contact: ContactDetails? = nil, consents: [Consent] = [], actor: String,
    time: ForumTime
  ) async throws(ForumStoreError) -> Submission {
    try StoredApplication.check(application)
    for consent in consents { try Self.check(consent) }
    return try await writeSuspending { database in
      try ApplicationIntake(database: database, actor: actor, time: time)
        .submit(application, contact: contact, consents: consents)
    }
  }

  /// Takes in many, in their order and in one transaction: all or none.
  ///
  /// - Throws: as ``submit(_:contact:consents:actor:time:)``.
  public func submit(
    _ entries: [(application: ForumApplication, contact: ContactDetails?, consents: [Consent])], actor: String,
    time: ForumTime
  ) throws(ForumStoreError) -> [Submission] {
    for entry in entries {
      try StoredApplication.check(entry.application)
      for consent in entry.consents { try Self.check(consent) }
    }
    return try write { database in
      let intake = ApplicationIntake(database: database, actor: actor, time: time)
      return try entries.map {
        try intake.submit($0.application, contact: $0.contact, consents: $0.consents)
      }
    }
  }

  /// The application of a receipt.
  ///
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  /// - Complexity: logarithmic.
  public func application(receipt: String) throws(ForumStoreError) -> ForumApplication? {
    try read { try StoredApplication.fetch(receipt, in: $0) }
  }

  /// The application that a row of a form service became.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func application(sourceKey: String) throws(ForumStoreError) -> ForumApplication? {
    try read { database in
      let digest = SHA256.hexadecimal(of: sourceKey)
      guard let row = try database.row("SELECT receipt FROM source_row WHERE key_digest = ?", [digest]) else {
        return nil
      }
      return try StoredApplication.fetch(row.value("receipt"), in: database)
    }
  }

  /// Applications in the filter's order.
  ///
  /// - Complexity: linear in the applications that match, for their total.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func applications(
    _ filter: ApplicationFilter = ApplicationFilter(), page: Page = .all
  ) throws(ForumStoreError) -> Paged<ForumApplication> {
    try read { database in
      try database.page(
        "*", from: "application", filter.conditions(), order: filter.order.clause, page: page, StoredApplication.read)
    }
  }

  /// Changes what an application says; the version before is kept until a purge.
  ///
  /// Its receipt, source, channel, status and submission stay as they are stored.
  ///
  /// - Parameter application: read from the store and changed; its revision must be the stored one.
  /// - Returns: the new version.
  /// - Throws: ``ForumStoreError/staleRevision(receipt:expected:found:)``, ``ForumStoreError/purged(receipt:)``,
  ///   ``ForumStoreError/unknown(kind:id:)``, ``ForumStoreError/invalid(field:reason:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func revise(
    _ application: ForumApplication, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> ForumApplication {
    try StoredApplication.check(application)
    return try write { database in
      try ApplicationIntake(database: database, actor: actor, time: time).revise(application)
    }
  }

  /// Earlier versions of an application, the latest first.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func revisions(of receipt: String) throws(ForumStoreError) -> [ApplicationRevision] {
    try read { database in
      try database.rows(
        "SELECT * FROM application_revision WHERE receipt = ? ORDER BY revision DESC", [receipt]
      ).map {
        ApplicationRevision(
          application: try $0.content("content"), replaced: try $0.time("replaced"), by: try $0.value("by"))
      }
    }
  }

  /// Publishes, closes or withdraws an application.
  ///
  /// - Returns: the application with its new status.
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func setStatus(
    _ status: ApplicationStatus, of receipt: String, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> ForumApplication {
    try write { database in
      var application = try StoredApplication.require(receipt, in: database)
      if application.status == status { return application }
      let earlier = application.status
      application.status = status
      application.updated = time
      try StoredApplication.update(application, in: database)
      try database.audit(
        "application.status", receipt, "\(earlier.rawValue) -> \(status.rawValue)", actor: actor, time: time)
      return application
    }
  }
}
