import ForumRecords
import Synchronization
import TestCorpora
import Testing

@Suite struct ForumDeskRecordsTests {
  let forum: ForumFolder
  var store: ForumStore { forum.store }

  init() throws { forum = try ForumFolder() }

  @Test func `the rules and the policy in force are the latest`() throws {
    func rules(_ hash: String, _ name: String) -> RuleFileRecord {
      RuleFileRecord(hash: hash, name: name, content: "rules: []", since: noon, by: "kim")
    }
    for record in [rules("a", "call-1"), rules("b", "call-2"), rules("c", "call-1")] {
      try store.putInForce(record, actor: "kim")
    }
    #expect(try store.ruleFiles().map(\.hash) == ["c", "b", "a"])
    #expect(try store.ruleFiles(name: "call-1").first == rules("c", "call-1"))
    #expect(try store.policies() == [])
    let policy = PolicyRecord(hash: "p", name: "shipped", content: "{}", since: noon, by: "kim")
    try store.putInForce(policy, actor: "kim")
    #expect(try store.policies() == [policy])
    #expect(try store.actions() == ["rules.use", "rules.use", "rules.use", "policy.use"])
  }

  @Test func `a mapping is remembered by its header line`() throws {
    var mapping = FormMapping(fingerprint: "f1", name: "신청서", mapping: "{\"이름\":\"name\"}", updated: noon, by: "kim")
    try store.saveFormMapping(mapping, actor: "kim")
    mapping.mapping = "{}"
    try store.saveFormMapping(mapping, actor: "kim")
    #expect(try store.formMapping(fingerprint: "f1") == mapping)
    #expect(try store.formMapping(fingerprint: "f2") == nil)
    #expect(try store.formMappings() == [mapping])
  }

  @Test func `whoever asks for a secret first decides it`() throws {
    #expect(throws: ForumStoreError.invalid(field: "secret", reason: "it is empty")) {
      try store.secret("links", orKeep: [], actor: "system", time: noon)
    }
    let answers = Mutex<Set<[UInt8]>>([])
    let shared = forum.store
    Concurrently.run(count: 6) { worker in
      let answer = try? shared.secret("links", orKeep: [UInt8(worker), 7], actor: "system", time: noon)
      answers.withLock { _ = $0.insert(answer ?? []) }
    }
    let secret = try #require(try store.secret("links"))
    #expect(answers.withLock { $0 } == [secret])
    #expect(secret.count == 2)
    #expect(try store.actions() == ["secret.make"])
  }

  @Test func `a job runs until it ends or its process does`() throws {
    let job = try store.beginJob(kind: "import.forms", actor: "kim", time: noon)
    try store.updateJob(id: job.id, progress: "40 of 80")
    #expect(try store.job(id: job.id)?.progress == "40 of 80")
    #expect(throws: ForumStoreError.self) {
      try store.finishJob(id: job.id, state: .running, actor: "kim", time: noon)
    }
    let done = try store.finishJob(
      id: job.id, state: .done, report: "{\"added\":80}", actor: "kim", time: noon.adding(seconds: 9))
    #expect(done.progress == "40 of 80")
    #expect(try store.job(id: job.id) == done)
    let ended = ForumStoreError.wrongState(kind: "job", id: "1", state: "done")
    #expect(throws: ended) { try store.updateJob(id: job.id, progress: "") }
    #expect(throws: ended) { try store.finishJob(id: job.id, state: .failed, actor: "kim", time: noon) }
    #expect(throws: ForumStoreError.unknown(kind: "job", id: "9")) { try store.updateJob(id: 9, progress: "") }
    let second = try store.beginJob(kind: "allocate", actor: "kim", time: noon)
    #expect(try store.interruptRunningJobs(actor: "system", time: noon.adding(days: 1)) == 1)
    #expect(try store.interruptRunningJobs(actor: "system", time: noon.adding(days: 1)) == 0)
    #expect(try store.jobs().items.map(\.state) == [.interrupted, .done])
    #expect(try store.jobs(kind: "allocate").items.map(\.id) == [second.id])
  }

  @Test func `the audit trail is filtered by who, what, whom and when`() throws {
    for (index, action) in ["application.submit", "applications.list", "application.purge", "user.add"].enumerated() {
      try store.recordAudit(
        action: action, subject: "s\(index % 2)", detail: "d", actor: index < 2 ? "kim" : "lee",
        time: noon.adding(seconds: Int64(index)))
    }
    func actions(_ filter: AuditFilter) throws -> [String] { try store.auditEntries(filter).items.map(\.action) }
    #expect(try actions(AuditFilter(action: "application.")) == ["application.purge", "application.submit"])
    #expect(try actions(AuditFilter(action: "user.add")) == ["user.add"])
    #expect(try actions(AuditFilter(actor: "kim")) == ["applications.list", "application.submit"])
    #expect(try actions(AuditFilter(subject: "s1")) == ["user.add", "applications.list"])
    #expect(
      try actions(AuditFilter(from: noon.adding(seconds: 1), before: noon.adding(seconds: 3)))
        == ["application.purge", "applications.list"])
    #expect(try store.auditEntries(page: Page(limit: 1, offset: 1)).items.map(\.action) == ["application.purge"])
    #expect(try store.auditEntries(page: Page(limit: 1, offset: 1)).total == 4)
  }

  /// Each changing call leaves exactly one entry or more, written by whom it names.
  @Test func `a change that fails leaves no trace`() throws {
    #expect(throws: ForumStoreError.self) {
      try store.setContact(ContactDetails(receipt: "none", personName: "x"), actor: "kim", time: noon)
    }
    #expect(throws: ForumStoreError.self) {
      try store.propose(receipt: "none", organization: "kist", actor: "kim", time: noon)
    }
    #expect(throws: ForumStoreError.self) {
      try store.submit(
        sampleApplication(), consents: [sampleConsent(items: ["soul"])], actor: "kim", time: noon)
    }
    #expect(try store.auditEntries().total == 0)
    #expect(try store.applications().total == 0)
  }
}
