import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct ForumStatisticsTests {
  let forum: ForumFolder
  var store: ForumStore { forum.store }

  init() throws { forum = try ForumFolder() }

  /// Every count is compared with counting the applications one by one.
  @Test(arguments: UInt64(1)...3)
  func `counts agree with counting`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for number in 0..<40 {
      var draft = sampleApplication(
        "\(number)", kind: OrganizationKind.allCases.randomElement(using: &generator)!)
      if Bool.random(using: &generator) { draft.application.applicant = nil }
      draft.channel = SubmissionChannel.allCases.randomElement(using: &generator)!
      draft.courses = Course.allCases.filter { _ in Bool.random(using: &generator) }
      draft.field = [nil, "PHYS", "CHEM"].randomElement(using: &generator)!
      draft.region = [nil, "서울", "부산"].randomElement(using: &generator)!
      draft.wantsJointResearch = Bool.random(using: &generator)
      draft.wantsCounselling = Bool.random(using: &generator)
      let time = noon.adding(seconds: Int64.random(in: 0..<200_000, using: &generator))
      let receipt = try store.submit(draft, actor: "kim", time: time).application.receipt
      try store.setStatus(
        ApplicationStatus.allCases.randomElement(using: &generator)!, of: receipt, actor: "kim", time: time)
    }
    var filter = ApplicationFilter()
    for statuses in [[], [ApplicationStatus.received, .published]] {
      filter.statuses = statuses
      let all = try store.applications(filter).items
      let statistics = try store.applicationStatistics(filter)
      func counts(_ names: [String], _ name: (ForumApplication) -> [String]) -> [NamedCount] {
        names.map { wanted in NamedCount(name: wanted, count: all.count { name($0).contains(wanted) }) }
      }
      func ranked(_ name: (ForumApplication) -> String?) -> [NamedCount] {
        let names = Set(all.map { name($0) ?? "" })
        return names.map { wanted in NamedCount(name: wanted, count: all.count { (name($0) ?? "") == wanted }) }
          .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
      }
      #expect(statistics.total == all.count)
      #expect(statistics.byStatus == counts(ApplicationStatus.allCases.map(\.rawValue)) { [$0.status.rawValue] })
      #expect(statistics.byChannel == counts(SubmissionChannel.allCases.map(\.rawValue)) { [$0.channel.rawValue] })
      #expect(statistics.byCourse == counts(Course.allCases.map(\.rawValue)) { $0.courses.map(\.rawValue) })
      #expect(
        statistics.byKind
          == counts(OrganizationKind.allCases.map(\.rawValue) + [""]) {
            [$0.application.applicant?.kind?.rawValue ?? ""]
          })
      #expect(statistics.byField == ranked(\.field))
      #expect(statistics.byRegion == ranked(\.region))
      #expect(statistics.byCountry == ranked { $0.application.applicant?.country })
      #expect(
        statistics.byDay == ranked { $0.submitted.seoulDate.description }.sorted { $0.name < $1.name })
      #expect(statistics.jointResearchCount == all.count(where: \.wantsJointResearch))
      #expect(statistics.counsellingCount == all.count(where: \.wantsCounselling))
    }
  }

  @Test func `an empty store counts nothing`() throws {
    let statistics = try store.applicationStatistics()
    #expect(statistics.total == 0)
    #expect(statistics.byStatus.map(\.count) == [0, 0, 0, 0])
    #expect(statistics.byField == [])
    let outcomes = try store.outcomeStatistics()
    #expect(outcomes.introductionCount == 0)
    #expect(outcomes.introductionsByStage.map(\.name) == OutcomeEvent.Stage.allCases.map(\.rawValue))
  }

  @Test func `outcomes are counted by stage and reason`() throws {
    let receipt = try store.submitSample()
    for (index, organization) in (["a", "b", "c"] as [OrganizationID]).enumerated() {
      let answer: InterestAnswer = index == 0 ? .yes : .no
      try store.recordInterest(
        Interest(
          receipt: receipt, organization: organization, answer: answer, reason: index == 2 ? "far" : nil, time: noon),
        actor: "applicant")
      let id = try store.propose(receipt: receipt, organization: organization, actor: "kim", time: noon).id
      if index == 0 {
        for side in Introduction.Side.allCases {
          try store.answer(introduction: id, side: side, .yes, means: .staff, actor: "kim", time: noon)
        }
      }
      for _ in 0...1 {
        try store.addOutcome(OutcomeEvent(introduction: id, stage: .met, time: noon, by: "kim"), actor: "kim")
      }
      try store.addOutcome(
        OutcomeEvent(introduction: id, stage: .ended, reason: index == 1 ? "terms" : "budget", time: noon, by: "kim"),
        actor: "kim")
    }
    try store.queueCounselling(receipt: receipt, actor: "kim", time: noon)
    let statistics = try store.outcomeStatistics()
    #expect(statistics.introductionCount == 3)
    #expect(statistics.introductionsByState.filter { $0.count > 0 }.map(\.name) == ["proposed", "mutual"])
    #expect(statistics.introductionsByStage.map(\.count) == [0, 3, 0, 0, 0, 3])
    #expect(
      statistics.reasonsByStage == [
        .init(stage: .ended, reason: "budget", count: 2), .init(stage: .ended, reason: "terms", count: 1),
      ])
    #expect(statistics.interestByAnswer.map(\.count) == [1, 2, 0])
    #expect(statistics.interestReasons == [NamedCount(name: "", count: 1), NamedCount(name: "far", count: 1)])
    #expect(statistics.counsellingByStatus.map(\.count) == [1, 0, 0])
    #expect(statistics.referralsByCourse.map(\.count) == [0, 0])
  }
}
