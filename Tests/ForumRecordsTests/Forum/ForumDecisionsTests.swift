import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct ForumDecisionsTests {
  let forum: ForumFolder
  let receipt: String
  var store: ForumStore { forum.store }

  init() throws {
    forum = try ForumFolder()
    receipt = try forum.store.submitSample()
  }

  func suggestion(_ organization: String, rank: Int, isReleased: Bool = false) -> Suggestion {
    Suggestion(
      receipt: receipt, organization: OrganizationID(organization), rank: rank, score: 10 / Double(rank),
      level: .good, reasons: "[{\"kind\":\"patent\"}]", made: noon, policyHash: "p1", isReleased: isReleased)
  }

  @Test func `suggestions are replaced, and what was released stays released`() throws {
    let first = [suggestion("snu", rank: 1), suggestion("kaist", rank: 2)]
    try store.replaceSuggestions(first.reversed(), receipt: receipt, actor: "system", time: noon)
    #expect(try store.suggestions(receipt: receipt) == first)
    #expect(try store.suggestions(receipt: receipt, releasedOnly: true) == [])
    #expect(
      try store.releaseSuggestions(receipt: receipt, organizations: ["kaist"], actor: "kim", time: noon) == 1)
    try store.replaceSuggestions(
      [suggestion("kaist", rank: 1), suggestion("etri", rank: 2)], receipt: receipt, actor: "system", time: noon)
    #expect(
      try store.suggestions(receipt: receipt, releasedOnly: true) == [suggestion("kaist", rank: 1, isReleased: true)])
    #expect(try store.releaseSuggestions(receipt: receipt, actor: "kim", time: noon) == 2)
    #expect(try store.releaseSuggestions(receipt: receipt, isReleased: false, actor: "kim", time: noon) == 0)
    #expect(throws: ForumStoreError.unknown(kind: "suggestion", id: "snu")) {
      try store.releaseSuggestions(receipt: receipt, organizations: ["etri", "snu"], actor: "kim", time: noon)
    }
    #expect(try store.suggestions(receipt: receipt, releasedOnly: true) == [])
  }

  @Test func `a suggestion that cannot be kept leaves those there are`() throws {
    try store.replaceSuggestions([suggestion("snu", rank: 1)], receipt: receipt, actor: "system", time: noon)
    var endless = suggestion("kaist", rank: 2)
    endless.score = .infinity
    for wrong in [[endless], [suggestion("a", rank: 1), suggestion("a", rank: 2)]] {
      #expect(throws: ForumStoreError.self) {
        try store.replaceSuggestions(wrong, receipt: receipt, actor: "system", time: noon)
      }
    }
    #expect(throws: ForumStoreError.unknown(kind: "application", id: "x")) {
      try store.replaceSuggestions([], receipt: "x", actor: "system", time: noon)
    }
    #expect(try store.suggestions(receipt: receipt).map(\.organization) == ["snu"])
  }

  @Test func `a veto and the other marks exclude each other`() throws {
    func marks() throws -> [PartnerMark.Kind] { try store.marks(receipt: receipt).map(\.kind) }
    try store.setMark(.shortlist, receipt: receipt, organization: "snu", actor: "kim", time: noon)
    try store.setMark(.pin, receipt: receipt, organization: "snu", actor: "kim", time: noon)
    try store.setMark(.pin, receipt: receipt, organization: "snu", actor: "lee", time: noon)
    #expect(try marks() == [.pin, .shortlist])
    try store.setMark(.veto, receipt: receipt, organization: "snu", actor: "kim", time: noon)
    #expect(try marks() == [.veto])
    try store.setMark(.shortlist, receipt: receipt, organization: "snu", actor: "kim", time: noon)
    #expect(try marks() == [.shortlist])
    try store.removeMark(.pin, receipt: receipt, organization: "snu", actor: "kim", time: noon)
    try store.removeMark(.shortlist, receipt: receipt, organization: "snu", actor: "kim", time: noon)
    #expect(try marks() == [])
    #expect(try store.auditEntries(AuditFilter(action: "mark.")).total == 6)
    #expect(try store.auditEntries(AuditFilter(action: "mark.remove")).items.map(\.detail) == ["shortlist snu"])
  }

  @Test func `notes are added and removed`() throws {
    let note = try store.addNote("전화함", receipt: receipt, organization: "snu", actor: "kim", time: noon)
    let second = try store.addNote("메일", receipt: receipt, organization: "etri", actor: "lee", time: noon)
    #expect(try store.notes(receipt: receipt) == [note, second])
    try store.removeNote(id: note.id, actor: "kim", time: noon)
    #expect(try store.notes(receipt: receipt) == [second])
    #expect(throws: ForumStoreError.unknown(kind: "note", id: "\(note.id)")) {
      try store.removeNote(id: note.id, actor: "kim", time: noon)
    }
    // What a note says is for the note alone.
    #expect(try store.auditEntries().items.allSatisfy { !$0.detail.contains("전화함") })
  }

  @Test func `a later answer to a suggestion replaces the earlier one`() throws {
    let no = Interest(receipt: receipt, organization: "snu", answer: .no, reason: "far", time: noon)
    try store.recordInterest(no, actor: "applicant")
    #expect(try store.interests(receipt: receipt) == [no])
    let yes = Interest(receipt: receipt, organization: "snu", answer: .yes, time: noon.adding(days: 1))
    try store.recordInterest(yes, actor: "applicant")
    #expect(try store.interests(receipt: receipt) == [yes])
    #expect(try store.interests(organization: "snu") == [yes])
    #expect(try store.interests(organization: "kist") == [])
  }

  @Test(arguments: [InterestAnswer?.none, .yes, .no, .later], [InterestAnswer?.none, .yes, .no, .later])
  func `the state of an introduction follows from the answers`(
    applicant: InterestAnswer?, partner: InterestAnswer?
  ) throws {
    let id = try store.propose(receipt: receipt, organization: "snu", actor: "kim", time: noon).id
    var state = Introduction.State.proposed
    if let partner {
      state =
        try store.answer(introduction: id, side: .partner, partner, means: .staff, actor: "kim", time: noon).state
    }
    if let applicant {
      state =
        try store.answer(introduction: id, side: .applicant, applicant, means: .link, actor: "applicant", time: noon)
        .state
    }
    let expected: Introduction.State =
      applicant == .no || partner == .no ? .declined : applicant == .yes && partner == .yes ? .mutual : .proposed
    #expect(state == expected)
    let stored = try #require(try store.introduction(id: id))
    #expect(stored.state == expected)
    #expect(stored.applicantAnswer?.answer == applicant)
    #expect(stored.partnerAnswer?.answer == partner)
    try store.closeIntroduction(id: id, actor: "kim", time: noon)
    #expect(throws: ForumStoreError.wrongState(kind: "introduction", id: "\(id)", state: "closed")) {
      try store.answer(introduction: id, side: .partner, .yes, means: .staff, actor: "kim", time: noon)
    }
  }

  @Test func `introductions are found from both ends, and proposed once`() throws {
    let other = try store.submitSample(applicant: "snu")
    let third = try store.submitSample(applicant: "etri")
    let first = try store.propose(
      receipt: receipt, organization: "snu", partnerReceipt: other, actor: "kim", time: noon)
    let second = try store.propose(receipt: third, organization: "snu", actor: "lee", time: noon)
    #expect(throws: ForumStoreError.exists(kind: "introduction", id: "of \(receipt) to snu")) {
      try store.propose(receipt: receipt, organization: "snu", actor: "lee", time: noon)
    }
    #expect(try store.introductions(IntroductionFilter(receipt: other)).items == [first])
    #expect(try store.introductions(IntroductionFilter(receipt: receipt)).items == [first])
    #expect(try store.introductions(IntroductionFilter(organization: "snu")).items == [second, first])
    #expect(try store.introductions(IntroductionFilter(by: "lee")).items == [second])
    #expect(try store.introductions(IntroductionFilter(states: [.mutual, .closed])).total == 0)
  }

  @Test func `outcomes come in order of time`() throws {
    let id = try store.propose(receipt: receipt, organization: "snu", actor: "kim", time: noon).id
    let met = try store.addOutcome(
      OutcomeEvent(introduction: id, stage: .met, note: "서울에서", time: noon.adding(days: 3), by: "kim"), actor: "kim")
    let introduced = try store.addOutcome(
      OutcomeEvent(introduction: id, stage: .introduced, time: noon, by: "kim"), actor: "kim")
    let ended = try store.addOutcome(
      OutcomeEvent(introduction: id, stage: .ended, reason: "budget", time: noon.adding(days: 9), by: "lee"),
      actor: "lee")
    #expect(try store.outcomes(introduction: id) == [introduced, met, ended])
    #expect(throws: ForumStoreError.unknown(kind: "introduction", id: "77")) {
      try store.addOutcome(OutcomeEvent(introduction: 77, stage: .met, time: noon, by: "kim"), actor: "kim")
    }
  }

  @Test func `who begins to wish counselling waits for it, and is queued once`() throws {
    let wishing = try store.submit(
      sampleApplication("상담", wantsCounselling: true), actor: "applicant", time: noon
    ).application
    let waiting = try #require(try store.counsellingSessions(CounsellingFilter(receipt: wishing.receipt)).items.first)
    #expect(waiting == CounsellingSession(id: waiting.id, receipt: wishing.receipt, queued: noon))
    #expect(try store.queueCounselling(receipt: wishing.receipt, actor: "kim", time: noon) == waiting)
    try store.beginCounselling(id: waiting.id, counsellor: "lee", actor: "lee", time: noon)
    try store.finishCounselling(id: waiting.id, notes: "", nextStep: "", actor: "lee", time: noon)
    var revised = try store.revise(wishing, actor: "applicant", time: noon)
    #expect(
      try store.counsellingSessions(CounsellingFilter(receipt: wishing.receipt)).total == 1,
      "the wish was there before and has been met")
    revised.wantsCounselling = false
    revised = try store.revise(revised, actor: "applicant", time: noon)
    revised.wantsCounselling = true
    _ = try store.revise(revised, actor: "applicant", time: noon)
    #expect(
      try store.counsellingSessions(CounsellingFilter(receipt: wishing.receipt)).items.map(\.status)
        == [.done, .queued])
  }

  @Test func `counselling goes from the queue to its end`() throws {
    let queued = try store.queueCounselling(receipt: receipt, actor: "kim", time: noon)
    #expect(try store.queueCounselling(receipt: receipt, actor: "kim", time: noon.adding(days: 1)) == queued)
    let waiting = ForumStoreError.wrongState(kind: "counselling session", id: "1", state: "queued")
    #expect(throws: waiting) { try store.saveCounselling(id: 1, notes: "x", nextStep: "", actor: "lee", time: noon) }
    #expect(throws: waiting) { try store.finishCounselling(id: 1, notes: "", nextStep: "", actor: "lee", time: noon) }
    try store.beginCounselling(id: 1, counsellor: "lee", actor: "lee", time: noon.adding(seconds: 60))
    #expect(throws: ForumStoreError.wrongState(kind: "counselling session", id: "1", state: "in_progress")) {
      try store.beginCounselling(id: 1, counsellor: "park", actor: "park", time: noon)
    }
    try store.saveCounselling(id: 1, notes: "예산을 물음", nextStep: "", actor: "lee", time: noon)
    let done = try store.finishCounselling(
      id: 1, notes: "예산이 없음", nextStep: "과정 안내", referral: .industry, actor: "lee", time: noon.adding(seconds: 900))
    #expect(
      done
        == CounsellingSession(
          id: 1, receipt: receipt, status: .done, counsellor: "lee", queued: noon, begun: noon.adding(seconds: 60),
          ended: noon.adding(seconds: 900), notes: "예산이 없음", nextStep: "과정 안내", referral: .industry))
    #expect(try store.counsellingSession(id: 1) == done)
    // Another may follow, and notes can still be put right.
    let second = try store.queueCounselling(receipt: receipt, actor: "kim", time: noon.adding(days: 2))
    #expect(try store.counsellingSessions().items == [done, second])
    #expect(try store.counsellingSessions(CounsellingFilter(statuses: [.queued, .inProgress])).items == [second])
    #expect(try store.counsellingSessions(CounsellingFilter(counsellor: "lee")).items == [done])
    let corrected = try store.saveCounselling(id: 1, notes: "", nextStep: "", actor: "lee", time: noon)
    #expect(corrected.notes.isEmpty)
    #expect(try store.counsellingSession(id: 1)?.referral == nil)
    #expect(try store.auditEntries().items.allSatisfy { !$0.detail.contains("예산") })
  }
}
