import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import ResearchProfiles
import Testing

@testable import WebService

/// Applying by the web, and what an applicant does afterwards.
@Suite struct ApplyTests {
  static let fields: [(String, String)] = [
    ("purposes", "joint_research"), ("purposes", "counselling"), ("organization_name", "한빛양자"),
    ("organization_kind", "company"), ("region", "서울"), ("title", "착용형 뇌자도를 위한 광펌핑 자력계"),
    ("summary", "상온에서 동작하는 자력계를 헬멧에 붙입니다. 문의 hidden.mail@hanbit.example.kr"), ("needs", "광펌핑 자력계 센서 30채널"),
    ("need_urgencies", "required"), ("offers", "임상 판독과 환자 자료"), ("person_name", "김하늘별"),
    ("email", "sky.kim@hanbit.example.kr"), ("phone", "010-2345-6789"), ("consent_forum", "yes"),
    ("consent_partners", "yes"),
  ]

  /// Applies, and returns the address of the applicant's own page.
  static func apply(_ browser: TestBrowser, _ fields: [(String, String)] = fields) async throws -> String {
    _ = try await browser.get("/apply")
    let answer = try await browser.post("/apply", fields)
    let location = try #require(answer.location)
    #expect(answer.status == 303)
    return String(location.prefix { $0 != "?" }.dropLast("/receipt".count))
  }

  @Test func `the form asks everything that its definition asks, with a label for every control`() async throws {
    let forum = try TestForum()
    for language in ["ko", "en"] {
      let page = try await forum.browser(language: language).get("/apply")
      #expect(page.status == 200)
      for key in IntakeKey.allCases { #expect(page.text.contains("name=\"\(key.rawValue)\""), "\(key)") }
      let labelled = Set(page.all(matches: "<label[^>]* for=\"([^\"]+)\""))
      for id in page.all(matches: "<(?:input|select|textarea) id=\"([^\"]+)\"") {
        #expect(
          labelled.contains(id) || page.text.contains("id=\"\(id)\" name=\"needs\"")
            || page.text.contains("id=\"\(id)\" name=\"offers\""))
      }
      let ids = page.all(matches: " id=\"([^\"]+)\"")
      #expect(Set(ids).count == ids.count)
      for described in page.all(matches: "aria-describedby=\"([^\"]+)\"").flatMap({ $0.split(separator: " ") }) {
        #expect(ids.contains(String(described)))
      }
      #expect(page.text.contains("<html lang=\"\(language)\""))
      // Of two ways to be reached one is enough.
      let either = language == "ko" ? "둘 중 하나 필수" : "one of the two is required"
      #expect(page.text.ranges(of: ">\(either)<").count == 2)
    }
  }

  @Test func `an application gets a receipt with its link as a code, and suggestions at once`() async throws {
    let forum = try TestForum()
    let browser = forum.browser()
    _ = try await browser.get("/apply")
    let answer = try await browser.post("/apply", Self.fields)
    let receipt = try await browser.get(try #require(answer.location))
    #expect(receipt.status == 200)
    #expect(receipt.text.contains("2026-0001") && receipt.text.contains("class=\"qr-code\""))
    #expect(receipt.text.contains("누리센서"))
    #expect(receipt.text.contains("***로 바꾸었습니다"))
    for text in ["김하늘별", "sky.kim", "hidden.mail", "2345-6789"] { #expect(!receipt.text.contains(text)) }
    let stored = try #require(try forum.desk.store.application(receipt: "2026-0001"))
    #expect(stored.channel == .web && stored.wantsCounselling)
    #expect(try forum.desk.store.counsellingSessions().total == 1)
    #expect(
      try forum.desk.store.liveConsents(receipt: "2026-0001", at: forum.desk.now).map(\.recipient) == [
        "forum", "partners",
      ])
  }

  @Test func `what is wrong is said at the top and at the question, and nothing typed is lost`() async throws {
    let forum = try TestForum()
    let browser = forum.browser(language: "en")
    _ = try await browser.get("/apply")
    let wrong = Self.fields.map { $0.0 == "email" ? ("email", "no address <b>") : $0 }.filter {
      $0.0 != "consent_forum"
    }
    let page = try await browser.post("/apply", wrong)
    #expect(page.status == 422)
    #expect(page.text.contains("2 things to correct"))
    #expect(page.links.contains("#f-email") && page.links.contains("#f-consent-forum"))
    #expect(page.text.contains("id=\"f-email-problem\"") && page.text.contains("aria-invalid=\"true\""))
    #expect(page.text.contains("value=\"no address &lt;b&gt;\""))
    #expect(page.text.contains("광펌핑 자력계 센서 30채널</textarea>"))
    #expect(try forum.desk.store.applications().total == 0)
    #expect(try await browser.post("/apply", Self.fields).status == 303)
  }

  @Test func `cookies that went meanwhile cost nobody what was typed`() async throws {
    let forum = try TestForum()
    let browser = forum.browser()
    let page = try await browser.post("/apply", Self.fields)
    #expect(page.status == 403)
    #expect(page.text.contains("광펌핑 자력계 센서 30채널</textarea>"))
    #expect(!page.text.contains("name=\"consent_partners\" value=\"yes\" checked"))
    #expect(try forum.desk.store.applications().total == 0)
    #expect(try await browser.post("/apply", Self.fields).status == 303)
  }

  @Test func `programs that fill in everything, and floods, are held off`() async throws {
    var configuration = WebConfiguration()
    configuration.applicationsPerMinute = 3
    let forum = try TestForum(configuration)
    let browser = forum.browser()
    _ = try await browser.get("/apply")
    #expect(try await browser.post("/apply", Self.fields + [(ApplyRoutes.trap, "http://spam.example")]).status == 400)
    var statuses: [Int] = []
    // On a slow machine a turn may come back between two of them.
    while statuses.count < 20, statuses.last != 429 {
      statuses.append(try await browser.post("/apply", Self.fields).status)
    }
    #expect(statuses.prefix(2) == [303, 303] && statuses.last == 429)
    let other = forum.browser(address: "192.0.2.9")
    _ = try await other.get("/apply")
    #expect(try await other.post("/apply", Self.fields).status == 303)
  }

  @Test func `the own page shows, changes, answers, consents, downloads and withdraws`() async throws {
    let forum = try TestForum()
    let browser = forum.browser()
    let my = try await Self.apply(browser)
    let page = try await browser.get(my)
    #expect(page.text.contains("누리센서") && page.text.contains("소형 원자 자력계"))
    #expect(!page.text.contains("sky.kim"))

    let organization = try #require(page.value(ofHidden: "organization"))
    let answered = try await browser.post(my + "/answers", ["organization": organization, "answer": "yes"])
    #expect(answered.status == 303)
    let after = try await browser.get(my)
    #expect(after.text.contains("포럼 사무국이 상대 기관의 뜻을 물어"))
    _ = try await browser.post(
      my + "/answers", ["organization": organization, "answer": "no", "reason": "known_already"])
    #expect(try forum.desk.store.interests(receipt: "2026-0001").map(\.reason) == ["known_already"])

    let edit = try await browser.get(my + "/edit")
    #expect(edit.text.contains("sky.kim@hanbit.example.kr") && edit.text.contains("임상 판독과 환자 자료"))
    let revision = try #require(edit.value(ofHidden: "revision"))
    let changed =
      Self.fields.filter { $0.0 != "consent_partners" && $0.0 != "title" }
      + [("title", "새 제목의 자력계"), ("revision", revision)]
    #expect(try await browser.post(my + "/edit", changed).status == 303)
    #expect(try await browser.post(my + "/edit", changed).status == 400, "an old revision")
    #expect(try forum.desk.store.application(receipt: "2026-0001")?.application.title == "새 제목의 자력계")
    #expect(try forum.desk.store.liveConsents(receipt: "2026-0001", at: forum.desk.now).map(\.recipient) == ["forum"])

    _ = try await browser.post(my + "/consents", ["consent": "consent_partners", "action": "give"])
    #expect(try forum.desk.store.liveConsents(receipt: "2026-0001", at: forum.desk.now).count == 2)
    _ = try await browser.post(my + "/consents", ["consent": "consent_partners", "action": "withdraw"])
    #expect(try forum.desk.store.liveConsents(receipt: "2026-0001", at: forum.desk.now).count == 1)
    #expect(try await browser.post(my + "/consents", ["consent": "consent_forum", "action": "withdraw"]).status == 400)

    let data = try await browser.get(my + "/data.json")
    let object = try JSONSerialization.jsonObject(with: Data(data.bytes)) as? [String: Any]
    #expect((object?["contact"] as? [String: Any])?["email"] as? String == "sky.kim@hanbit.example.kr")

    _ = try await browser.get(my + "/withdraw")
    #expect(try await browser.post(my + "/withdraw").status == 303)
    #expect(try forum.desk.store.application(receipt: "2026-0001")?.status == .withdrawn)
    #expect(try await browser.get(my).text.contains("더 이상 추천에 쓰이지 않습니다"))
    #expect(try await browser.post(my + "/answers", ["organization": organization, "answer": "yes"]).status == 400)
  }

  @Test func `deleting takes two steps, and then the link opens nothing`() async throws {
    let forum = try TestForum()
    let browser = forum.browser()
    let my = try await Self.apply(browser)
    _ = try await browser.get(my + "/erase")
    #expect(try await browser.post(my + "/erase").status == 422)
    #expect(try await browser.get(my).status == 200)
    let done = try await browser.post(my + "/erase", ["confirmed": "yes"])
    #expect(done.location == "/erased")
    #expect(try await browser.get(my).status == 404)
    #expect(try forum.desk.store.contact(receipt: "2026-0001") == nil)
  }

  @Test func `a link of somebody else, or none, opens nothing, and another site can change nothing`() async throws {
    let forum = try TestForum()
    let browser = forum.browser()
    let my = try await Self.apply(browser)
    for address in ["/my/2026-0001", "/my/2026-0001.zzzzzz.AAAAAAAAAAAAAAAAAAAAAA", my.dropLast() + "!", my + ".x"] {
      #expect(try await browser.get(String(address)).status == 404)
    }
    // The link alone is no form of ours: the token of the visit is missing.
    #expect(try await forum.browser().post(my + "/withdraw").status == 403)
    #expect(try forum.desk.store.application(receipt: "2026-0001")?.status == .received)
  }

  @Test func `no personal text is in any log line or address`() async throws {
    let forum = try TestForum()
    let browser = forum.browser()
    let my = try await Self.apply(browser)
    for page in ["", "/receipt", "/edit", "/data.json", "/erase", "/nothing"] { _ = try await browser.get(my + page) }
    _ = try await browser.post("/apply", Self.fields.filter { $0.0 != "title" })
    _ = try await browser.post(my + "/answers", ["organization": "x", "answer": "yes"])
    let token = String(my.dropFirst("/my/".count))
    for text in ["김하늘별", "sky.kim", "hanbit", "2345-6789", "01023456789", AddressText.encoded("김하늘별"), token] {
      #expect(!forum.log.text.contains(text))
    }
    for text in ["sky.kim", "hanbit", "2345", AddressText.encoded("김하늘별")] {
      #expect(!browser.addresses.contains { $0.contains(text) })
    }
    #expect(forum.log.text.contains("/my/{token}"))
  }

  @Test func `everybody may read how matching works and what happens to data`() async throws {
    let forum = try TestForum()
    for language in ["ko", "en"] {
      let browser = forum.browser(language: language)
      let matching = try await browser.get("/how-matching-works")
      #expect(matching.status == 200 && matching.text.contains("CORDIS"))
      let privacy = try await browser.get("/privacy")
      for field in IntakeForm.standard.fields {
        guard let wording = field.consent?.wording.description else { continue }
        #expect(privacy.text.contains(wording))
      }
    }
  }
}
