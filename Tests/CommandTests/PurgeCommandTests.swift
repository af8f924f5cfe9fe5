import ForumRecords
import Foundation
import ResearchProfiles
import TestCorpora
import Testing

/// What is personal goes when it is asked for or its time is over, and leaves no bytes behind.
@Suite struct PurgeCommandTests {
  let folder: TemporaryFolder
  let workspace: String
  private static let now = ForumTime(secondsSinceEpoch: Int64(Date().timeIntervalSince1970))

  init() throws {
    folder = try TemporaryFolder()
    workspace = try SampleForum.workspaceCopy(in: folder)
  }

  private func store() throws -> ForumStore { try ForumStore(path: workspace + "/forum.sqlite", mode: .readWrite) }

  /// - Parameter days: for which its consent holds, from the day before yesterday.
  private func submit(_ person: String, days: Int = 30) throws -> String {
    let before = Self.now.adding(days: -2)
    let draft = ForumApplication(
      receipt: "",
      application: Application(
        id: "", title: "\(person)의 과제", needs: [Need(statement: "협대역 레이저")],
        applicant: Applicant(name: "가상대학교", kind: .university, country: "KR")), submitted: before,
      updated: before)
    let consent = Consent(
      receipt: "", recipient: Consent.forum, purpose: "forum", items: ["name"],
      validUntil: before.adding(days: days), method: .web, given: before)
    let contact = ContactDetails(receipt: "", personName: person, email: "\(person)@example.kr")
    return try store().submit(draft, contact: contact, consents: [consent], actor: "applicant", time: before)
      .application.receipt
  }

  private func purge(_ arguments: String...) throws -> MoimProcess.Outcome {
    try MoimProcess(["purge"] + arguments, workspace: workspace).wait()
  }

  private func files(holding text: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: workspace).filter { path in
      (FileManager.default.contents(atPath: workspace + "/" + path) ?? Data()).range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `a rehearsal says whom it would take and takes nobody`() throws {
    let receipt = try submit("hongperson")
    let rehearsal = try purge("--dry-run", "--receipt", receipt)
    #expect(
      rehearsal.status == 0 && rehearsal.output.contains(receipt) && rehearsal.messages.contains("nothing was removed"))
    #expect(!rehearsal.output.contains("hongperson"))
    let document = try purge("--dry-run", "--json", "--receipt", receipt).json()
    #expect(document["dry_run"] == .boolean(true) && document["contacts"].number == 1)
    #expect(document["receipts"].list == [.text(receipt)])
    #expect(try store().contact(receipt: receipt)?.personName == "hongperson")
    #expect(try purge("--dry-run", "--expired").output.contains("nothing is to be removed"))
  }

  @Test func `contacts of one receipt leave no bytes in the workspace, and those of others stay`() throws {
    let (gone, kept) = (try submit("hongperson"), try submit("kimperson"))
    #expect(try !files(holding: "hongperson@example.kr").isEmpty)
    let outcome = try purge("--json", "--receipt", gone)
    #expect(outcome.status == 0)
    let document = try outcome.json()
    #expect(document["contacts"].number == 1 && document["scope"].text == "personal_data")
    #expect(document["is_erased"] == .boolean(true) && document["dry_run"] == .boolean(false))
    #expect(try files(holding: "hongperson@example.kr") == [])
    #expect(try store().contact(receipt: kept)?.personName == "kimperson")
    #expect(try store().application(receipt: gone) != nil, "the receipt stays")
    #expect(try purge("--dry-run", "--receipt", gone).output.contains("no contact"))
    #expect(
      try store().auditEntries(AuditFilter(action: "application.purge")).items.contains { $0.actor == "command line" })
  }

  @Test func `those whose consents have run out go by themselves`() throws {
    let (over, live) = (try submit("hongperson", days: 1), try submit("kimperson"))
    let outcome = try purge("--expired")
    #expect(outcome.status == 0 && outcome.output.contains("1 applications: removed 1 contacts"))
    #expect(try store().contact(receipt: over) == nil)
    #expect(try store().contact(receipt: live) != nil)
    #expect(try purge("--expired", "--json").json()["contacts"].number == 0)
  }

  @Test func `a whole application is found no more and leaves no bytes`() throws {
    let applications = try folder.write(
      "applications.jsonl",
      """
      {"id":"z1","title":"별빛분광계 공동개발","offers":["별빛분광계 시제품"],"applicant":{"id":"starfirm","name":"별빛계측","kind":"company","country":"KR"}}

      """)
    let taken = try moim("intake", "--json", applications, workspace: workspace)
    let receipt = try #require(try taken.json()["applications"].list.first?["receipt"].text)
    #expect(try moim("search", "별빛분광계", workspace: workspace).output.contains("별빛"))
    let outcome = try purge("--whole", "--json", "--receipt", receipt)
    #expect(outcome.status == 0)
    #expect(try outcome.json()["receipts"].list == [.text(receipt)])
    #expect(try !moim("search", "별빛분광계", workspace: workspace).output.contains("별빛"))
    #expect(try files(holding: "별빛분광계") == [])
    #expect(try moim("check", workspace: workspace).status == 0)
    #expect(try moim("search", "양자 센서", workspace: workspace).output.contains("다이아몬드"))
  }

  @Test func `what cannot be meant is refused and removes nothing`() throws {
    let receipt = try submit("hongperson")
    for arguments in [[], ["--expired", "--receipt", receipt], ["--whole"]] {
      let outcome = try MoimProcess(["purge"] + arguments, workspace: workspace).wait()
      #expect(outcome.status == 64 && outcome.output.isEmpty)
    }
    for arguments in [["--receipt", "2026-9999"], ["--dry-run", "--receipt", "2026-9999"]] {
      let outcome = try MoimProcess(["purge"] + arguments, workspace: workspace).wait()
      #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.messages.contains("2026-9999"))
    }
    let both = try MoimProcess(["purge", "--receipt", receipt, "--receipt", "2026-9999"], workspace: workspace).wait()
    #expect(both.status == 1)
    #expect(try store().contact(receipt: receipt) != nil, "all or nothing")
    let none = try MoimProcess(["purge", "--expired"], workspace: SampleForum.workspace).wait()
    #expect(none.status == 1 && none.messages.contains("forum.sqlite"))
  }
}
