import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct RegistryUpsertTests {
  let folder: TemporaryFolder
  let registry: Registry

  init() throws {
    folder = try TemporaryFolder()
    registry = try Registry(path: folder.file("registry.sqlite"), mode: .readWrite)
  }

  @Test func `what goes in comes out`() throws {
    let evidence = project("p1", participants: [("kist", .coordinator), ("kist", .owner), ("snu", .participant)])
    let outcomes = try registry.apply([.organization(kist), storing(evidence)])
    #expect(outcomes == [RegistryOutcome(.added), RegistryOutcome(.added, mentionedOrganizationsAdded: 1)])
    #expect(try registry.organizations(["snu", "none", "kist"]) == [OrganizationProfile(id: "snu"), nil, kist])
    #expect(try registry.evidence(["none", "p1"]) == [nil, evidence])
    #expect(try registry.evidenceIDs(of: "kist") == ["p1"])
    #expect(try registry.evidenceIDs(of: "none") == [])
    let counts = try registry.counts()
    #expect(counts.organizationCount == 2)
    #expect(counts.fullOrganizationCount == 1)
    #expect(counts.evidenceCount == 1)
    #expect(counts.participationCount == 3)
  }

  @Test func `the same source again writes nothing`() throws {
    let changes: [RegistryChange] = [
      .organization(kist), .mention(OrganizationProfile(id: "snu", kind: .university)),
      storing(project("p1", participants: [("kist", .coordinator)]), mentions: [OrganizationProfile(id: "kist")]),
      .supporting(SupportingRecord(kind: .funding, id: "f1", names: "Horizon")),
    ]
    #expect(try registry.apply(changes).map(\.effect) == [.added, .added, .added, .added])
    let sequence = try registry.currentSequence()
    #expect(try registry.apply(changes).map(\.effect) == [.unchanged, .unchanged, .unchanged, .unchanged])
    #expect(try registry.currentSequence() == sequence)
    let reopened = try Registry(path: registry.path, mode: .readWrite)
    #expect(try reopened.apply(changes).map(\.effect) == [.unchanged, .unchanged, .unchanged, .unchanged])
    #expect(try reopened.currentSequence() == sequence)
  }

  @Test func `evidence with a known id replaces the old one`() throws {
    _ = try registry.apply([storing(project("p1", participants: [("a", .coordinator), ("b", .participant)]))])
    let newer = project("p1", title: "Squeezed light", participants: [("c", .coordinator)], date: nil)
    #expect(try registry.apply([storing(newer)]).map(\.effect) == [.updated])
    #expect(try registry.evidence(["p1"]) == [newer])
    #expect(try registry.evidenceIDs(of: "a") == [])
    #expect(try registry.evidenceIDs(of: "c") == ["p1"])
  }

  @Test func `a full record replaces what it states and keeps the rest`() throws {
    _ = try registry.apply([.organization(kist)])
    let record = OrganizationProfile(id: "kist", names: "KIST", region: "강원", keywords: ["photonics"])
    #expect(try registry.apply([.organization(record)]).map(\.effect) == [.updated])
    var expected = kist
    expected.names = "KIST"
    expected.region = "강원"
    expected.keywords = ["photonics"]
    #expect(try registry.organizations(["kist"]) == [expected])
  }

  @Test func `a mention fills what is empty and overwrites nothing`() throws {
    let first = OrganizationProfile(id: "snu", names: "SNU", country: "KR")
    let second = OrganizationProfile(id: "snu", kind: .university, names: "Seoul National University", country: "US")
    #expect(
      try registry.apply([.mention(first), .mention(second), .mention(second)]).map(\.effect) == [
        .added, .updated, .unchanged,
      ])
    #expect(
      try registry.organizations(["snu"])
        == [OrganizationProfile(id: "snu", kind: .university, names: "SNU", country: "KR")])
    let record = OrganizationProfile(id: "snu", names: "서울대학교", region: "서울")
    #expect(try registry.apply([.organization(record), .mention(first)]).map(\.effect) == [.updated, .unchanged])
    #expect(
      try registry.organizations(["snu"])
        == [OrganizationProfile(id: "snu", kind: .university, names: "서울대학교", country: "KR", region: "서울")])
    #expect(try registry.counts().fullOrganizationCount == 1)
  }

  @Test func `a record of its own makes a mentioned organisation a full one even where it says nothing new`() throws {
    let profile = OrganizationProfile(id: "snu", names: "SNU")
    #expect(
      try registry.apply([.mention(profile), .organization(profile), .organization(profile)]).map(\.effect) == [
        .added, .updated, .unchanged,
      ])
  }

  @Test func `mentions inside evidence are counted`() throws {
    _ = try registry.apply([.mention(OrganizationProfile(id: "b"))])
    let outcome = try registry.apply([
      storing(
        project("p1", participants: [("a", .coordinator), ("b", .participant), ("c", .participant)]),
        mentions: [OrganizationProfile(id: "a", country: "KR"), OrganizationProfile(id: "b", country: "DE")])
    ])
    #expect(outcome == [RegistryOutcome(.added, mentionedOrganizationsAdded: 2, mentionedOrganizationsFilled: 1)])
  }

  @Test func `an organisation and a piece of evidence may share an id`() throws {
    _ = try registry.apply([.organization(OrganizationProfile(id: "x", names: "X")), storing(project("x"))])
    #expect(try registry.apply([.deleteEvidence("x")]).map(\.effect) == [.deleted])
    #expect(try registry.organizations(["x"]) == [OrganizationProfile(id: "x", names: "X")])
  }

  @Test func `ids that differ only in their bytes are different ids`() throws {
    let composed = "\u{D55C}"  // 한
    let decomposed = "\u{1112}\u{1161}\u{11AB}"
    _ = try registry.apply([
      .mention(OrganizationProfile(id: OrganizationID(composed), city: "composed")),
      .mention(OrganizationProfile(id: OrganizationID(decomposed), city: "decomposed")),
    ])
    #expect(
      try registry.organizations([OrganizationID(composed), OrganizationID(decomposed)]).map { $0?.city }
        == ["composed", "decomposed"])
  }

  @Test func `a failed batch leaves nothing behind, and the next one is right`() throws {
    let changes = [
      storing(project("p1", participants: [("a", .coordinator)]), mentions: [OrganizationProfile(id: "a")]),
      storing(project("boom")),
    ]
    let other = try RawDatabase(path: registry.path)
    try other.execute(
      "CREATE TRIGGER fail BEFORE INSERT ON evidence WHEN NEW.id = 'boom' BEGIN SELECT RAISE(ABORT, 'boom'); END")
    #expect(throws: RegistryError.self) { try registry.apply(changes) }
    #expect(try registry.counts().evidenceCount == 0)
    #expect(try registry.counts().organizationCount == 0)
    #expect(try registry.currentSequence() == 0)
    try other.execute("DROP TRIGGER fail")
    #expect(try registry.apply(changes).map(\.effect) == [.added, .added])
    #expect(try registry.evidenceIDs(of: "a") == ["p1"])
  }

  @Test func `another writer's changes are seen between two batches`() throws {
    let other = try Registry(path: registry.path, mode: .readWrite)
    _ = try registry.apply([.mention(OrganizationProfile(id: "a", country: "KR"))])
    _ = try other.apply([.deleteOrganization("a")])
    #expect(try registry.apply([.mention(OrganizationProfile(id: "a", country: "KR"))]).map(\.effect) == [.added])
  }
}
