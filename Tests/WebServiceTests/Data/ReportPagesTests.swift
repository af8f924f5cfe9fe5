import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles
import Testing

@testable import WebService

/// The landscape and what is printed.
@Suite struct ReportPagesTests {
  private func forum() throws -> (TestForum, receipt: String) {
    let forum = try TestForum()
    let submission = try forum.desk.takeIn(
      Application(
        id: "a1", title: "뇌자도용 원자 자력계", summary: "광펌핑 자력계로 뇌자도를 잰다.",
        needs: [Need(statement: "원자 센서용 795 nm 협대역 레이저"), Need(statement: "달 표토 시료 채취 장비")],
        offers: [Need(statement: "자기차폐실 시험")], applicant: Applicant(id: OrganizationID("hospital-univ"), name: "새벽대학교")),
      actor: "test")
    return (forum, submission.application.receipt)
  }

  @Test(arguments: ["ko", "en"])
  func `the landscape draws, tells the same numbers, and names what nobody meets`(language: String) async throws {
    let (forum, receipt) = try forum()
    let viewer = try await forum.browser(signedInAs: .viewer, language: language)
    var page = try await viewer.get("/desk/landscape")
    for _ in 0..<100 where !page.text.contains("<svg") {
      try await Task.sleep(for: .milliseconds(50))
      page = try await viewer.get("/desk/landscape")
    }
    #expect(page.all(matches: "(<svg)").count == 4 && page.all(matches: "(<table)").count >= 4)
    #expect(!page.text.contains("style="))
    #expect(page.text.contains("달 표토 시료 채취 장비") && page.text.contains(receipt))
  }

  @Test func `brief, proposal and forum report are whole pages in both languages`() async throws {
    let (forum, receipt) = try forum()
    for language in ["ko", "en"] {
      let viewer = try await forum.browser(signedInAs: .viewer, language: language)
      let brief = try await viewer.get("/desk/applications/\(receipt)/brief")
      #expect(brief.status == 200 && brief.text.contains("협대역 레이저"))
      #expect(brief.all(matches: "(<h1)").count == 1)
      let headings = brief.all(matches: "<h[23][^>]*>([^<]*)<")
      #expect(Set(headings).count == headings.count, "no heading stands twice")
      let proposal = try await viewer.get("/desk/applications/\(receipt)/proposal")
      #expect([200, 404].contains(proposal.status))
      var report = try await viewer.get("/desk/reports/forum")
      for _ in 0..<100 where !report.text.contains("<svg") {
        try await Task.sleep(for: .milliseconds(50))
        report = try await viewer.get("/desk/reports/forum")
      }
      #expect(report.text.contains("<svg") && report.all(matches: "(<caption)").count >= 5)
    }
  }
}
