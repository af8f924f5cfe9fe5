import ForumDesk
import ForumRecords
import Foundation
import PartnerDiscovery
import ResearchProfiles
import TestCorpora

/// A forum with a few organisations, and applicants who file what they are given.
final class ApplicantForum: Sendable {
  let folder: TemporaryFolder
  let desk: ForumDesk
  private let clock: ForumClock

  /// - Parameter worksInBackground: whether the desk publishes by itself; else ``settle()`` does.
  init(worksInBackground: Bool = false) throws {
    folder = try TemporaryFolder()
    let workspace = Workspace(path: folder.file("workspace"))
    let source = try folder.write("organizations.jsonl", Self.organizations)
    _ = try ImportSources(workspace: workspace, sources: [source]).run()
    let clock = ForumClock()
    self.clock = clock
    desk = try ForumDesk(workspace: workspace, passwordRoundExponent: 4, worksInBackground: worksInBackground) {
      clock.time
    }
  }

  var now: ForumTime { clock.time }

  func advance(days: Int) { clock.advance(days: days) }

  /// Files an application by the forum's form.
  func apply(_ answers: IntakeAnswers) throws -> ForumApplication {
    try desk.submit(
      IntakeForm.standard.read(answers), channel: .web, language: .korean, actor: ForumDesk.applicantActor)
  }

  /// Waits until what was changed is in the index, and what was erased is out of the files.
  func settle() throws {
    for _ in 0..<400 {
      do {
        try desk.finishErasure()
        try desk.publish()
        if !desk.isErasing { return }
      } catch RegistryError.workspaceInUse, RegistryError.locked {}
      Thread.sleep(forTimeInterval: 0.05)
    }
  }

  /// Answers of somebody who looks for partners.
  static func answers(
    organization: String, person: String, email: String, phone: String, title: String, summary: String, need: String,
    offer: String
  ) -> IntakeAnswers {
    IntakeAnswers([
      "purposes": ["joint_research"], "organization_name": [organization], "organization_kind": ["company"],
      "region": ["서울"], "title": [title], "summary": [summary], "needs": [need], "offers": [offer],
      "person_name": [person], "email": [email], "phone": [phone], "consent_forum": ["yes"],
      "consent_partners": ["yes"],
    ])
  }

  static let sensorSeeker = answers(
    organization: "한빛양자", person: "김하늘별", email: "sky.kim@hanbit.example.kr", phone: "010-2345-6789",
    title: "착용형 뇌자도 헬멧", summary: "상온 광펌핑 자력계로 뇌 신호를 재는 헬멧을 만듭니다.", need: "광펌핑 자력계 센서 30채널",
    offer: "임상 판독 경험과 뇌파 환자 자료")

  static let clinicSeeker = answers(
    organization: "달빛센서", person: "이바다솔", email: "sea.lee@dalbit.example.kr", phone: "010-9876-5432",
    title: "뇌파 환자 자료를 찾는 센서 회사", summary: "광펌핑 자력계 시제품을 시험할 임상 판독 상대를 찾습니다.",
    need: "임상 판독 경험과 뇌파 환자 자료", offer: "광펌핑 자력계 센서 30채널 시제품")

  private static let organizations = """
    {"type":"organization","id":"sensor-firm","kind":"company","names":{"ko":"누리센서"},"country":"KR","region":"서울"}
    {"type":"organization","id":"hospital-univ","kind":"university","names":{"ko":"새벽대학교"},"country":"KR","region":"서울"}
    {"type":"organization","id":"crypto-firm","kind":"company","names":{"ko":"담장보안"},"country":"KR","region":"서울"}
    {"type":"evidence","id":"e1","kind":"project","title":"광펌핑 자력계 기반 뇌자도","text":"광펌핑 자력계 센서로 뇌자도를 측정하였다.","date":"2025-03-01","organizations":[{"id":"sensor-firm","role":"coordinator"},{"id":"hospital-univ"}]}
    {"type":"evidence","id":"e2","kind":"patent","title":"자기차폐 구조","text":"뇌자도 장비를 위한 경량 자기차폐실.","date":"2024-06-01","organizations":[{"id":"hospital-univ","role":"owner"}]}
    {"type":"evidence","id":"e3","kind":"project","title":"양자내성암호 칩","text":"양자내성암호 보안 칩.","date":"2023-09-01","organizations":[{"id":"crypto-firm","role":"coordinator"}]}
    """
}
