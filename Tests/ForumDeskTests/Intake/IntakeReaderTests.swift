import ForumDesk
import ResearchProfiles
import Testing

@Suite struct IntakeReaderTests {
  let form = IntakeForm.standard

  private func messages(_ reading: IntakeReading) -> String {
    reading.problems.map { "\($0.key): \($0.message.english)" }.joined(separator: "; ")
  }

  @Test func `a whole application is read`() throws {
    let reading = form.read(SampleAnswers.jointResearch)
    #expect(reading.isAcceptable, "\(messages(reading))")
    let draft = reading.draft
    #expect(draft.purposes == [.jointResearch, .commercialisationCourse])
    #expect(draft.application.title == "착용형 뇌자도를 위한 광펌핑 자력계")
    #expect(draft.application.needs.map(\.urgency) == [.required, .wished])
    #expect(draft.application.keywords == ["뇌자도", "광펌핑 자력계", "OPM-MEG"])
    #expect(draft.application.applicant == Applicant(name: "한빛양자 주식회사", kind: .company, country: "KR"))
    #expect(draft.region == "서울" && draft.field == "quantum.sensing" && draft.readinessLevel == 4)
    #expect(draft.budgetMillionWon == 300 && draft.wantedRole == "coordinator")
    #expect(draft.wantedKinds == [.company, .institute] && draft.wantedRegions == ["대전"])
    #expect(draft.homepage == "https://www.hanbit.example.kr")
    let contact = try #require(reading.contact)
    #expect(contact.email == "Sky.Kim@hanbit.example.kr" && contact.phone == "010-1234-5678")
    #expect(reading.consents.map(\.text.recipient) == ["forum", "partners"])
  }

  @Test func `a course needs no research`() {
    let reading = form.read(SampleAnswers.course)
    #expect(reading.isAcceptable, "\(messages(reading))")
    #expect(reading.consents.map(\.key) == [.forumConsent, .trainingConsent])
    #expect(!reading.draft.wantsJointResearch)
  }

  @Test func `an empty form says for each required field what to do`() {
    let reading = form.read(IntakeAnswers())
    #expect(
      reading.problems.map(\.key) == [
        .purposes, .organizationName, .organizationKind, .region, .personName, .email, .forumConsent,
      ])
    #expect(reading.contact == nil && reading.consents.isEmpty)
  }

  @Test func `the consent to the training is not asked for without a course`() {
    var answers = SampleAnswers.jointResearch(.purposes, "joint_research")
    answers[.trainingConsent] = ["yes"]
    #expect(form.read(answers).consents.map(\.key) == [.forumConsent, .partnerConsent])
  }

  @Test func `without the organiser's consent nothing is taken`() {
    for values in [[], [""], ["no"], ["동의하지 않음"], ["비동의"]] {
      var answers = SampleAnswers.jointResearch
      answers[.forumConsent] = values
      #expect(form.read(answers).problems.map(\.key) == [.forumConsent])
    }
  }

  @Test func `a description of research without the wish for it is asked about, not dropped`() {
    let reading = form.read(SampleAnswers.jointResearch(.purposes, "industry"))
    #expect(reading.problems.map(\.key) == [.purposes])
    #expect(reading.answers.first(.title) == "착용형 뇌자도를 위한 광펌핑 자력계")
  }

  @Test(
    arguments: [
      ("a@b.kr", "a@b.kr"), (" Kim.Min-su+forum@Mail.Example.co.kr ", "Kim.Min-su+forum@mail.example.co.kr"),
      ("ｋｉｍ＠ｅｘａｍｐｌｅ．ｋｒ", "kim@example.kr"), ("<kim@example.kr>", "kim@example.kr"), ("김@회사.한국", "김@회사.한국"),
      ("kim@example", nil), ("kim.example.kr", nil), ("kim@@example.kr", nil), ("kim lee@example.kr", nil),
      ("@example.kr", nil),
      ("kim@-example.kr", nil), ("kim@example..kr", nil), ("kim@example.kr, lee@example.kr", nil),
      ("kim@127.0.0.1", nil),
    ] as [(String, String?)])
  func `mail addresses are checked`(text: String, expected: String?) {
    let reading = form.read(SampleAnswers.jointResearch(.email, text))
    #expect(reading.contact?.email == expected)
    #expect(reading.problems.map(\.key) == (expected == nil ? [.email] : []))
  }

  @Test(
    arguments: [
      ("010-1234-5678", "010-1234-5678"), ("010 1234 5678", "010-1234-5678"), ("０１０１２３４５６７８", "010-1234-5678"),
      ("+82 10-1234-5678", "010-1234-5678"), ("+82 (0)2 123 4567", "02-123-4567"), ("02)123-4567", "02-123-4567"),
      ("02-1234-5678 (내선 12)", "02-1234-5678"), ("031.123.4567 ext. 3", "031-123-4567"), ("1588-1234", "1588-1234"),
      ("0507-1234-5678", "0507-1234-5678"), ("070-1234-5678", "070-1234-5678"), ("+49 30 123456", "+4930123456"),
      ("001 not known", nil), ("123", nil), ("010-123-456", nil), ("012-3456-7890", nil), ("+123", nil),
      ("01234567890123456789", nil),
    ] as [(String, String?)])
  func `telephone numbers are checked`(text: String, expected: String?) {
    let reading = form.read(SampleAnswers.jointResearch(.phone, text))
    #expect(reading.contact?.phone == expected)
    #expect(reading.problems.map(\.key) == (expected == nil ? [.phone] : []))
  }

  @Test(
    arguments: [
      ("300", 300), ("1,500", 1500), ("3억", 300), ("약 3억 5천만원", 350), ("300백만원", 300), ("300,000,000원", 300),
      ("12억원 이내", 1200),
      ("50 million won", 50), ("0.5억", 50), ("많이", nil), ("-3", nil), ("0", nil), ("99999999", nil),
      ("3억쯤 아니면 5억", nil),
    ] as [(String, Int?)])
  func `amounts of money are read in million won`(text: String, expected: Int?) {
    let reading = form.read(SampleAnswers.jointResearch(.budget, text))
    #expect(reading.draft.budgetMillionWon == expected)
    #expect(reading.problems.map(\.key) == (expected == nil ? [.budget] : []))
  }

  @Test(
    arguments: [
      ("example.kr/연구", "https://example.kr/연구"), ("HTTP://Example.KR", "http://example.kr"),
      ("javascript:alert(1)", nil),
      ("ftp://example.kr", nil), ("https://user@example.kr", nil), ("홈페이지 준비 중", nil), ("https://example.kr/<b>", nil),
    ] as [(String, String?)])
  func `addresses of home pages are checked`(text: String, expected: String?) {
    let reading = form.read(SampleAnswers.jointResearch(.homepage, text))
    #expect(reading.draft.homepage == expected)
    #expect(reading.problems.map(\.key) == (expected == nil ? [.homepage] : []))
  }

  @Test(arguments: [
    ("연락은 kim@example.kr로 주세요", "연락은 ***로 주세요"), ("전화 010-1234-5678번", "전화 ***번"),
    ("전화 010 1234 5678 입니다", "전화 *** 입니다"),
    ("문의: 02-123-4567", "문의: ***"), ("(+82 10 1234 5678)", "(***)"), ("담당 900101-1234567", "담당 ***"),
    ("a@b.co,c@d.kr", "***,***"),
    ("a@b.com@c.com", "***"), ("hp010-1234-5678", "hp***"), ("call +49 30 1234 5678 now", "call *** now"),
  ])
  func `personal data are taken out of what may be published, and the applicant is told`(text: String, expected: String)
  {
    for key in [IntakeKey.title, .summary, .needs, .offers] {
      let reading = form.read(SampleAnswers.jointResearch(key, text + " 연구"))
      #expect(reading.answers[key] == [expected + " 연구"])
      #expect(reading.notices.map(\.key) == [key])
      #expect(reading.isAcceptable)
    }
  }

  @Test(arguments: [
    "1550.12 nm에서 0.9 mW@1550.12nm", "효율 99%@4.2K, 감도 15 fT/√Hz", "2023-11-21부터 2026-10-20까지", "시료 010 방향 100개",
    "0.02 123 4567",
    "<b>굵게</b> & \"따옴표\"", "큐비트 1,000개와 10^-9",
  ])
  func `measurements, dates and markup stay as they are`(text: String) {
    let reading = form.read(SampleAnswers.jointResearch(.summary, text))
    #expect(reading.draft.application.summary == text)
    #expect(reading.notices.isEmpty)
  }

  @Test func `letters are composed, and what nobody sees is taken out`() {
    let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"
    let reading = form.read(
      SampleAnswers.jointResearch(
        .title, "\u{FEFF} \(decomposed)\u{0000}\u{202E}양\u{200B}자\u{00A0}\u{3000}센서\u{0007}\r\n"))
    #expect(reading.draft.application.title == "한글 양자 센서")
    #expect(Array(reading.draft.application.title.utf8) == Array("한글 양자 센서".utf8))
    let paragraphs = form.read(SampleAnswers.jointResearch(.summary, "하나\r\n\r\n\u{2028}둘  셋"))
    #expect(paragraphs.draft.application.summary == "하나\n둘 셋")
  }

  @Test func `what is too long is refused with its length, not cut`() throws {
    let reading = form.read(SampleAnswers.jointResearch(.title, String(repeating: "양", count: 201)))
    let problem = try #require(reading.problems.first)
    #expect(problem.key == .title && problem.message.korean.contains("201자") && problem.message.english.contains("200"))
    #expect(reading.answers.first(.title).count == 201)
    #expect(form.read(SampleAnswers.jointResearch(.title, String(repeating: "양", count: 200))).isAcceptable)
    let piled = "a" + String(repeating: "\u{0301}", count: 5_000)
    #expect(form.read(SampleAnswers.jointResearch(.title, piled)).problems.map(\.key) == [.title])
  }

  @Test func `a need that is too long is named by its place`() {
    let reading = form.read(
      SampleAnswers.jointResearch(.needs, "", "센서", String(repeating: "긴", count: 501), "차폐"))
    #expect(reading.problems.map(\.key) == [.needs])
    #expect(reading.problems.first?.place == 1)
    #expect(reading.answers[.needs].count == 3)
  }

  @Test func `urgencies stay with their needs when blank ones are left out`() {
    var answers = SampleAnswers.jointResearch(.needs, "", "센서", "-", "차폐")
    answers[.needUrgencies] = ["required", "wished", "wished", "required"]
    let needs = form.read(answers).draft.application.needs
    #expect(needs == [Need(statement: "센서", urgency: .wished), Need(statement: "차폐", urgency: .required)])
  }

  @Test func `a sixth need is one too many`() {
    let reading = form.read(SampleAnswers.jointResearch(.needs, "가나", "나다", "다라", "라마", "마바", "바사"))
    #expect(reading.problems.map(\.key) == [.needs])
  }

  @Test func `an applicant from abroad names the country`() {
    var answers = SampleAnswers.jointResearch(.region, "abroad")
    #expect(form.read(answers).problems.map(\.key) == [.country])
    answers[.country] = ["독일"]
    let reading = form.read(answers)
    #expect(reading.isAcceptable && reading.draft.region == nil)
    #expect(reading.draft.application.applicant?.country == "DE")
    answers[.country] = ["어딘가"]
    #expect(form.read(answers).problems.map(\.key) == [.country])
  }

  @Test func `choices are known by value, label and other words, and unknown ones are named`() {
    let reading = form.read(SampleAnswers.jointResearch(.region, "서울특별시"))
    #expect(reading.draft.region == "서울")
    let unknown = form.read(SampleAnswers.jointResearch(.region, "아틀란티스"))
    #expect(unknown.problems.map(\.key) == [.region])
    #expect(unknown.problems.first?.message.korean.contains("아틀란티스") == true)
  }
}
