import ForumDesk
import ForumRecords
import HTTPTypes
import ResearchProfiles
import Testing

@testable import WebService

/// What staff takes in: paper, and exports of form services.
@Suite struct IntakeDeskTests {
  private static let export = """
    타임스탬프,기관명,기관 유형,지역,신청분야,제목,내용,성명,이메일,개인정보 수집 및 이용 동의,비고
    2026. 11. 20 오후 2:31:05,가온센서,기업,서울,공동연구 상대 찾기,원자 자력계 시험,광펌핑 자력계를 시험합니다,박나래,narae@gaon.example.kr,동의합니다,메모
    2026. 11. 20 오후 2:35:00,다온대학교,대학,부산,공동연구 상대 찾기,양자내성암호,보안 칩을 찾습니다,최다온,daon@daon.example.kr,동의합니다,
    2026. 11. 20 오후 2:36:00,마루연구소,연구소,대전,공동연구 상대 찾기,제목,내용입니다,정마루,no address,동의합니다,
    """

  private static func multipart(_ browser: TestBrowser, _ content: String) -> (HTTPFields, [UInt8]) {
    let body =
      "--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n\(browser.formToken)\r\n"
      + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"응답.csv\"\r\n\r\n\(content)\r\n--b--\r\n"
    return ([.contentType: "multipart/form-data; boundary=b"], Array(body.utf8))
  }

  @Test func `only staff gets in, and paper is typed in under one's own name`() async throws {
    let forum = try TestForum()
    #expect(try await forum.browser().get("/desk/intake").location?.hasPrefix("/login") == true)
    #expect(try await forum.browser(signedInAs: .viewer).get("/desk/intake").status == 403)
    let counsellor = try await forum.browser(signedInAs: .counsellor)
    #expect(try await counsellor.get("/desk/intake").status == 200)
    _ = try await counsellor.get("/desk/intake/new")
    #expect(try await counsellor.post("/desk/intake/new", [("title", "x")]).status == 422)
    let taken = try await counsellor.post("/desk/intake/new", ApplyTests.fields)
    let receipt = try await counsellor.get(try #require(taken.location))
    #expect(receipt.text.contains("2026-0001") && receipt.text.contains("qr-code"))
    let stored = try #require(try forum.desk.store.application(receipt: "2026-0001"))
    #expect(stored.channel == .paper)
    #expect(try forum.desk.store.consents(receipt: "2026-0001").allSatisfy { $0.method == .paper })
    #expect(
      try forum.desk.store.auditEntries(AuditFilter(action: "application.submit")).items.map(\.actor)
        == ["test-counsellor"])
  }

  @Test func `the paper form asks what the form asks, in both languages`() async throws {
    let forum = try TestForum()
    for language in [Language.korean, .english] {
      let page = try await forum.browser(signedInAs: .counsellor, language: language.rawValue).get("/desk/intake/paper")
      for field in IntakeForm.standard.fields where field.key != .needUrgencies {
        #expect(page.text.contains(HTMLText.escaped(field.label[language])), "\(field.key)")
      }
    }
  }

  @Test func `an export is uploaded, looked over, corrected, imported, and imported again without effect`() async throws
  {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    _ = try await officer.get("/desk/intake")
    let (headers, body) = Self.multipart(officer, Self.export)
    let kept = try await officer.send(.post, "/desk/intake/imports", headers: headers, body: body)
    let upload = try #require(kept.location)
    let look = try await officer.get(upload)
    #expect(look.text.contains("3건 가운데 2건"))
    #expect(look.text.contains("name=\"column10\""))
    #expect(try forum.desk.store.applications().total == 0, "nothing is stored before it is asked for")
    // Somebody else does not get at it.
    let other = try await forum.browser(signedInAs: .administrator)
    #expect(try await other.get(upload).status == 404)

    let corrected = try await officer.post(upload + "/mapping", ["column10": "keywords"])
    let again = try await officer.get(try #require(corrected.location))
    #expect(again.text.contains("전에 고쳐 두신"))
    let done = try await officer.post(upload + "/run")
    let report = try await officer.get(try #require(done.location))
    #expect(report.text.contains("읽음 3 = 접수 2 + 고침 0 + 그대로 0 + 거부 1"))
    let found = try forum.desk.applications(matching: "자력계", ApplicationFilter(), page: .all).items
    #expect(found.map { $0.application.applicant?.name } == ["가온센서"])
    #expect(found.first?.application.keywords == ["메모"])
    #expect(try !forum.desk.suggestions(of: try #require(found.first?.receipt)).isEmpty)
    for text in ["박나래", "narae@", "정마루"] { #expect(!report.text.contains(text)) }
    #expect(try await officer.get(upload).status == 404)

    _ = try await officer.get("/desk/intake")
    let raw = try await officer.send(
      .put, "/desk/intake/imports?name=again.csv",
      headers: [UploadedFile.tokenHeader: officer.formToken, .contentType: "text/csv"], body: Array(Self.export.utf8))
    #expect(raw.status == 201)
    let second = try #require(raw.location)
    _ = try await officer.get(second)
    let repeated = try await officer.get(try #require(try await officer.post(second + "/run").location))
    #expect(repeated.text.contains("읽음 3 = 접수 0 + 고침 0 + 그대로 2 + 거부 1"))
  }

  @Test func `uploads that are no table, empty, or without the page's token are refused`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    _ = try await officer.get("/desk/intake")
    for content in ["", "nothing of a form\n1,2,3\n"] {
      let (headers, body) = Self.multipart(officer, content)
      let answer = try await officer.send(.post, "/desk/intake/imports", headers: headers, body: body)
      let page = try await officer.followed(answer)
      #expect(page.status == 400, "\(content)")
    }
    let headers: HTTPFields = [.contentType: "text/csv"]
    #expect(
      try await officer.send(.put, "/desk/intake/imports", headers: headers, body: Array(Self.export.utf8)).status
        == 403)
    #expect(
      try await officer.send(
        .post, "/desk/intake/imports", headers: [.contentType: "multipart/form-data; boundary=b"], body: [1, 2, 3]
      ).status == 400)
  }
}
