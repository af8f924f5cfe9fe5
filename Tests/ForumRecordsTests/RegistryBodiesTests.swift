import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct RegistryBodiesTests {
  let folder: TemporaryFolder
  let registry: Registry
  private let date = CalendarDate(daysSinceEpoch: 20_000)

  init() throws {
    folder = try TemporaryFolder()
    registry = try Registry(path: folder.file("registry.sqlite"), mode: .readWrite)
    _ = try registry.apply([
      .organization(OrganizationProfile(id: "a", names: "Garam University", country: "KR")),
      .organization(
        OrganizationProfile(
          id: "b", names: "가람대학교", aliases: ["GU"], identifiers: [.init(scheme: "BRN", value: "1248100998")],
          country: "KR", city: "서울")),
      .organization(OrganizationProfile(id: "c", names: "Garam Univ.", summary: "Photons")),
      storing(project("p1", participants: [("a", .coordinator), ("x", .participant)])),
      storing(project("p2", participants: [("b", .participant), ("a", .participant)])),
      storing(project("p3", participants: [("c", .participant)])),
    ])
  }

  private func merge(_ primary: OrganizationID, _ other: OrganizationID) -> BodyDecision {
    BodyDecision(
      kind: .merged, primary: primary, other: other, decider: .officer, date: date,
      reasons: [.init(kind: "decision", detail: "the same", points: 0)])
  }

  private func split(_ other: OrganizationID) -> BodyDecision {
    BodyDecision(kind: .split, primary: other, other: other, decider: .officer, date: date)
  }

  @Test func `a merged body keeps its primary id, answers to all and says what all say`() throws {
    #expect(try registry.decide([merge("a", "b"), merge("a", "c")]) == [true, true])
    let bodies = try registry.organizations(["a", "b", "c"])
    #expect(Set(bodies.map { $0?.id }) == ["a"])
    #expect(bodies[0]?.names.primary == "Garam University")
    #expect(bodies[0]?.aliases == ["가람대학교", "GU", "Garam Univ."])
    #expect(bodies[0]?.city == "서울")
    #expect(bodies[0]?.summary.primary == "Photons")
    #expect(bodies[0]?.identifiers.map(\.value) == ["1248100998"])
    #expect(try registry.ids(ofBody: "c") == ["a", "b", "c"])
    #expect(try registry.evidenceIDs(of: "b") == ["p1", "p2", "p3"])
    #expect(try registry.counts().organizationCount == 2)
    #expect(try registry.counts().mergedOrganizationCount == 2)
  }

  @Test func `whoever follows the registry sees the merge and the split`() throws {
    let before = try registry.currentSequence()
    _ = try registry.decide([merge("a", "b")])
    let merged = try registry.collectedChanges(after: before)
    #expect(merged.organizations.map(\.id) == ["a"])
    #expect(merged.mergedOrganizations == [MergedOrganization(id: "b", primary: "a")])
    #expect(merged.evidenceIDs == ["p2"])
    #expect(merged.evidence[0].participants.map(\.organization) == ["a"], "a body takes part once")
    let between = try registry.currentSequence()
    _ = try registry.decide([split("b")])
    let apart = try registry.collectedChanges(after: between)
    #expect(apart.organizations.map(\.id) == ["a", "b"])
    #expect(apart.mergedOrganizations.isEmpty)
    #expect(apart.evidence[0].participants.map(\.organization) == ["b", "a"])
  }

  @Test func `a split leaves everything as it was before the merge`() throws {
    let before = try registry.collectedChanges(after: 0)
    _ = try registry.decide([merge("a", "b"), merge("b", "c"), split("a"), split("b")])
    let after = try registry.collectedChanges(after: 0)
    #expect(before.organizations == after.organizations)
    #expect(before.evidence.map(\.participants) == after.evidence.map(\.participants))
    #expect(try registry.verify().isEmpty)
  }

  @Test func `what joined through an organisation leaves with it`() throws {
    _ = try registry.decide([merge("b", "c"), merge("a", "b"), split("b")])
    #expect(try registry.ids(ofBody: "b") == ["b", "c"])
    #expect(try registry.ids(ofBody: "a") == ["a"])
  }

  @Test func `a merge survives the import of its sources again`() throws {
    _ = try registry.decide([merge("a", "b")])
    let outcome = try registry.apply([
      .organization(OrganizationProfile(id: "b", names: "가람대학교", country: "KR", city: "부산")),
      storing(project("p2", participants: [("b", .participant), ("a", .participant)])),
    ])
    #expect(outcome.map(\.effect) == [.updated, .unchanged])
    #expect(try registry.organizations(["b"])[0]?.city == "부산")
    #expect(try registry.ids(ofBody: "b") == ["a", "b"])
  }

  @Test func `a merge holds again when one of the two was deleted and comes back`() throws {
    _ = try registry.decide([merge("a", "b")])
    _ = try registry.apply([.deleteOrganization("a")])
    #expect(try registry.ids(ofBody: "b") == ["b"])
    let sequence = try registry.currentSequence()
    _ = try registry.apply([.organization(OrganizationProfile(id: "a", names: "Garam University"))])
    #expect(try registry.restoreMerges(changedAfter: sequence) == 1)
    #expect(try registry.ids(ofBody: "b") == ["a", "b"])
  }

  @Test func `rules do not join again what a person has split`() throws {
    _ = try registry.decide([merge("a", "b"), split("b")])
    var byRules = merge("a", "b")
    byRules.decider = .rules
    #expect(try registry.decide([byRules]) == [false])
    let pair = HeldPair(primary: "a", other: "b", points: 70, reasons: [], date: date)
    #expect(try registry.hold([pair]) == 0)
    #expect(try registry.decide([merge("a", "b")]) == [true], "a person may")
  }

  @Test func `the audit trail tells who decided what and whether it stands`() throws {
    _ = try registry.decide([merge("a", "b"), split("b")])
    let decisions = try registry.decisions()
    #expect(decisions.map(\.kind) == [.merged, .split])
    #expect(decisions.map(\.isUndone) == [true, false])
    #expect(decisions[1].primary == "a")
    #expect(decisions[0].reasons.map(\.detail) == ["the same"])
  }

  @Test func `what is held waits until it is decided`() throws {
    let pair = HeldPair(
      primary: "a", other: "b", points: 70, reasons: [.init(kind: "name", detail: "alike", points: 70)], date: date)
    #expect(try registry.hold([pair]) == 1)
    #expect(try registry.heldPairs() == [pair])
    _ = try registry.decide([merge("a", "b")])
    #expect(try registry.heldPairs().isEmpty)
  }

  @Test func `two bodies that a person keeps apart wait no more`() throws {
    let pair = HeldPair(primary: "a", other: "b", points: 70, reasons: [], date: date)
    _ = try registry.hold([pair])
    var apart = split("b")
    apart.primary = "a"
    #expect(try registry.decide([apart, apart]) == [true, false])
    #expect(try registry.heldPairs().isEmpty)
    #expect(try registry.hold([pair]) == 0)
    #expect(try registry.ids(ofBody: "a") == ["a"])
  }

  @Test func `what is resolved is remembered`() throws {
    #expect(try registry.resolvedSequence() == 0)
    try registry.keep(keys: [("a", [1])])
    #expect(try registry.resolvedSequence() == registry.currentSequence())
  }

  @Test func `organisations are found by the keys that were kept for them`() throws {
    try registry.keep(keys: [("a", [1, .max]), ("b", [2]), ("x", [2])])
    #expect(try registry.bodies(sharing: [.max]).map(\.id) == ["a"])
    #expect(try registry.bodies(sharing: [2]).map(\.id) == ["b", "x"])
    #expect(try registry.bodies(sharing: [2], limit: 1).isEmpty)
    _ = try registry.decide([merge("a", "b")])
    #expect(try registry.bodies(sharing: [2]).map(\.id) == ["a", "x"])
  }

  @Test func `a body that the decisions do not explain is found`() throws {
    _ = try registry.decide([merge("b", "c"), merge("a", "c")])
    #expect(try registry.verify().isEmpty)
    try registry.close()
    try RawDatabase(path: folder.file("registry.sqlite")).execute("UPDATE organization SET body = 1 WHERE id = 'x'")
    let damaged = try Registry(path: folder.file("registry.sqlite"), mode: .readOnly)
    #expect(try damaged.verify().map(\.place) == ["organization x"])
  }

  @Test func `unknown ids and bodies that are one already change nothing`() throws {
    let sequence = try registry.currentSequence()
    #expect(
      try registry.decide([merge("a", "nobody"), merge("a", "a"), split("nobody"), split("a")]).contains(true) == false)
    #expect(try registry.currentSequence() == sequence)
    #expect(try registry.decisions().isEmpty)
  }
}
