import ForumDesk
import ForumRecords
import Foundation
import PartnerDiscovery
import ResearchProfiles
import Testing

/// Partners of those who apply in a crowd are ranked behind the answer, and nobody can see that they were not yet.
@Suite struct RankingTests {
  private func apply(_ answers: IntakeAnswers, to forum: ApplicantForum) async throws -> ForumApplication {
    try await forum.desk.submitSuspending(
      IntakeForm.standard.read(answers), channel: .web, language: .korean, actor: ForumDesk.applicantActor)
  }

  @Test func `whoever looks at once sees the suggestions that an officer's entry has at once`() async throws {
    let forum = try ApplicantForum()
    let application = try await apply(ApplicantForum.sensorSeeker, to: forum)
    #expect(try forum.desk.store.suggestions(receipt: application.receipt).isEmpty, "nobody has looked yet")
    let suggestions = try forum.desk.suggestions(of: application.receipt)
    #expect(suggestions.first?.organization == OrganizationID("sensor-firm"))
    let entered = try ApplicantForum().apply(ApplicantForum.sensorSeeker)
    #expect(entered.receipt == application.receipt)
    #expect(
      try forum.desk.suggestedPartners(of: application.receipt).map(\.organization.id).first
        == OrganizationID("sensor-firm"))
    #expect(try forum.desk.suggestions(of: application.receipt) == suggestions, "they are made once")
  }

  @Test func `partners are ranked soon without anybody looking, also for those who applied before a start`()
    async throws
  {
    let forum = try ApplicantForum()
    let application = try await apply(ApplicantForum.sensorSeeker, to: forum)
    #expect(try forum.desk.store.suggestions(receipt: application.receipt).isEmpty)
    let restarted = try ForumDesk(workspace: forum.desk.workspace, passwordRoundExponent: 4)
    let another = try await restarted.submitSuspending(
      IntakeForm.standard.read(ApplicantForum.clinicSeeker), channel: .web, language: .korean,
      actor: ForumDesk.applicantActor)
    let receipts = [application.receipt, another.receipt]
    for _ in 0..<400 where try restarted.store.receiptsWithoutSuggestions().contains(where: receipts.contains) {
      try await Task.sleep(for: .milliseconds(50))
    }
    for receipt in receipts { #expect(try !restarted.store.suggestions(receipt: receipt).isEmpty) }
  }

  @Test func `a text that is changed before its turn is ranked as it is then`() async throws {
    let forum = try ApplicantForum()
    let application = try await apply(ApplicantForum.sensorSeeker, to: forum)
    var changed = ApplicantForum.sensorSeeker
    changed[.title] = ["양자내성암호 보안 칩"]
    changed[.summary] = ["양자내성암호 칩을 함께 만들 곳을 찾습니다."]
    changed[.needs] = ["양자내성암호 보안 칩"]
    changed[.offers] = ["보안 장비"]
    _ = try forum.desk.revise(
      application, by: IntakeForm.standard.read(changed), revision: application.revision, language: .korean,
      actor: ForumDesk.applicantActor)
    #expect(try forum.desk.suggestions(of: application.receipt).first?.organization == OrganizationID("crypto-firm"))
  }

  @Test func `an erased application gets no suggestions when its turn comes`() async throws {
    let forum = try ApplicantForum(worksInBackground: true)
    let application = try await apply(ApplicantForum.sensorSeeker, to: forum)
    try forum.desk.erase([application.receipt], actor: "test")
    try forum.settle()
    #expect(try forum.desk.suggestions(of: application.receipt).isEmpty)
    #expect(try forum.desk.store.receiptsWithoutSuggestions().isEmpty)
  }

  @Test func `who asks only for a course is suggested nobody`() async throws {
    let forum = try ApplicantForum()
    var answers = ApplicantForum.sensorSeeker
    answers[.purposes] = [Course.industry.rawValue]
    let application = try await apply(answers, to: forum)
    #expect(!application.wantsJointResearch)
    #expect(try forum.desk.suggestions(of: application.receipt).isEmpty)
    #expect(try forum.desk.store.receiptsWithoutSuggestions().isEmpty)
  }
}
