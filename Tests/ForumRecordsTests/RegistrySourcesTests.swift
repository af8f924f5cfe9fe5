import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct RegistrySourcesTests {
  let folder: TemporaryFolder
  let registry: Registry

  init() throws {
    folder = try TemporaryFolder()
    registry = try Registry(path: folder.file("registry.sqlite"), mode: .readWrite)
  }

  private func origin(_ source: String, _ location: String = "line 1", day: Int32 = 20_000) -> RecordOrigin {
    RecordOrigin(source: source, location: location, date: CalendarDate(daysSinceEpoch: day))
  }

  private func apply(_ source: String, _ changes: RegistryChange...) throws -> [RegistryOutcome.Effect] {
    try registry.apply(changes, origins: changes.map { _ in origin(source) }).map(\.effect)
  }

  private func body(_ city: String?, name: String = "Garam", homepage: String? = nil) -> OrganizationProfile {
    OrganizationProfile(id: "garam", names: LocalizedText(name), city: city, homepage: homepage)
  }

  @Test func `every field knows its source, place and date, and what is not shown is kept`() throws {
    _ = try apply("a", .organization(body("Seoul", homepage: "garam.kr")))
    _ = try apply("b", .organization(body("Busan")))
    let cities = try registry.statements(of: "garam").filter { $0.field == "city" }
    #expect(cities.map(\.value) == ["Seoul", "Busan"])
    #expect(cities.map(\.source) == ["a", "b"])
    #expect(cities.map(\.isShown) == [false, true], "the record that changed last is shown")
    #expect(cities.map(\.location) == ["line 1", "line 1"])
    #expect(cities[0].date == CalendarDate(daysSinceEpoch: 20_000))
    #expect(try registry.organizations(["garam"])[0]?.homepage == "garam.kr", "what others leave open is kept")
    #expect(try registry.verify().isEmpty)
  }

  @Test func `a record of its own is shown before what others mention, whenever it comes`() throws {
    _ = try apply("a", .organization(body("Seoul")))
    _ = try apply("b", .mention(body("Busan")))
    #expect(try registry.organizations(["garam"])[0]?.city == "Seoul")
    _ = try apply("c", .mention(body("Daegu", homepage: "garam.kr")))
    #expect(try registry.organizations(["garam"])[0]?.homepage == "garam.kr")
  }

  @Test func `importing a source again updates what it says and nothing else`() throws {
    _ = try apply("a", .organization(body("Seoul")))
    _ = try apply("b", .mention(body("Busan")))
    let sequence = try registry.currentSequence()
    #expect(try apply("a", .organization(body("Seoul"))) == [.unchanged])
    #expect(try apply("b", .mention(body("Busan"))) == [.unchanged])
    #expect(try registry.currentSequence() == sequence)
    #expect(try apply("a", .organization(body("Suwon"))) == [.updated])
    #expect(try registry.statements(of: "garam").filter { $0.field == "city" }.map(\.value) == ["Suwon", "Busan"])
  }

  @Test func `a removed source takes along what it alone says`() throws {
    _ = try apply(
      "a", .organization(body("Seoul", homepage: "garam.kr")),
      storing(project("p1", participants: [("garam", .coordinator)])),
      storing(project("p2", participants: [("only-a", .participant)])))
    _ = try apply("b", .organization(body("Busan")), storing(project("p1", participants: [("garam", .coordinator)])))
    let before = try registry.currentSequence()
    let removal = try #require(try registry.removeSource(named: "a"))
    #expect(removal.evidenceCount == 1 && removal.keptEvidenceCount == 1)
    #expect(removal.organizationCount == 1 && removal.keptOrganizationCount == 1)
    let changes = try registry.collectedChanges(after: before)
    #expect(changes.deletedEvidence == ["p2"] && changes.deletedOrganizations == ["only-a"])
    #expect(try registry.organizations(["garam"])[0] == body("Busan"))
    #expect(try registry.sources().map(\.name) == ["b"])
    #expect(try registry.verify().isEmpty)
    #expect(try registry.removeSource(named: "a") == nil)
  }

  @Test func `what a source says is shown again when the one that overrode it goes`() throws {
    _ = try apply("a", storing(project("p1", title: "By a", participants: [("x", .coordinator)])))
    _ = try apply("b", storing(project("p1", title: "By b", participants: [("y", .participant)])))
    #expect(try registry.evidence(["p1"])[0]?.title.primary == "By b")
    _ = try registry.removeSource(named: "b")
    #expect(
      try registry.evidence(["p1"]) == [project("p1", title: "By a", participants: [("x", .coordinator)])])
    #expect(try registry.organizations(["y"]) == [nil])
    #expect(try registry.verify().isEmpty)
  }

  @Test func `removing every source leaves nothing, in any order`() throws {
    var random = SplitMix64(seed: 5)
    for round in 0..<20 {
      for source in ["a", "b", "c"] {
        for _ in 0..<3 {
          let id = "p\(random.next() % 4)"
          let partner = "o\(random.next() % 4)"
          _ = try apply(
            source,
            storing(project(id, title: "\(round) \(random.next() % 2)", participants: [(partner, .participant)])),
            .organization(
              OrganizationProfile(id: OrganizationID(partner), names: LocalizedText("\(random.next() % 2)"))))
        }
      }
      for source in ["a", "b", "c"].shuffled(using: &random) {
        _ = try registry.removeSource(named: source)
        #expect(try registry.verify().isEmpty)
      }
      #expect(try registry.counts().evidenceCount == 0)
      #expect(try registry.counts().organizationCount == 0)
    }
  }

  @Test func `removing what was imported last is as if it had never been`() throws {
    _ = try apply("a", .organization(body("Seoul")), storing(project("p1", participants: [("garam", .coordinator)])))
    let before = try registry.collectedChanges(after: 0)
    _ = try apply(
      "b", .organization(body("Busan", name: "Garam Inc.", homepage: "b.kr")),
      storing(project("p1", title: "Else", participants: [("garam", .participant), ("z", .participant)])))
    _ = try registry.removeSource(named: "b")
    let after = try registry.collectedChanges(after: 0)
    #expect(after.organizations == before.organizations)
    #expect(try after.evidence.map { try $0.decoded() } == before.evidence.map { try $0.decoded() })
  }

  @Test func `a project and a publication of one number are two`() throws {
    var paper = project("7", title: "A paper")
    paper.kind = .publication
    _ = try apply("a", storing(project("7")), storing(paper))
    #expect(try registry.counts().evidenceCount == 2)
    #expect(try registry.evidence(["7"])[0]?.kind == .project)
    #expect(try registry.evidence(["7#publication"])[0]?.title.primary == "A paper")
    #expect(try apply("a", storing(project("7")), storing(paper)) == [.unchanged, .unchanged])
  }

  @Test func `what was stored before sources were kept belongs to the first that names it`() throws {
    try registry.close()
    let path = folder.file("old.sqlite")
    try RawDatabase(path: path).execute(registryOfVersion1)
    let old = try Registry(path: path, mode: .readWrite)
    #expect(try old.sources().map(\.name) == ["earlier imports"])
    #expect(try old.verify().isEmpty)
    let evidence = try #require(try old.evidence(["e1"])[0])
    _ = try old.apply([storing(evidence)], origins: [origin("a")])
    #expect(try old.sources().map(\.name) == ["a"])
    _ = try old.removeSource(named: "a")
    #expect(try old.counts().evidenceCount == 0)
  }
}
