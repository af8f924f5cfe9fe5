import GRDB
import ResearchProfiles

/// Takes applications in, within one transaction, and queues those for counselling that begin to wish it.
struct ApplicationIntake {
  let database: Database
  let actor: String
  let time: ForumTime

  func submit(_ draft: ForumApplication, contact: ContactDetails?, consents: [Consent]) throws -> Submission {
    guard let key = draft.sourceKey else {
      return Submission(effect: .added, application: try add(draft, contact: contact, consents: consents))
    }
    let keyDigest = SHA256.hexadecimal(of: key)
    let contentDigest = try digest(of: draft, contact: contact, consents: consents)
    guard let known = try database.row("SELECT * FROM source_row WHERE key_digest = ?", [keyDigest]) else {
      let application = try add(draft, contact: contact, consents: consents)
      try database.insert(
        into: "source_row",
        [
          "key_digest": keyDigest, "content_digest": contentDigest, "receipt": application.receipt,
          "revision": application.revision,
        ])
      return Submission(effect: .added, application: application)
    }
    let stored = try StoredApplication.require(known.value("receipt"), in: database)
    if try isPurged(stored.receipt) { return Submission(effect: .purged, application: stored) }
    if try known.value("content_digest") == contentDigest {
      return Submission(effect: .unchanged, application: stored)
    }
    guard try known.value("revision") == stored.revision else {
      return Submission(effect: .kept, application: stored)
    }
    var changed = draft
    changed.receipt = stored.receipt
    changed.revision = stored.revision
    let revised = try revise(changed)
    if let contact { try ContactRows.set(contact, receipt: revised.receipt, in: database) }
    try addNew(consents, to: revised.receipt)
    try database.change(
      "UPDATE source_row SET content_digest = ?, revision = ? WHERE key_digest = ?",
      [contentDigest, revised.revision, keyDigest])
    return Submission(effect: .revised, application: revised)
  }

  func revise(_ changed: ForumApplication) throws -> ForumApplication {
    let stored = try StoredApplication.require(changed.receipt, in: database)
    if try isPurged(stored.receipt) { throw ForumStoreError.purged(receipt: stored.receipt) }
    guard changed.revision == stored.revision else {
      throw ForumStoreError.staleRevision(
        receipt: stored.receipt, expected: changed.revision, found: stored.revision)
    }
    let (revision, isBeyondCounting) = stored.revision.addingReportingOverflow(1)
    if isBeyondCounting {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "revision \(stored.revision) cannot be followed by another")
    }
    try StoredApplication.keepRevision(of: stored, replaced: time, by: actor, in: database)
    var next = changed
    next.application.id = stored.receipt
    next.application.submitted = stored.application.submitted
    next.submitted = stored.submitted
    next.channel = stored.channel
    next.status = stored.status
    next.sourceKey = stored.sourceKey
    next.updated = time
    next.revision = revision
    try StoredApplication.update(next, in: database)
    try database.audit(
      "application.revise", next.receipt, "revision \(next.revision)", actor: actor, time: time)
    if next.wantsCounselling, !stored.wantsCounselling {
      try CounsellingRows.queue(next.receipt, actor: actor, time: time, in: database)
    }
    return next
  }

  private func add(_ draft: ForumApplication, contact: ContactDetails?, consents: [Consent]) throws -> ForumApplication
  {
    var application = draft
    application.receipt = try ReceiptNumber.next(at: time, in: database)
    if application.submitted.secondsSinceEpoch == 0 { application.submitted = time }
    application.application.id = application.receipt
    application.application.submitted = application.submitted.seoulDate
    application.updated = time
    application.revision = 1
    try StoredApplication.insert(application, in: database)
    try database.audit(
      "application.submit", application.receipt, application.channel.rawValue, actor: actor, time: time)
    if let contact { try ContactRows.set(contact, receipt: application.receipt, in: database) }
    for consent in consents {
      try ConsentRows.add(consent, receipt: application.receipt, actor: actor, time: time, in: database)
    }
    if application.wantsCounselling {
      try CounsellingRows.queue(application.receipt, actor: actor, time: time, in: database)
    }
    return application
  }

  /// Adds those consents that say something which no live consent says yet.
  private func addNew(_ consents: [Consent], to receipt: String) throws {
    let present = try ConsentRows.fetch(of: receipt, in: database)
    for consent in consents {
      let isKnown = present.contains { earlier in
        guard earlier.recipient == consent.recipient, earlier.purpose == consent.purpose else { return false }
        // What was withdrawn does not come back with the row that it was once given in.
        if let withdrawn = earlier.withdrawn { return withdrawn >= consent.given }
        return earlier.items == consent.items && earlier.isLive(at: time)
      }
      if !isKnown { try ConsentRows.add(consent, receipt: receipt, actor: actor, time: time, in: database) }
    }
  }

  private func isPurged(_ receipt: String) throws -> Bool {
    try database.exists("SELECT 1 FROM application WHERE receipt = ? AND purged IS NOT NULL", [receipt])
  }

  /// What a source says, whenever it is said.
  private func digest(of draft: ForumApplication, contact: ContactDetails?, consents: [Consent]) throws -> String {
    var said = draft
    said.receipt = ""
    said.application.id = ""
    said.application.submitted = nil
    said.submitted = ForumTime(secondsSinceEpoch: 0)
    said.updated = ForumTime(secondsSinceEpoch: 0)
    said.revision = 1
    said.status = .received
    var person = contact
    person?.receipt = ""
    let promised = consents.map { [$0.recipient, $0.purpose] + $0.items }
    return SHA256.hexadecimal(
      of: try ForumContent.text(said) + ForumContent.text(person) + ForumContent.text(promised))
  }
}
