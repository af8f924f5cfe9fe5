import CallRules
import ConsortiumMatching
import Foundation
import PartnerDiscovery
import ResearchProfiles
import TestCorpora
import Testing

/// Proposals on a small workspace, from needs to seats.
@Suite struct ConsortiumBuilderTests {
  private let folder: TemporaryFolder
  private let builder: ConsortiumBuilder
  private let book: RuleBook

  init() throws {
    folder = try TemporaryFolder()
    let workspace = Workspace(path: folder.file("workspace"))
    let kinds = ["company", "university", "institute"]
    let subjects = ["diamond magnetometer growth", "cryogenic amplifier design", "photonic packaging of chips"]
    var lines = (0..<9).map { number in
      #"{"type":"organization","id":"o\#(number)","kind":"\#(kinds[number % 3])","names":{"en":"Body \#(number)"},"#
        + #""country":"KR","region":"\#(number < 5 ? "서울특별시" : "대전")"}"#
    }
    lines += (0..<27).map { number in
      #"{"type":"evidence","id":"p\#(number)","kind":"patent","title":"\#(subjects[number % 3])","text":"study \#(number)","#
        + #""organizations":[{"id":"o\#(number % 9)","role":"owner"}]}"#
    }
    let source = folder.file("records.jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: source))
    _ = try ImportSources(workspace: workspace, sources: [source]).run()
    builder = ConsortiumBuilder(ApplicationMatcher(try DiscoverySession(workspace: workspace)))
    book = try RuleSource.find(ShippedRules.defaultName)
  }

  private func application(_ needs: [String]) -> Application {
    Application(
      id: "a", title: "sensor", needs: needs.map { Need(statement: $0) },
      applicant: Applicant(id: OrganizationID("o0"), kind: .company, country: "KR"))
  }

  @Test func `needs are met by whoever has the evidence, with a passage, and the applicant has no seat twice`() throws {
    let request = ProposalRequest(
      application: application(["cryogenic amplifier design", "photonic packaging of chips"]), rules: book, size: 3...3)
    let bench = try builder.prepare(request)
    let proposal = try #require(try bench.planner().plan(count: 1).proposals.first)
    #expect(proposal.coverage == [.veryHigh, .veryHigh])
    let partners = proposal.found.partners.map { bench.id(ofCandidate: $0).rawValue }
    #expect(!partners.contains("o0"))
    let kinds = partners.compactMap { Int($0.dropFirst()).map { $0 % 3 } }
    #expect(kinds.sorted() == [1, 2])
    let seat = try #require(proposal.seats.first { !$0.contributions.isEmpty })
    let evidence = try #require(bench.evidence(ofCandidate: seat.member, need: seat.contributions[0].need))
    #expect(!evidence.result.title.isEmpty)
    #expect(proposal.seats.first?.role == .coordinator)
  }

  @Test func `a need of words that no evidence holds is met by nobody`() throws {
    let bench = try builder.prepare(
      ProposalRequest(
        application: application(["cryogenic amplifier design", "helium harvest"]),
        rules: RuleBook(name: "none", rules: [])))
    let proposal = try #require(try bench.planner().plan(count: 1).proposals.first)
    #expect(proposal.uncoveredNeeds == [1])
  }

  @Test func `regions of rules are understood in every spelling`() throws {
    let file = try folder.write(
      "call.yaml", "name: t\nrules:\n  - id: seoul\n    members: {of: {regions: [Seoul]}, at_least: 3}\n")
    let bench = try builder.prepare(
      ProposalRequest(application: application(["cryogenic amplifier design"]), rules: try RuleSource.find(file)))
    let proposal = try #require(try bench.planner().plan(count: 1).proposals.first)
    #expect(proposal.verdicts.map(\.state) == [.met])
    #expect((proposal.verdicts[0].found ?? 0) >= 3)
  }

  @Test func `without a stated need sentences that ask for something are taken`() {
    let extractor = NeedExtractor(builder.matcher.session)
    var text = Application(id: "t", title: "Sensor")
    text.summary = "We build sensors. We are looking for cryogenic amplifier design. 다이아몬드 성장 기술이 필요합니다. 감사합니다."
    let needs = extractor.needs(of: text)
    #expect(
      needs.map(\.need.statement) == ["We are looking for cryogenic amplifier design.", "다이아몬드 성장 기술이 필요합니다."])
    #expect(needs.allSatisfy { $0.origin == .request })
    text.summary = "Magnetometers are grown here. Chips are packaged there."
    #expect(extractor.needs(of: text).allSatisfy { $0.origin == .sentence && $0.need.urgency == .wished })
  }

  @Test func `levels rise with strength`() {
    let levels = [0, 0.1, 0.22, 0.32, 0.45, 1].map { CoverageScale.level(ofStrength: $0) }
    #expect(levels == [.none, .low, .medium, .high, .veryHigh, .veryHigh])
  }

  @Test func `what cannot be matched says why`() {
    #expect(throws: ConsortiumInputError.noEvidence(application: "a")) {
      try builder.prepare(
        ProposalRequest(application: Application(id: "a", needs: [Need(statement: "zzzz")]), rules: book))
    }
    #expect(throws: ConsortiumInputError.noNeeds(application: "a")) {
      try builder.prepare(ProposalRequest(application: Application(id: "a", title: "zzzz"), rules: book))
    }
    #expect(throws: DiscoveryError.applicationWithoutText(id: "a")) {
      try builder.prepare(ProposalRequest(application: Application(id: "a"), rules: book))
    }
  }
}
