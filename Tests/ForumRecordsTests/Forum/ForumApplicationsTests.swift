import ForumRecords
import ResearchProfiles
import Synchronization
import TestCorpora
import Testing

@Suite struct ForumApplicationsTests {
  let forum: ForumFolder
  var store: ForumStore { forum.store }

  init() throws { forum = try ForumFolder() }

  @Test func `an application comes back as it was handed in, with a receipt`() throws {
    let submission = try store.submit(
      sampleApplication(), contact: sampleContact, consents: [sampleConsent()], actor: "applicant", time: noon)
    var expected = sampleApplication()
    expected.receipt = "2026-0001"
    expected.application.id = "2026-0001"
    expected.application.submitted = CalendarDate("2026-11-21")
    expected.submitted = noon
    expected.updated = noon
    #expect(submission == Submission(effect: .added, application: expected))
    #expect(try store.application(receipt: "2026-0001") == expected)
    var contact = sampleContact
    contact.receipt = "2026-0001"
    #expect(try store.contact(receipt: "2026-0001") == contact)
    var consent = sampleConsent()
    consent.id = 1
    consent.receipt = "2026-0001"
    #expect(try store.consents(receipt: "2026-0001") == [consent])
    #expect(try store.actions() == ["application.submit", "consent.give"])
    #expect(try store.application(receipt: "2026-0002") == nil)
  }

  @Test func `receipts count by the year of Seoul`() throws {
    let newYear = ForumTime(startOf: try #require(CalendarDate("2027-01-01")))
    let receipts = try [
      noon, newYear.adding(seconds: -1), newYear, newYear.adding(days: 1), noon,
    ].map { try store.submitSample(at: $0) }
    #expect(receipts == ["2026-0001", "2026-0002", "2027-0001", "2027-0002", "2026-0003"])
  }

  @Test func `numbers grow past four digits and are not given again after a failure`() throws {
    try store.submitSample()
    try RawDatabase(path: forum.path).execute("UPDATE receipt_counter SET last = 9999")
    #expect(try store.submitSample() == "2026-10000")
    #expect(throws: ForumStoreError.invalid(field: "readinessLevel", reason: "10 is not in 1...9")) {
      var wrong = sampleApplication()
      wrong.readinessLevel = 10
      _ = try store.submit(wrong, actor: "applicant", time: noon)
    }
    #expect(try store.submitSample() == "2026-10001")
  }

  @Test func `receipts are unique when many submit at once, through two stores`() throws {
    let second = try ForumStore(path: forum.path, mode: .readWrite)
    let receipts = Mutex<[String]>([])
    let stores = [store, second]
    Concurrently.run(count: 8) { worker in
      for number in 0..<25 {
        let receipt = try? stores[worker % 2].submitSample("\(worker)-\(number)")
        receipts.withLock { $0.append(receipt ?? "none") }
      }
    }
    let expected = (1...200).map { number in "2026-" + String(String(number + 10000).dropFirst()) }
    #expect(receipts.withLock { $0.sorted() } == expected)
    let stored = try store.applications().items
    #expect(stored.map(\.receipt).sorted() == expected)
    #expect(Set(stored.map(\.application.title)).count == 200)
  }

  @Test func `a revision keeps the version before and refuses a stale one`() throws {
    let receipt = try store.submitSample()
    let first = try #require(try store.application(receipt: receipt))
    var changed = first
    changed.application.title = "새 제목"
    changed.status = .closed
    changed.channel = .api
    let second = try store.revise(changed, actor: "kim", time: noon.adding(seconds: 60))
    #expect(second.revision == 2)
    #expect(second.application.title == "새 제목")
    #expect(second.status == .received)
    #expect(second.channel == .web)
    #expect(second.updated == noon.adding(seconds: 60))
    #expect(second.submitted == noon)
    #expect(try store.application(receipt: receipt) == second)
    #expect(throws: ForumStoreError.staleRevision(receipt: receipt, expected: 1, found: 2)) {
      try store.revise(changed, actor: "lee", time: noon)
    }
    #expect(
      try store.revisions(of: receipt) == [
        ApplicationRevision(application: first, replaced: noon.adding(seconds: 60), by: "kim")
      ])
    #expect(throws: ForumStoreError.unknown(kind: "application", id: "2020-0001")) {
      var unknown = changed
      unknown.receipt = "2020-0001"
      try store.revise(unknown, actor: "kim", time: noon)
    }
  }

  @Test func `a status changes without a revision and is audited once`() throws {
    let receipt = try store.submitSample()
    try store.setStatus(.published, of: receipt, actor: "kim", time: noon.adding(seconds: 5))
    let application = try store.setStatus(.published, of: receipt, actor: "kim", time: noon.adding(seconds: 9))
    #expect(application.status == .published)
    #expect(application.revision == 1)
    #expect(application.updated == noon.adding(seconds: 5))
    let entries = try store.auditEntries(AuditFilter(action: "application.status")).items
    #expect(entries.map(\.detail) == ["received -> published"])
    #expect(entries.map(\.actor) == ["kim"])
  }

  @Test func `the same row of a form service is taken in once, and its changes revise`() throws {
    let draft = sampleApplication(sourceKey: "form-7 row 3")
    let first = try store.submit(draft, contact: sampleContact, consents: [sampleConsent()], actor: "kim", time: noon)
    #expect(first.effect == .added)
    let again = try store.submit(
      draft, contact: sampleContact, consents: [sampleConsent(from: noon.adding(days: 1))], actor: "kim",
      time: noon.adding(days: 1))
    #expect(again == Submission(effect: .unchanged, application: first.application))
    var changed = draft
    changed.application.title = "고친 제목"
    let revised = try store.submit(
      changed, contact: sampleContact, consents: [sampleConsent()], actor: "kim", time: noon.adding(days: 2))
    #expect(revised.effect == .revised)
    #expect(revised.application.revision == 2)
    #expect(try store.consents(receipt: first.application.receipt).count == 1)
    #expect(try store.application(sourceKey: "form-7 row 3") == revised.application)
    #expect(try store.applications().total == 1)
  }

  @Test func `what was edited here is not overwritten by its source`() throws {
    let draft = sampleApplication(sourceKey: "row 1")
    let first = try store.submit(draft, actor: "kim", time: noon).application
    var edited = first
    edited.field = "CHEM"
    let second = try store.revise(edited, actor: "kim", time: noon)
    var changed = draft
    changed.field = "BIO"
    let kept = try store.submit(changed, actor: "kim", time: noon)
    #expect(kept == Submission(effect: .kept, application: second))
    #expect(try store.submit(draft, actor: "kim", time: noon).effect == .unchanged)
  }

  @Test func `a consent that was withdrawn does not come back with its row`() throws {
    let draft = sampleApplication(sourceKey: "row 1")
    let receipt = try store.submit(draft, consents: [sampleConsent()], actor: "kim", time: noon).application.receipt
    try store.withdrawConsents(receipt: receipt, actor: "applicant", time: noon.adding(seconds: 1))
    var changed = draft
    changed.field = "BIO"
    let revised = try store.submit(
      changed, consents: [sampleConsent()], actor: "kim", time: noon.adding(days: 1))
    #expect(revised.effect == .revised)
    #expect(try store.liveConsents(receipt: receipt, at: noon.adding(days: 1)).isEmpty)
  }

  @Test func `many are taken in together or not at all`() throws {
    let wrong = Consent(
      recipient: "forum", purpose: "x", items: ["shoe size"], validUntil: noon.adding(days: 1), method: .web,
      given: noon)
    #expect(throws: ForumStoreError.invalid(field: "items", reason: "there is no item shoe size")) {
      try store.submit(
        [(sampleApplication(), nil, []), (sampleApplication(), nil, [wrong])], actor: "kim", time: noon)
    }
    #expect(try store.applications().total == 0)
    let submissions = try store.submit(
      [(sampleApplication("a"), nil, []), (sampleApplication("b"), sampleContact, [])], actor: "kim", time: noon)
    #expect(submissions.map(\.application.receipt) == ["2026-0001", "2026-0002"])
  }

  /// Every filter is compared with the same question asked of each application.
  @Test(arguments: UInt64(1)...4)
  func `filters and pages agree with looking at each application`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var all: [ForumApplication] = []
    for number in 0..<60 {
      var draft = sampleApplication(
        "\(number)", applicant: Bool.random(using: &generator) ? "kist" : nil,
        kind: OrganizationKind.allCases.randomElement(using: &generator)!)
      draft.channel = SubmissionChannel.allCases.randomElement(using: &generator)!
      draft.courses = Course.allCases.filter { _ in Bool.random(using: &generator) }
      draft.field = [nil, "PHYS", "CHEM"].randomElement(using: &generator)!
      draft.region = [nil, "서울", "부산"].randomElement(using: &generator)!
      draft.wantsJointResearch = Bool.random(using: &generator)
      draft.wantsCounselling = Bool.random(using: &generator)
      let time = noon.adding(seconds: Int64.random(in: 0..<10, using: &generator))
      let receipt = try store.submit(draft, actor: "kim", time: time).application.receipt
      all.append(
        try store.setStatus(
          ApplicationStatus.allCases.randomElement(using: &generator)!, of: receipt, actor: "kim", time: time))
    }
    for _ in 0..<40 {
      var filter = ApplicationFilter()
      func some<Value>(_ values: [Value]) -> [Value] {
        Bool.random(using: &generator) ? [] : values.filter { _ in Bool.random(using: &generator) }
      }
      filter.statuses = some(ApplicationStatus.allCases)
      filter.channels = some(SubmissionChannel.allCases)
      filter.courses = some(Course.allCases)
      filter.kinds = some(OrganizationKind.allCases)
      filter.fields = some(["PHYS", "CHEM"])
      filter.regions = some(["서울", "부산"])
      filter.applicant = Bool.random(using: &generator) ? nil : "kist"
      filter.wantsJointResearch = [nil, true, false].randomElement(using: &generator)!
      filter.wantsCounselling = [nil, true, false].randomElement(using: &generator)!
      filter.submittedFrom = Bool.random(using: &generator) ? nil : noon.adding(seconds: 3)
      filter.submittedBefore = Bool.random(using: &generator) ? nil : noon.adding(seconds: 7)
      let expected = all.filter { application in
        let applicant = application.application.applicant
        return (filter.statuses.isEmpty || filter.statuses.contains(application.status))
          && (filter.channels.isEmpty || filter.channels.contains(application.channel))
          && (filter.courses.isEmpty || filter.courses.contains { application.courses.contains($0) })
          && (filter.kinds.isEmpty || filter.kinds.contains { $0 == applicant?.kind })
          && (filter.fields.isEmpty || filter.fields.contains { $0 == application.field })
          && (filter.regions.isEmpty || filter.regions.contains { $0 == application.region })
          && (filter.applicant == nil || filter.applicant == applicant?.id)
          && (filter.wantsJointResearch ?? application.wantsJointResearch) == application.wantsJointResearch
          && (filter.wantsCounselling ?? application.wantsCounselling) == application.wantsCounselling
          && (filter.submittedFrom ?? noon) <= application.submitted
          && application.submitted < (filter.submittedBefore ?? noon.adding(days: 1))
      }.sorted { ($0.submitted, $0.receipt) > ($1.submitted, $1.receipt) }
      #expect(try store.applications(filter).items == expected)
      let page = Page(limit: 5, offset: 3)
      #expect(
        try store.applications(filter, page: page)
          == Paged(items: Array(expected.dropFirst(3).prefix(5)), total: expected.count))
      #expect(try store.applications(filter, page: Page(limit: 0)) == Paged(items: [], total: expected.count))
    }
  }

  @Test func `a text with a NUL is neither cut nor found as what stands before it`() throws {
    let receipt = try store.submitSample("a\0b", contact: ContactDetails(personName: "홍\0길동", email: "h@x\0"))
    #expect(try store.application(receipt: receipt)?.application.title == "a\0b")
    #expect(try store.contact(receipt: receipt)?.personName == "홍\u{FFFD}길동")
    #expect(try store.contact(receipt: receipt)?.email == "h@x\u{FFFD}")
    #expect(try store.application(receipt: receipt + "\0x") == nil)
    #expect(throws: ForumStoreError.unknown(kind: "application", id: receipt + "\0")) {
      try store.setStatus(.closed, of: receipt + "\0", actor: "kim", time: noon)
    }
  }

  @Test func `a filter may name any number of receipts`() throws {
    try store.submitSample()
    var filter = ApplicationFilter()
    filter.receipts = (1...50_000).map { "2026-" + String(String(100_000 + $0).dropFirst()) } + ["2026-0001", "it's"]
    #expect(try store.applications(filter).items.map(\.receipt) == ["2026-0001"])
  }
}
