import ForumRecords
import Foundation
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct ForumPurgeTests {
  let forum: ForumFolder
  var store: ForumStore { forum.store }

  init() throws { forum = try ForumFolder() }

  /// Which of the texts stand in the bytes of any file of the folder, as a whole or in a piece: a text that is longer
  /// than a page lies in several places.
  func found(_ texts: [String], in folder: String? = nil) throws -> [String] {
    let folder = folder ?? forum.folder.path
    var found: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let bytes = (try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))) ?? Data()
      for text in texts {
        let pieces = stride(from: 0, to: text.count, by: max(12, text.count / 96 * 12)).map {
          text.dropFirst($0).prefix(40)
        }.filter { $0.count >= 12 }
        if pieces.contains(where: { bytes.range(of: Data($0.utf8)) != nil }) { found.insert(text) }
      }
    }
    return texts.filter { found.contains($0) }
  }

  /// A text that is nowhere else, some of them Korean and some longer than a page of the database.
  static func secret(_ generator: inout SplitMix64) -> String {
    let letters = Array("가나다라마바사아자차카타파하abcdefghijklmnopqrstuvwxyz0123456789")
    let isLong = Int.random(in: 0..<6, using: &generator) == 0
    // The last piece of a text is as long as the others, so that it is nowhere by chance.
    let count = 12 * (isLong ? Int.random(in: 250...500, using: &generator) : Int.random(in: 1...5, using: &generator))
    return String((0..<count).map { _ in letters.randomElement(using: &generator)! })
  }

  /// A person with everything that the store can know of one: what is personal, and what the application says.
  struct Person {
    var receipt = ""
    var personal: [String] = []
    var said: [String] = []
  }

  func makePerson(_ generator: inout SplitMix64) throws -> Person {
    var person = Person()
    func personal() -> String {
      person.personal.append(Self.secret(&generator))
      return person.personal.last!
    }
    func said() -> String {
      person.said.append(Self.secret(&generator))
      return person.said.last!
    }
    var draft = sampleApplication(said(), sourceKey: personal())
    draft.application.summary = said()
    draft.application.keywords = [said()]
    draft.application.needs = [Need(statement: said())]
    draft.application.offers = [Need(statement: said())]
    draft.application.applicant?.name = said()
    var consent = sampleConsent()
    consent.proof = personal()
    let contact = ContactDetails(
      personName: personal(), email: personal(), phone: personal(), position: personal(), department: personal())
    var application = try store.submit(
      draft, contact: contact, consents: [consent], actor: "applicant", time: noon
    ).application
    person.receipt = application.receipt
    let earlier = application.application.title
    application.application.title = said()
    // The earlier version is kept until the purge.
    person.said.removeAll { $0 == earlier }
    person.personal.append(earlier)
    try store.revise(application, actor: "kim", time: noon)
    // What was replaced may still lie in the gaps of pages.
    var replaced = contact
    replaced.receipt = person.receipt
    replaced.phone = personal()
    try store.setContact(replaced, actor: "kim", time: noon)
    let session = try store.queueCounselling(receipt: person.receipt, actor: "kim", time: noon).id
    try store.beginCounselling(id: session, counsellor: "kim", actor: "kim", time: noon)
    try store.saveCounselling(id: session, notes: personal(), nextStep: personal(), actor: "kim", time: noon)
    try store.finishCounselling(id: session, notes: personal(), nextStep: personal(), actor: "kim", time: noon)
    try store.addNote(personal(), receipt: person.receipt, organization: "snu", actor: "kim", time: noon)
    let removed = try store.addNote(personal(), receipt: person.receipt, organization: "snu", actor: "kim", time: noon)
    try store.removeNote(id: removed.id, actor: "kim", time: noon)
    let introduction = try store.propose(receipt: person.receipt, organization: "snu", actor: "kim", time: noon).id
    try store.addOutcome(
      OutcomeEvent(introduction: introduction, stage: .met, note: personal(), time: noon, by: "kim"), actor: "kim")
    try store.replaceSuggestions(
      [
        Suggestion(
          receipt: person.receipt, organization: "snu", rank: 1, score: 1, level: .good, reasons: said(), made: noon)
      ], receipt: person.receipt, actor: "system", time: noon)
    _ = try store.provide(
      ["name"], of: person.receipt, to: "forum", purpose: "joint_research", actor: "kim", time: noon)
    return person
  }

  /// Looked for in the bytes of the file, its log and its index, while the store is open and after it was closed.
  @Test(arguments: UInt64(1)...3, PurgeScope.allCases)
  func `nothing of a purged person is left in any byte, and all of the others`(
    seed: UInt64, scope: PurgeScope
  ) throws {
    var generator = SplitMix64(seed: seed)
    var people = try (0..<6).map { _ in try makePerson(&generator) }
    people.shuffle(using: &generator)
    let purged = people.prefix(3)
    let others = people.suffix(3)
    let gone = purged.flatMap { scope == .wholeApplication ? $0.personal + $0.said : $0.personal }
    // The test sees what it looks for.
    #expect(try !found(purged.flatMap(\.said)).isEmpty)
    #expect(try found(purged.map { $0.personal[1] }).count == 3)
    let report = try store.purge(
      receipts: purged.map(\.receipt), scope: scope, actor: "kim", time: noon.adding(days: 1))
    #expect(report.isErased)
    #expect(report.receipts == purged.map(\.receipt).sorted())
    #expect(report.contactCount == 3)
    #expect(report.consentProofCount == 3)
    #expect(report.counsellingNoteCount == 3)
    #expect(report.introductionNoteCount == 3)
    #expect(report.partnerNoteCount == 3)
    #expect(report.revisionCount == 3)
    #expect(report.suggestionCount == (scope == .wholeApplication ? 3 : 0))
    #expect(try found(gone) == [])
    try store.close()
    #expect(try found(gone) == [])
    let reopened = try ForumStore(path: forum.path, mode: .readOnly)
    #expect(try reopened.purgeReports().items == [report])
    for person in purged {
      #expect(try reopened.contact(receipt: person.receipt) == nil)
      #expect(try reopened.revisions(of: person.receipt) == [])
      #expect(try reopened.consents(receipt: person.receipt).map(\.proof) == [""])
      #expect(try reopened.liveConsents(receipt: person.receipt, at: noon.adding(days: 1)) == [])
      #expect(try reopened.provisions(receipt: person.receipt).total == 1)
      #expect(try reopened.purgeTime(receipt: person.receipt) == noon.adding(days: 1))
      let application = try #require(try reopened.application(receipt: person.receipt))
      #expect(application.application.title.isEmpty == (scope == .wholeApplication))
    }
    for person in others {
      let contact = try #require(try reopened.contact(receipt: person.receipt))
      #expect(person.personal.contains(contact.personName))
      #expect(try reopened.revisions(of: person.receipt).count == 1)
      #expect(try reopened.consents(receipt: person.receipt).allSatisfy { person.personal.contains($0.proof) })
      #expect(try reopened.notes(receipt: person.receipt).count == 1)
      #expect(try reopened.counsellingSessions(CounsellingFilter(receipt: person.receipt)).items[0].notes != "")
      #expect(try reopened.purgeTime(receipt: person.receipt) == nil)
      let title = try #require(try reopened.application(receipt: person.receipt)).application.title
      #expect(person.said.contains(title))
    }
    #expect(try rawRows(forum.path, "PRAGMA integrity_check") == ["ok"])
    #expect(try rawRows(forum.path, "PRAGMA foreign_key_check") == [])
  }

  @Test func `what was purged takes nothing personal again, and its row does not come back`() throws {
    let draft = sampleApplication(sourceKey: "row 1")
    let receipt = try store.submit(
      draft, contact: sampleContact, consents: [sampleConsent()], actor: "kim", time: noon
    ).application.receipt
    try store.queueCounselling(receipt: receipt, actor: "kim", time: noon)
    try store.beginCounselling(id: 1, counsellor: "kim", actor: "kim", time: noon)
    _ = try store.purge(receipts: [receipt], scope: .wholeApplication, actor: "kim", time: noon)
    let purged = ForumStoreError.purged(receipt: receipt)
    var contact = sampleContact
    contact.receipt = receipt
    var consent = sampleConsent()
    consent.receipt = receipt
    let stored = try #require(try store.application(receipt: receipt))
    #expect(stored.status == .withdrawn)
    #expect(stored.application.applicant == Applicant(kind: .company, country: "KR"))
    #expect(stored.courses == [.commercialisation])
    #expect(throws: purged) { try store.setContact(contact, actor: "kim", time: noon) }
    #expect(throws: purged) { try store.addConsent(consent, actor: "kim", time: noon) }
    #expect(throws: purged) { try store.revise(stored, actor: "kim", time: noon) }
    #expect(throws: purged) { try store.addNote("x", receipt: receipt, organization: "snu", actor: "kim", time: noon) }
    #expect(throws: purged) {
      try store.finishCounselling(id: 1, notes: "x", nextStep: "", actor: "kim", time: noon)
    }
    #expect(throws: purged) { try store.replaceSuggestions([], receipt: receipt, actor: "kim", time: noon) }
    #expect(try store.counsellingSession(id: 1)?.status == .inProgress)
    #expect(throws: ForumStoreError.self) {
      try store.provide(["name"], of: receipt, to: "forum", purpose: "joint_research", actor: "kim", time: noon)
    }
    let again = try store.submit(
      draft, contact: sampleContact, consents: [sampleConsent()], actor: "kim", time: noon.adding(days: 9))
    #expect(again == Submission(effect: .purged, application: stored))
    #expect(try store.contact(receipt: receipt) == nil)
    #expect(try store.applicationStatistics().purgedCount == 1)
  }

  @Test func `a purge of something unknown removes nothing`() throws {
    let receipt = try store.submitSample()
    #expect(throws: ForumStoreError.unknown(kind: "application", id: "2026-0009")) {
      try store.purge(receipts: [receipt, "2026-0009"], actor: "kim", time: noon)
    }
    #expect(try store.contact(receipt: receipt) != nil)
    #expect(try store.purgeReports().total == 0)
  }

  @Test func `periods end by consents for the forum, or else by the others`() throws {
    let live = try store.submitSample(consents: [sampleConsent(days: 10), sampleConsent(days: 20)])
    let over = try store.submitSample(consents: [sampleConsent(days: 10), sampleConsent("kist", days: 99)])
    let others = try store.submitSample(consents: [sampleConsent("kist", days: 5), sampleConsent("snu", days: 12)])
    let withdrawn = try store.submitSample(consents: [sampleConsent(days: 99)])
    try store.withdrawConsents(receipt: withdrawn, actor: "applicant", time: noon.adding(days: 1))
    let without = try store.submitSample(consents: [])
    try store.submitSample(contact: nil, consents: [])
    #expect(try store.receiptsWithoutConsent() == [without])
    #expect(try store.expiredReceipts(at: noon) == [])
    #expect(try store.expiredReceipts(at: noon.adding(days: 1)) == [withdrawn])
    #expect(try store.expiredReceipts(at: noon.adding(days: 10)) == [over, withdrawn])
    #expect(try store.expiredReceipts(at: noon.adding(days: 12)) == [over, others, withdrawn])
    #expect(try store.expiredReceipts(at: noon.adding(days: 20)) == [live, over, others, withdrawn])
    let day = noon.adding(days: 10)
    let report = try store.purge(expiredBefore: day, actor: "system", time: day)
    #expect(report.receipts == [over, withdrawn])
    #expect(report.isErased)
    #expect(try store.expiredReceipts(at: day) == [])
    #expect(try store.contact(receipt: live) != nil)
    #expect(try store.contact(receipt: over) == nil)
    // A day on which nothing is over is reported too.
    #expect(try store.purge(expiredBefore: day, actor: "system", time: day).receipts == [])
    #expect(try store.purgeReports().items.map(\.receipts) == [[], [over, withdrawn]])
  }

  /// A reader of another process keeps the pages as they were; the next opening finishes what it held up.
  @Test func `a purge that a reader holds up says so and is finished later`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("forum.sqlite")
    let store = try ForumStore(path: path, mode: .readWrite, busyTimeoutSeconds: 0.05)
    let receipt = try store.submitSample()
    let reader = try HeldSnapshot(path: path)
    let report = try store.purge(receipts: [receipt], actor: "kim", time: noon)
    #expect(!report.isErased)
    #expect(try store.contact(receipt: receipt) == nil)
    #expect(try found(["hong@example.kr"], in: folder.path) == ["hong@example.kr"])
    #expect(try !store.eraseRemains())
    try reader.end()
    try store.close()
    let reopened = try ForumStore(path: path, mode: .readWrite)
    let left = try found(["hong@example.kr", "010-1234-5678"], in: folder.path)
    #expect(left == [])
    #expect(try reopened.eraseRemains())
  }

  @Test func `audit and reports name no person`() throws {
    var generator = SplitMix64(seed: 9)
    let people = try (0..<3).map { _ in try makePerson(&generator) }
    let report = try store.purge(receipts: [people[0].receipt], actor: "kim", time: noon)
    let trail = try store.auditEntries().items.map { "\($0)" }.joined() + "\(report)"
    for person in people {
      for text in person.personal + person.said { #expect(!trail.contains(text)) }
    }
    #expect(try store.actions().count(where: { $0 == "application.purge" }) == 1)
  }
}
