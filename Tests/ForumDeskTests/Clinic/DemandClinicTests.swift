import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles
import Testing

/// The clinic on the demonstration forum.
@Suite struct DemandClinicTests {
  private let forum: DemoForum.Opened
  private let clinic: DemandClinic

  init() throws {
    forum = try DemoForum.opened.get()
    clinic = DemandClinic(matcher: forum.matcher)
  }

  private func application(_ id: String) throws -> ForumApplication {
    try #require(forum.applications.first { $0.receipt == id })
  }

  private func states(_ report: ClinicReport, _ subject: ClinicCheck.Subject) -> [ClinicState] {
    report.checks.filter { $0.subject == subject }.map(\.state)
  }

  @Test func `a need with figures and names is specific, vague words are not`() throws {
    var application = try application("demo-app-01")
    application.application.needs = [
      Need(statement: "감도 15 fT/√Hz 이하의 소형 OPM 센서를 30채널 이상 공급하고 헬멧에 맞추어 조정할 수 있는 기관"),
      Need(statement: "협력 희망"), Need(statement: "AI 기술"), Need(statement: "우수한 기관과 공동연구 희망"),
      Need(statement: "작은 자력계를 머리에 붙이는 방법"),
    ]
    let states = states(clinic.examine(application), .need)
    #expect(states[0] == .good)
    #expect(states[1...3].allSatisfy { $0 == .missing })
    #expect(states[4] == .improvable)
  }

  @Test func `every number of candidates is one that a search finds`() throws {
    for application in forum.applications.prefix(3) {
      for effect in clinic.examine(application).effects {
        #expect(effect.reach == forum.matcher.reach(of: effect.statement, for: application.application))
        for other in effect.alternatives {
          #expect(other.reach == forum.matcher.reach(of: other.statement, for: application.application))
          #expect(other.reach.metCount > effect.reach.metCount)
        }
        #expect(effect.sentence.korean.contains("\(effect.reach.metCount)곳"))
        #expect(effect.sentence.english.contains("\(effect.reach.metCount) candidate"))
      }
    }
  }

  @Test func `a vague need has an alternative in the applicant's own words`() throws {
    var application = try application("demo-app-01")
    application.application.needs = [Need(statement: "AI 기술")]
    let effect = try #require(clinic.examine(application).effects.first)
    let best = try #require(effect.alternatives.first)
    #expect(best.reach.metCount > effect.reach.metCount)
    guard case .addingOwn = best.change else {
      Issue.record("\(best.change)")
      return
    }
  }

  @Test func `the applicant is no candidate of its own`() throws {
    let application = try application("demo-app-03").application
    let offer = try #require(application.offers.first?.statement)
    var stranger = application
    stranger.applicant = nil
    #expect(
      forum.matcher.reach(of: offer, for: application).anyCount
        < forum.matcher.reach(of: offer, for: stranger).anyCount)
  }

  @Test func `an offer is backed by the applicant's own records, not by others'`() throws {
    let application = try application("demo-app-03")
    let own = try #require(
      forum.matcher.ownEvidence(for: "이온트랩 칩 설계와 초고진공 실험 장치", of: application.application))
    #expect(!own.evidence.title.isEmpty)
    #expect(states(clinic.examine(application), .offer).first == (own.isMet ? .good : .improvable))
    var stranger = application
    stranger.application.applicant = Applicant(name: "처음 듣는 회사")
    #expect(states(clinic.examine(stranger), .offer).allSatisfy { $0 == .improvable })
    stranger.application.offers = []
    #expect(states(clinic.examine(stranger), .offer) == [.missing])
  }

  @Test func `a field is taken as stated, guessed with its confidence, or asked for`() throws {
    var application = try application("demo-app-02")
    let guessed = try #require(clinic.examine(application).checks.first { $0.subject == .field })
    #expect(guessed.state == .improvable && guessed.finding.korean.contains("%"))
    application.field = "quantum.communication"
    #expect(states(clinic.examine(application), .field) == [.good])
    application.field = nil
    application.application = Application(id: "x", title: "가나다라", summary: "마바사")
    #expect(states(clinic.examine(application), .field) == [.missing])
  }

  @Test func `what is given of budget, level and role is told`() throws {
    var application = try application("demo-app-02")
    #expect(states(clinic.examine(application), .details) == [.missing])
    application.budgetMillionWon = 300
    #expect(states(clinic.examine(application), .details) == [.improvable])
    (application.readinessLevel, application.wantedRole) = (4, "coordinator")
    #expect(states(clinic.examine(application), .details) == [.good])
  }

  @Test func `contact details in a text are found`() throws {
    var application = try application("demo-app-02")
    #expect(states(clinic.examine(application), .personalData).isEmpty)
    application.application.summary += " 문의 kim@example.kr, 010-1234-5678"
    let check = try #require(clinic.examine(application).checks.first { $0.subject == .personalData })
    #expect(check.state == .missing && check.finding.korean.contains("2개"))
  }

  @Test func `applications that say much the same are found, and no others`() throws {
    var copy = try application("demo-app-04")
    copy.receipt = "2026-0099"
    copy.application.applicant = Applicant(name: "다른 기관")
    copy.application.title = "다른 제목으로 낸 같은 신청"
    let report = clinic.examine(copy, others: forum.applications)
    #expect(report.duplicates.map(\.receipt) == ["demo-app-04"])
    let found = try #require(report.duplicates.first)
    #expect(found.overlap > 0.8 && found.overlap < 1 && !found.isSameApplicant)
    #expect(states(report, .duplicates) == [.improvable])
    for application in forum.applications.prefix(20) {
      var application = application
      // Its needs are looked at elsewhere.
      application.wantsJointResearch = false
      let duplicates = clinic.examine(application, others: forum.applications).duplicates
      #expect(duplicates.allSatisfy { !$0.isLikely }, "\(application.receipt): \(duplicates)")
    }
  }

  @Test func `one applicant is known by id and by name without its legal form`() throws {
    let first = ForumApplication(
      receipt: "a", application: Application(id: "a", title: "극저온 제어 회로", applicant: Applicant(name: "(주)한빛양자")))
    var second = first
    second.receipt = "b"
    second.application = Application(id: "b", title: "광자 검출기 시험", applicant: Applicant(name: "한빛양자 주식회사"))
    let found = try #require(clinic.examine(first, others: [first, second]).duplicates.first)
    #expect(found.receipt == "b" && found.isSameApplicant && !found.isLikely)
  }

  @Test func `a letter asks for what is missing and for nothing else`() throws {
    var application = try application("demo-app-01")
    application.application.needs = [Need(statement: "협력 희망")]
    let report = clinic.examine(application)
    let letter = report.letter(applicationTitle: application.application.title)
    #expect(letter.korean.hasPrefix("안녕하십니까") && letter.korean.contains("demo-app-01"))
    for check in report.openChecks {
      #expect(letter.korean.contains(check.suggestion?.korean ?? "?"))
      #expect(letter.english.contains(check.suggestion?.english ?? "?"))
    }
    for check in report.checks where check.state == .good { #expect(!letter.korean.contains(check.finding.korean)) }
    let content = ClinicReport(receipt: "x", checks: [], effects: [], duplicates: [])
    #expect(content.letter(applicationTitle: "x").korean.isEmpty)
  }

  @Test func `who asks for a course only is asked nothing about research`() throws {
    var application = try application("demo-app-01")
    application.wantsJointResearch = false
    #expect(clinic.examine(application).checks.map(\.subject) == [.duplicates])
  }

  @Test func `the same application gets the same report`() throws {
    let application = try application("demo-app-05")
    let report = clinic.examine(application, others: forum.applications)
    #expect(report == DemandClinic(matcher: forum.matcher).examine(application, others: forum.applications))
  }

  @Test func `every check is told in both languages, and what is not good says what to do`() throws {
    for application in forum.applications.suffix(4) {
      for check in clinic.examine(application, others: forum.applications).checks {
        #expect(!check.finding.korean.isEmpty && !check.finding.english.isEmpty && !check.title.english.isEmpty)
        #expect((check.suggestion == nil) == (check.state == .good), "\(check)")
        #expect(!check.finding.english.unicodeScalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) })
      }
    }
  }
}
