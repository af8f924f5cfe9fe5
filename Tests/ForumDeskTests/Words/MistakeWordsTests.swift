import CallRules
import ForumDesk
import ForumRecords
import PartnerDiscovery
import PartnerRanking
import ResearchProfiles
import Testing

@Suite struct MistakeWordsTests {
  private static func holdsHangul(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
  }

  private static let contradictions: [RuleContradiction] = [
    .boundsReversed(leastKey: "at_least", least: 3, mostKey: "at_most", most: 2),
    .tooManyDifferent(wanted: 3, attribute: .kind, possible: 2), .leadingAboveRunning(leading: 4, running: 3),
    .foreignAtHome(country: "KR"), .sizesWithoutCompanies, .independentFalse, .noSize(least: 4, most: 3),
    .moreMembersThanSize(members: 5, most: 3), .moreDifferentThanSize(members: 5, most: 3),
    .kindsAboveSize([.init(count: 2, kind: .company), .init(count: 2, kind: .university)], most: 3),
  ]

  private static let ruleMistakes: [RuleFileError.Problem] =
    [.empty, .tooLong(byteLimit: 9), .syntax(nil), .syntax("did not find expected ']'")].map { .notYAML($0) }
    + [
      .unknownKey("ruels", nearest: "rules", known: ["rules"]), .unknownKey("x", nearest: nil, known: ["rules"]),
      .duplicateKey("rules"), .missingKey("name", example: "name: forum"), .missingHomeCountry,
      .unknownValue(key: "kinds", value: "compnay", nearest: "company", known: ["company"]),
      .unknownValue(key: "kinds", value: "x", nearest: nil, known: ["company"]),
      .outOfRange(key: "at_least", value: 500, range: 1...100), .noRequirement(known: ["size"]),
      .severalRequirements(["size", "lead"]), .duplicateID("a", firstLine: 3),
    ]
    + [RuleFileError.Expected.keys(["a"]), .text, .wholeNumber, .trueOrFalse, .texts, .rules, .countryCodes].flatMap {
      expected in
      [RuleFileError.Found.mapping, .list, .alias, .nothing, .value("셋")].map {
        .wrongType(key: "size", expected: expected, found: $0)
      }
    } + contradictions.map { .contradiction($0) }

  /// The case that a value is of.
  private static func name(_ value: Any) -> String { Mirror(reflecting: value).children.first?.label ?? "" }

  @Test func `every mistake in a rule file is said in both languages, with what to write`() {
    for problem in Self.ruleMistakes {
      let text = Bilingual(problem)
      #expect(Self.holdsHangul(text.korean) && text.english == problem.description, "\(problem)")
      #expect(text.korean.contains("십시오"), "\(text.korean)")
    }
    #expect(Set(Self.ruleMistakes.map(\.description)).count == Self.ruleMistakes.count)
    #expect(Set(Self.ruleMistakes.map { Bilingual($0).korean }).count == Self.ruleMistakes.count)
  }

  @Test func `a file full of mistakes is told line by line in Korean`() throws {
    let text = "name: t\nrules:\n  - id: a\n    size: {at_least: three, at_most: 6}\n  - id: a\n    membres: {}\n"
    let error = try #require(throws: RuleFileError.self) { try RuleFileReader().read(text, file: "t.yaml") }
    let told = error.mistakes.map { "\($0.line): \(Bilingual($0.problem).korean)" }
    #expect(told.contains("4: ‘at_least’의 값이 ‘three’입니다. 정수 꼴로 적으십시오"), "\(told)")
    #expect(told.contains("6: ‘membres’ 키는 없습니다. ‘members’(으)로 적으십시오"), "\(told)")
  }

  private static let policyMistakes: [PolicyFileError] =
    [
      .unreadable(file: "p.json", detail: "x"), .notJSON(file: "p.json", detail: "x"),
      .missingKey(file: "p.json", key: "curves"), .wrongType(file: "p.json", key: "fame", expected: "an object"),
      .wrongType(file: "p.json", key: "part", expected: "one of votes, needs"),
      .invalid(file: "p.json", .unsupportedFormat(found: 9, supported: 1)),
    ]
    + [
      "left out: it has no curve", "given once", "a number above 0, or left out", "2 to 64 ascending numbers",
      "as many numbers in -100...100 as there are knots", "5 rows of 5 numbers in -100...100", "a number in -1...1",
      "a number in 0...1", "a number above 0 and at most 1, or left out", "a whole number in 1...100000",
      "a weight in 0...100, a share in 0...1 and at least 1 piece of evidence", "a number above 0 and at most 1000",
    ].map { .invalid(file: "p.json", .badValue(key: "x", expected: $0)) }

  @Test func `every mistake in a policy is said in both languages, without English words for what is expected`() {
    for mistake in Self.policyMistakes {
      let text = Bilingual(mistake)
      #expect(Self.holdsHangul(text.korean) && text.english == mistake.description)
      if case .invalid(_, .badValue) = mistake {
        #expect(text.korean.firstMatch(of: /[a-z]{2,}/).map { $0.output == "knots" } ?? true, "\(text.korean)")
      }
    }
  }

  private static let discoveryErrors: [DiscoveryError] = [
    .noWorkspace(path: "w"), .emptyIndex(path: "w"), .noSource(path: "s"), .damagedRegistry(path: "r"),
    .damagedSettings(path: "s", detail: "d"), .unknownAnalyzer(name: "a", known: ["b"]),
    .analyzerIsFixed(found: "a", wanted: "b"), .unknownOrganization(id: "o"), .sameBody(ids: ["a", "b"]),
    .notMerged(id: "a"), .unknownSource(name: "s", known: []), .unknownApplication(id: "a"),
    .noSuchApplication(id: "a", path: "p", count: 2), .ambiguousApplication(path: "p", count: 2, example: nil),
    .ambiguousApplication(path: "p", count: 0, example: nil), .applicationWithoutText(id: "a"),
    .malformedQuery(file: "q", line: 1, reason: "r"), .unreadable(path: "p", reason: "r"), .unknownKind(name: "k"),
    .unknownField(name: "f"), .fieldsNotIndexed(path: "w"), .noTermPairs(path: "w"),
  ]

  private static let planErrors: [ConsortiumInputError] = [
    .unreadable(path: "p"), .wrongShape(path: "p", place: "a", shape: "b"), .unknownRules(name: "n", shipped: ["s"]),
    .unknownOrganization(id: "o"), .notAMember(id: "m"), .noNeeds(application: "a"), .noEvidence(application: "a"),
    .noRun(id: "r", known: []), .noRun(id: "r", known: ["s"]), .noRuns(path: "p"),
  ]

  private static let storeErrors: [ForumStoreError] = [
    .missing(path: "p"), .notAForumStore(path: "p"), .newerSchema(path: "p", unknownMigrations: []),
    .olderSchema(path: "p", missingMigrations: []), .locked(path: "p"), .openedForReading(path: "p"),
    .damaged(path: "p", detail: "d"), .diskFull(path: "p"), .inputOutput(path: "p", detail: "d"),
    .unknown(kind: "user", id: "u"), .exists(kind: "token", id: "t"), .invalid(field: "f", reason: "r"),
    .staleRevision(receipt: "1", expected: 1, found: 2), .purged(receipt: "1"),
    .wrongState(kind: "introduction", id: "1", state: "closed"),
    .notConsented(receipt: "1", recipient: "training", purpose: "p", missingItems: ["name"]),
    .lastAdministrator(name: "n"), .targetNotEmpty(path: "p"), .notABackup(path: "p", detail: "d"),
    .damagedBackup(path: "p", file: "f"),
  ]

  @Test func `errors of discovery, planning and the stores are said in both languages`() {
    let texts =
      Self.discoveryErrors.map { (Bilingual($0), $0.description) }
      + Self.planErrors.map { (Bilingual($0), $0.description) }
      + Self.storeErrors.map { (Bilingual($0), $0.description) }
    for (text, description) in texts {
      #expect(Self.holdsHangul(text.korean) && text.english == description, "\(description)")
    }
    #expect(Set(Self.storeErrors.map(Self.name)).count == 20 && Set(Self.discoveryErrors.map(Self.name)).count == 21)
  }
}
