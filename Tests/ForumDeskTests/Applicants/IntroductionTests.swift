import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles
import Testing

/// Interest, introductions, and when contacts open.
@Suite struct IntroductionTests {
  private let forum: ApplicantForum
  private let seeker: ForumApplication
  private let clinic: ForumApplication

  /// Two applicants who need what the other offers.
  init() throws {
    forum = try ApplicantForum()
    seeker = try forum.apply(ApplicantForum.sensorSeeker)
    clinic = try forum.apply(ApplicantForum.clinicSeeker)
    try forum.settle()
    for application in [seeker, clinic] {
      try forum.desk.refreshSuggestions(of: application.receipt, actor: "test")
    }
  }

  private var desk: ForumDesk { forum.desk }
  private var clinicID: OrganizationID { desk.organizationID(of: clinic) }
  private let firm = OrganizationID("sensor-firm")

  private func only(_ receipt: String) throws -> ApplicantIntroduction {
    let introductions = try desk.introductions(of: receipt)
    #expect(introductions.count == 1)
    return try #require(introductions.first)
  }

  @Test func `an applicant is suggested to others and never to itself`() throws {
    let suggested = try desk.suggestedPartners(of: seeker.receipt).map(\.organization.id)
    #expect(suggested.contains(clinicID))
    #expect(!suggested.contains(desk.organizationID(of: seeker)))
  }

  @Test func `yes from both sides and consent of both open the contacts, each written down once`() throws {
    try desk.answerSuggestion(of: seeker.receipt, organization: clinicID, .yes)
    let asked = try only(clinic.receipt)
    #expect(asked.isRequest)
    #expect(asked.ownAnswer == nil && asked.otherAnswer == .yes)
    #expect(asked.contact.obstacles == [.ownAnswer])
    #expect(try only(seeker.receipt).contact.obstacles == [.otherAnswer])
    #expect(try desk.store.provisions().items.isEmpty)

    try desk.answerIntroduction(asked.introduction.id, by: clinic.receipt, .yes)
    #expect(try only(seeker.receipt).contact.contact?.email == "sea.lee@dalbit.example.kr")
    #expect(try only(clinic.receipt).contact.contact?.phone == "010-2345-6789")
    for _ in 0..<3 { _ = try (only(seeker.receipt), only(clinic.receipt)) }
    let provisions = try desk.store.provisions().items
    #expect(provisions.map(\.receipt).sorted() == [seeker.receipt, clinic.receipt].sorted())
    #expect(provisions.first { $0.receipt == seeker.receipt }?.recipient == clinic.receipt)
  }

  @Test func `answering the suggestion of somebody who has asked is answering the request`() throws {
    try desk.answerSuggestion(of: seeker.receipt, organization: clinicID, .yes)
    try desk.answerSuggestion(of: clinic.receipt, organization: desk.organizationID(of: seeker), .yes)
    #expect(try desk.store.introductions().total == 1)
    #expect(try only(seeker.receipt).introduction.state == .mutual)
  }

  @Test func `consent that is taken back closes the contact at once, and given again opens it again`() throws {
    try desk.answerSuggestion(of: seeker.receipt, organization: clinicID, .yes)
    try desk.answerIntroduction(only(clinic.receipt).introduction.id, by: clinic.receipt, .yes)
    _ = try only(seeker.receipt)
    try desk.withdrawConsent(.partnerConsent, of: clinic.receipt, actor: "applicant")
    #expect(try only(seeker.receipt).contact.obstacles == [.otherConsent])
    #expect(try only(clinic.receipt).contact.obstacles == [.ownConsent])
    forum.advance(days: 1)
    try desk.giveConsent(.partnerConsent, of: clinic.receipt, actor: "applicant")
    #expect(try only(seeker.receipt).contact.contact != nil)
    // Another consent is another provision.
    #expect(try desk.store.provisions(receipt: clinic.receipt).total == 2)
    forum.advance(days: 366)
    #expect(try only(seeker.receipt).contact.contact == nil)
  }

  @Test func `no, later, withdrawal and closing keep the contact closed`() throws {
    try desk.answerSuggestion(of: seeker.receipt, organization: clinicID, .yes)
    let id = try only(clinic.receipt).introduction.id
    try desk.answerIntroduction(id, by: clinic.receipt, .later, reason: .internalDecision)
    #expect(try only(seeker.receipt).contact.obstacles == [.otherAnswer])
    try desk.answerIntroduction(id, by: clinic.receipt, .no, reason: .competitor)
    #expect(try only(seeker.receipt).contact.obstacles == [.declined])
    #expect(try desk.store.interests(receipt: clinic.receipt).map(\.reason) == ["competitor"])
    try desk.answerIntroduction(id, by: clinic.receipt, .yes)
    try desk.withdraw(clinic.receipt, actor: "applicant")
    #expect(try only(seeker.receipt).contact.obstacles == [.closed])
    #expect(throws: ApplicantProblem.noSuchIntroduction) { try desk.answerIntroduction(id, by: seeker.receipt, .yes) }
  }

  @Test func `somebody who has not applied is asked by the office`() throws {
    try desk.answerSuggestion(of: seeker.receipt, organization: firm, .yes)
    let introduction = try only(seeker.receipt)
    #expect(introduction.name == "누리센서")
    #expect(introduction.contact.obstacles == [.otherHasNotApplied])
  }

  @Test func `an organisation that is known and has applied is asked on its own page`() throws {
    let firmApplication = try forum.apply(
      ApplicantForum.answers(
        organization: "누리센서", person: "한누리솔", email: "nuri@nuri.example.kr", phone: "010-1111-2222", title: "자력계 시험 상대",
        summary: "광펌핑 자력계를 시험할 곳을 찾습니다.", need: "시험 환경", offer: "광펌핑 자력계"))
    try forum.settle()
    #expect(desk.organizationID(of: firmApplication) == firm)
    try desk.answerSuggestion(of: seeker.receipt, organization: firm, .yes)
    let asked = try only(firmApplication.receipt)
    #expect(asked.isRequest && asked.name == "한빛양자")
    try desk.answerIntroduction(asked.introduction.id, by: firmApplication.receipt, .yes)
    #expect(try only(seeker.receipt).contact.contact?.personName == "한누리솔")
    // What is known of the organisation from elsewhere stays when its application goes.
    try desk.erase([firmApplication.receipt], actor: "applicant")
    try forum.settle()
    #expect(try #require(desk.live).session.summary(of: firm)?.name == "누리센서")
    #expect(try only(seeker.receipt).contact.contact == nil)
  }

  @Test func `whom the office brings together it asks both`() throws {
    _ = try desk.introduce(seeker, to: clinicID, actor: "kim")
    for receipt in [seeker.receipt, clinic.receipt] {
      let introduction = try only(receipt)
      #expect(introduction.isFromOffice && !introduction.isRequest && introduction.ownAnswer == nil)
      try desk.answerIntroduction(introduction.introduction.id, by: receipt, .yes)
    }
    #expect(try only(seeker.receipt).contact.contact?.personName == "이바다솔")
  }

  @Test func `only what was suggested can be answered, and only by its own link`() throws {
    #expect(throws: ApplicantProblem.notSuggested) {
      try desk.answerSuggestion(of: seeker.receipt, organization: OrganizationID("nobody"), .yes)
    }
    try desk.answerSuggestion(of: seeker.receipt, organization: firm, .yes)
    let introduction = try only(seeker.receipt).introduction
    #expect(throws: ApplicantProblem.noSuchIntroduction) {
      try desk.answerIntroduction(introduction.id, by: clinic.receipt, .yes)
    }
    #expect(throws: ApplicantProblem.noSuchIntroduction) {
      try desk.openContact(of: introduction, to: clinic.receipt)
    }
    let token = desk.personalToken(of: seeker)
    #expect(try desk.application(ofPersonalToken: token)?.receipt == seeker.receipt)
    #expect(try desk.application(ofPersonalToken: token.dropLast() + "!") == nil)
    forum.advance(days: 366)
    #expect(try desk.application(ofPersonalToken: token) == nil)
  }
}
