import ForumDesk
import ForumRecords
import Foundation
import PartnerDiscovery
import ResearchProfiles
import TestCorpora
import Testing

/// What is left of somebody after everything was to be deleted: nothing, in any byte.
@Suite(.serialized) struct ErasureTests {
  /// Files of a folder that hold a text, by their names.
  private static func files(holding text: String, in folder: String) throws -> [String] {
    let needle = Data(text.utf8)
    let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    return names.filter { name in
      // Files may go while others are looked at.
      guard let content = try? Data(contentsOf: URL(filePath: folder + "/" + name)) else { return false }
      return content.range(of: needle) != nil
    }.sorted()
  }

  /// A word that stands nowhere else.
  private static func word(_ random: inout SplitMix64) -> String {
    let syllables = Array("가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허")
    return String((0..<7).map { _ in syllables[random.next(upTo: syllables.count)] })
  }

  @Test(arguments: [3, 42] as [UInt64])
  func `after an erasure no file holds any text of the person, and others keep theirs`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let forum = try ApplicantForum()
    func applicant() -> (answers: IntakeAnswers, texts: [String]) {
      let words = (0..<6).map { _ in Self.word(&random) }
      let number = String(10_000_000 + random.next(upTo: 89_999_999))
      let email = "person\(number)@example.kr"
      let phone = "010-\(number.prefix(4))-\(number.suffix(4))"
      let answers = ApplicantForum.answers(
        organization: "기관" + words[0], person: words[1], email: email, phone: phone, title: "광펌핑 자력계 " + words[2],
        summary: "뇌자도 측정 " + words[3] + "을 합니다.", need: "자기차폐실 " + words[4], offer: "센서 시제품 " + words[5])
      return (answers, [words[1], email, phone] + words[2...5])
    }
    let gone = applicant()
    let stays = applicant()
    let application = try forum.apply(gone.answers)
    let other = try forum.apply(stays.answers)
    try forum.settle()
    for one in [application, other] { try forum.desk.refreshSuggestions(of: one.receipt, actor: "test") }
    // A life: changed, suggested to the other, asked for, counselled.
    var changed = gone.answers
    let changedWord = Self.word(&random)
    changed[.summary] = ["뇌자도 " + changedWord]
    _ = try forum.desk.revise(
      application, by: IntakeForm.standard.read(changed), revision: application.revision, language: .korean,
      actor: ForumDesk.applicantActor)
    let organization = forum.desk.organizationID(of: application)
    #expect(
      try forum.desk.store.suggestions(receipt: other.receipt).contains { $0.reasons.contains(gone.texts[3]) },
      "the other one is shown its text")
    try forum.desk.store.releaseSuggestions(receipt: other.receipt, actor: "test", time: forum.now)
    try forum.desk.answerSuggestion(of: other.receipt, organization: organization, .yes)
    let session = try forum.desk.store.queueCounselling(receipt: application.receipt, actor: "test", time: forum.now)
    try forum.desk.store.beginCounselling(id: session.id, counsellor: "kim", actor: "kim", time: forum.now)
    let note = Self.word(&random)
    let remark = Self.word(&random)
    try forum.desk.store.addNote(
      remark, receipt: other.receipt, organization: organization, actor: "kim", time: forum.now)
    try forum.desk.store.saveCounselling(id: session.id, notes: note, nextStep: "", actor: "kim", time: forum.now)
    try forum.settle()

    let workspace = forum.desk.workspace.path
    let texts = gone.texts + [changedWord, note, remark]
    for text in texts { #expect(try !Self.files(holding: text, in: workspace).isEmpty, "\(text) was kept") }
    let token = forum.desk.personalToken(of: application)

    try forum.desk.erase([application.receipt], actor: ForumDesk.applicantActor)
    for text in texts {
      #expect(try !Self.files(holding: text, in: workspace).contains { $0.hasPrefix("forum.sqlite") })
    }
    try forum.settle()
    #expect(!forum.desk.isErasing)
    for text in texts { #expect(try Self.files(holding: text, in: workspace) == [], "\(text), seed \(seed)") }
    for text in stays.texts { #expect(try !Self.files(holding: text, in: workspace).isEmpty) }
    #expect(try forum.desk.application(ofPersonalToken: token) == nil)
    #expect(try CheckWorkspace(workspace: forum.desk.workspace).run().problems == [])
    let found = try #require(forum.desk.live).session.searchEvidence(.plain("센서 시제품"), limit: 20).map(\.id.rawValue)
    #expect(!found.contains("forum:" + application.receipt))
    #expect(found.contains("forum:" + other.receipt))
  }

  @Test func `an erasure that was announced and interrupted is made good`() throws {
    let forum = try ApplicantForum()
    let application = try forum.apply(ApplicantForum.sensorSeeker)
    try forum.settle()
    let workspace = forum.desk.workspace
    try EraseStatements(workspace: workspace).announce()
    #expect(EraseStatements(workspace: workspace).isPending)
    _ = try forum.desk.store.purge(
      receipts: [application.receipt], scope: .wholeApplication, actor: "test", time: forum.now)
    let again = try ForumDesk(workspace: workspace, passwordRoundExponent: 4) { [now = forum.now] in now }
    for _ in 0..<400 where again.isErasing { Thread.sleep(forTimeInterval: 0.05) }
    #expect(!again.isErasing)
    #expect(try Self.files(holding: "임상 판독 경험", in: workspace.path) == [])
  }

  @Test func `the desk erases by itself, whatever publication is under way`() throws {
    let forum = try ApplicantForum(worksInBackground: true)
    for round in 0..<3 {
      let application = try forum.apply(ApplicantForum.sensorSeeker)
      // At once, while it is being published, and when that is done.
      Thread.sleep(forTimeInterval: Double(round) * 0.3)
      try forum.desk.erase([application.receipt], actor: "applicant")
      for _ in 0..<400 where forum.desk.isErasing { Thread.sleep(forTimeInterval: 0.05) }
      #expect(!forum.desk.isErasing)
      #expect(try Self.files(holding: "임상 판독 경험", in: forum.desk.workspace.path) == [], "round \(round)")
    }
  }

  @Test func `an import that holds the workspace is waited for`() throws {
    let forum = try ApplicantForum()
    let application = try forum.apply(ApplicantForum.sensorSeeker)
    try forum.settle()
    let workspace = forum.desk.workspace
    try {
      let lock = try WorkspaceLock(workspace: workspace.path)
      defer { withExtendedLifetime(lock) {} }
      try forum.desk.erase([application.receipt], actor: "applicant")
      #expect(throws: RegistryError.self) { try EraseStatements(workspace: workspace).run() }
      #expect(forum.desk.isErasing)
      #expect(try Self.files(holding: "임상 판독 경험", in: workspace.path).allSatisfy { !$0.hasPrefix("forum.sqlite") })
      #expect(try !Self.files(holding: "임상 판독 경험", in: workspace.path).isEmpty)
    }()
    try forum.settle()
    #expect(try Self.files(holding: "임상 판독 경험", in: workspace.path) == [])
  }

  @Test func `what has expired is erased, and nothing else`() throws {
    let forum = try ApplicantForum()
    let early = try forum.apply(ApplicantForum.sensorSeeker)
    forum.advance(days: 100)
    let late = try forum.apply(ApplicantForum.clinicSeeker)
    #expect(try forum.desk.eraseExpired(actor: "system") == nil)
    forum.advance(days: 266)
    #expect(try forum.desk.eraseExpired(actor: "system")?.receipts == [early.receipt])
    try forum.settle()
    #expect(try Self.files(holding: "김하늘별", in: forum.desk.workspace.path) == [])
    #expect(try forum.desk.store.contact(receipt: late.receipt)?.personName == "이바다솔")
  }

  @Test func `no text of a person is in the index, the registry, the audit trail or suggestions`() throws {
    let forum = try ApplicantForum()
    let application = try forum.apply(ApplicantForum.sensorSeeker)
    let other = try forum.apply(ApplicantForum.clinicSeeker)
    try forum.settle()
    for one in [application, other] { try forum.desk.refreshSuggestions(of: one.receipt, actor: "test") }
    let suggestions = try [application, other].flatMap { try forum.desk.store.suggestions(receipt: $0.receipt) }
    let audit = try forum.desk.store.auditEntries().items
    for text in ["김하늘별", "이바다솔", "sky.kim", "sea.lee", "2345-6789", "9876-5432"] {
      #expect(try Self.files(holding: text, in: forum.desk.workspace.path).allSatisfy { $0.hasPrefix("forum.sqlite") })
      #expect(!suggestions.contains { $0.reasons.contains(text) })
      #expect(!audit.contains { $0.detail.contains(text) || $0.subject.contains(text) || $0.actor.contains(text) })
    }
    let data = String(decoding: try forum.desk.ownData(of: application).json, as: UTF8.self)
    #expect(data.contains("김하늘별") && data.contains("임상 판독"))
    #expect(!data.contains("이바다솔"))
  }
}
