import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct RegistryChangesTests {
  let folder: TemporaryFolder
  let registry: Registry

  init() throws {
    folder = try TemporaryFolder()
    registry = try Registry(path: folder.file("registry.sqlite"), mode: .readWrite)
  }

  @Test func `evidence comes in order of id bytes with what filters need`() throws {
    let ids = ["b", "a", "B", "10", "9", "가", "é", "z", "🙂", "ab"]
    _ = try registry.apply(ids.map { storing(project($0)) } + [.organization(kist)])
    _ = try registry.apply([storing(project("a", participants: [("kist", .coordinator), ("snu", .participant)]))])
    let changes = try registry.collectedChanges(after: 0, batchSize: 3)
    #expect(changes.evidenceIDs == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(changes.organizations.map(\.id) == ["kist", "snu"])
    #expect(changes.sequence == 2)
    let participants = try #require(changes.evidence.first { $0.id == "a" }).participants
    #expect(participants.map(\.organization) == ["kist", "snu"])
    #expect(participants.map(\.role) == [.coordinator, .participant])
    #expect(participants.map(\.kind) == [.institute, nil])
    #expect(participants.map(\.country) == ["KR", nil])
    #expect(participants.map(\.region) == ["서울", nil])
  }

  @Test func `only what changed comes again`() throws {
    _ = try registry.apply((0..<20).map { storing(project("p\($0)")) })
    let before = try registry.currentSequence()
    #expect(try registry.collectedChanges(after: before).evidence.isEmpty)
    _ = try registry.apply([storing(project("p7", title: "New title")), storing(project("p8")), storing(project("q"))])
    let changes = try registry.collectedChanges(after: before)
    #expect(changes.evidenceIDs == ["p7", "q"])
    #expect(try changes.evidence[0].decoded().title.primary == "New title")
    #expect(try registry.collectedChanges(after: changes.sequence).evidence.isEmpty)
  }

  @Test(arguments: [
    OrganizationProfile(id: "kist", kind: .company), OrganizationProfile(id: "kist", country: "DE"),
    OrganizationProfile(id: "kist", region: "부산"),
  ])
  func `a new kind, country or region sends the organisation's evidence again`(record: OrganizationProfile) throws {
    _ = try registry.apply([
      .organization(kist), storing(project("p1", participants: [("kist", .coordinator)])), storing(project("p2")),
    ])
    let before = try registry.currentSequence()
    _ = try registry.apply([.organization(record)])
    let changes = try registry.collectedChanges(after: before)
    #expect(changes.evidenceIDs == ["p1"])
    #expect(changes.organizations.map(\.id) == ["kist"])
    #expect(try registry.verify().isEmpty)
  }

  @Test func `a new name alone does not send the evidence again`() throws {
    _ = try registry.apply([.organization(kist), storing(project("p1", participants: [("kist", .coordinator)]))])
    let before = try registry.currentSequence()
    _ = try registry.apply([.organization(OrganizationProfile(id: "kist", names: "Other"))])
    let changes = try registry.collectedChanges(after: before)
    #expect(changes.evidence.isEmpty)
    #expect(changes.organizations.map(\.names.primary) == ["Other"])
  }

  @Test func `deletions leave tombstones until the id comes back`() throws {
    _ = try registry.apply([.organization(kist), storing(project("p1", participants: [("kist", .coordinator)]))])
    let before = try registry.currentSequence()
    #expect(
      try registry.apply([.deleteEvidence("p1"), .deleteEvidence("p1"), .deleteOrganization("none")]).map(\.effect)
        == [.deleted, .absent, .absent])
    #expect(try registry.collectedChanges(after: before).deletedEvidence == ["p1"])
    #expect(try registry.evidence(["p1"]) == [nil])
    _ = try registry.apply([storing(project("p1"))])
    let changes = try registry.collectedChanges(after: before)
    #expect(changes.deletedEvidence.isEmpty)
    #expect(changes.evidenceIDs == ["p1"])
  }

  @Test func `a deleted organisation leaves every piece of evidence, and its source brings it back`() throws {
    let evidence = project("p1", participants: [("snu", .coordinator), ("kist", .participant)])
    _ = try registry.apply([.organization(kist), storing(evidence)])
    let before = try registry.currentSequence()
    #expect(try registry.apply([.deleteOrganization("kist")]).map(\.effect) == [.deleted])
    let changes = try registry.collectedChanges(after: before)
    #expect(changes.deletedOrganizations == ["kist"])
    #expect(changes.evidence.map { $0.participants.map(\.organization) } == [["snu"]])
    #expect(try registry.verify().isEmpty)
    #expect(try registry.apply([storing(evidence)]).map(\.effect) == [.updated])
    #expect(try registry.evidenceIDs(of: "kist") == ["p1"])
  }

  @Test func `an error of the caller ends the stream and arrives as it is`() throws {
    struct Enough: Error {}
    _ = try registry.apply((0..<10).map { storing(project("p\($0)")) })
    var batchCount = 0
    #expect(throws: Enough.self) {
      _ = try registry.changes(after: 0, batchSize: 2) { _ in
        batchCount += 1
        if batchCount == 2 { throw Enough() }
      }
    }
    #expect(batchCount == 2)
    #expect(try registry.collectedChanges(after: 0).evidence.count == 10)
  }

  /// Random changes, and a copy that follows them by change numbers as the search index does.
  @Test(arguments: UInt64(1)...6)
  func `a follower that takes every change ends with what the registry holds`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var followed: [EvidenceID: StoredEvidence] = [:]
    var followedProfiles: [OrganizationID: OrganizationProfile] = [:]
    var sequence: Int64 = 0
    for _ in 0..<25 {
      let changes = (0..<Int.random(in: 1...12, using: &generator)).map { _ in randomChange(&generator) }
      _ = try registry.apply(changes)
      if Bool.random(using: &generator) { continue }
      let collected = try registry.collectedChanges(after: sequence, batchSize: 5)
      for id in collected.deletedEvidence { followed[id] = nil }
      for id in collected.deletedOrganizations { followedProfiles[id] = nil }
      for profile in collected.organizations { followedProfiles[profile.id] = profile }
      for evidence in collected.evidence { followed[evidence.id] = evidence }
      sequence = collected.sequence
      let everything = try registry.collectedChanges(after: 0)
      #expect(everything.organizations == followedProfiles.values.sorted { $0.id < $1.id })
      #expect(everything.evidenceIDs == followed.keys.sorted().map(\.rawValue))
      for evidence in everything.evidence {
        #expect(followed[evidence.id]?.participants == evidence.participants)
        #expect(try followed[evidence.id]?.decoded() == evidence.decoded())
      }
    }
    #expect(try registry.verify().isEmpty)
  }

  private func randomChange(_ generator: inout SplitMix64) -> RegistryChange {
    func organizationID() -> OrganizationID { OrganizationID("o\(Int.random(in: 0..<12, using: &generator))") }
    func profile() -> OrganizationProfile {
      OrganizationProfile(
        id: organizationID(), kind: [nil, .company, .university].randomElement(using: &generator)!,
        names: ["", "A", "B"].randomElement(using: &generator)!,
        country: [nil, "KR", "DE"].randomElement(using: &generator)!,
        region: [nil, "서울"].randomElement(using: &generator)!)
    }
    let id = EvidenceID("e\(Int.random(in: 0..<20, using: &generator))")
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return .deleteEvidence(id)
    case 1: return .deleteOrganization(organizationID())
    case 2: return .organization(profile())
    case 3: return .mention(profile())
    default:
      let participants = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        (organizationID().rawValue, ParticipationRole.allCases.randomElement(using: &generator)!)
      }
      let title = ["one", "two", "three"].randomElement(using: &generator)!
      return storing(project(id.rawValue, title: title, participants: participants), mentions: [profile()])
    }
  }
}
