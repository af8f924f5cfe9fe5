import CallRules
import ConsortiumMatching
import ForumDesk
import ForumRecords
import Foundation
import PartnerDiscovery
import PartnerRanking
import ResearchProfiles
import Testing

@Suite struct WordsTests {
  private static let words: [(subject: String, words: [Bilingual])] = [
    ("kinds of organisations", OrganizationKind.allCases.map { Bilingual($0) } + [Bilingual(nil as OrganizationKind?)]),
    ("regions", RegionName.divisions.map { Bilingual($0) } + [.abroad]),
    ("kinds of evidence", EvidenceKind.allCases.map { Bilingual($0) }),
    ("parts in evidence", ParticipationRole.allCases.map { Bilingual($0) }),
    ("states of applications", ApplicationStatus.allCases.map { Bilingual($0) }),
    ("ways of applying", SubmissionChannel.allCases.map { Bilingual($0) }),
    ("what is asked for", Course.allCases.map { Bilingual($0) } + [.jointResearch, .counselling]),
    ("urgencies", Need.Urgency.allCases.map { Bilingual($0) }),
    ("levels of partners", Suggestion.Level.allCases.map { Bilingual($0) }),
    ("marks", PartnerMark.Kind.allCases.map { Bilingual($0) }),
    ("answers", InterestAnswer.allCases.map { Bilingual($0) } + [Bilingual(nil as InterestAnswer?)]),
    ("parts of a score", PartnerScore.Part.allCases.map { Bilingual($0) }),
    ("states of introductions", Introduction.State.allCases.map { Bilingual($0) }),
    ("outcomes", OutcomeEvent.Stage.allCases.map { Bilingual($0) }),
    ("states of counselling", CounsellingSession.Status.allCases.map { Bilingual($0) }),
    ("levels of coverage", CoverageLevel.allCases.map { Bilingual($0) }),
    ("roles in a consortium", ConsortiumRole.allCases.map { Bilingual($0) }),
    ("verdicts", RuleVerdict.State.allCases.map { Bilingual($0) }),
    ("facts that rules ask for", MemberFacts.Field.allCases.map { Bilingual($0) }),
    ("ways of consenting", Consent.Method.allCases.map { Bilingual($0) }),
    (
      "items of consents",
      ["name", "email", "phone", "position", "department", "application"].map { Bilingual(consentItem: $0) }
    ),
    ("recipients", [Consent.forum, Consent.partners, Consent.training].map { Bilingual(recipient: $0) }),
    ("what a purge removes", PurgeScope.allCases.map { Bilingual($0) }),
    ("roles of users", UserRole.allCases.map { Bilingual($0) }),
    ("states of jobs", Job.State.allCases.map { Bilingual($0) }),
    ("what rows of tables are", TableFieldChoice.recordKinds.map(\.title)),
    ("what columns of tables hold", TableFieldChoice.all().map(\.title)),
  ]

  @Test func `whatever records say in codes has a name of its own in both languages`() {
    for (subject, words) in Self.words {
      #expect(
        Set(words.map(\.korean)).count == words.count && Set(words.map(\.english)).count == words.count, "\(subject)")
      for word in words {
        #expect(word.korean.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(subject): \(word)")
        #expect(word.english.unicodeScalars.allSatisfy { $0.value < 0x2100 }, "\(subject): \(word)")
        #expect(word.english.first?.isUppercase == true, "\(subject): \(word)")
      }
    }
  }

  @Test func `the form speaks of kinds, regions, roles and courses in the same words`() throws {
    func label(_ key: IntakeKey, _ value: String) throws -> Bilingual {
      try #require(IntakeForm.standard[key]?.option(value)?.label)
    }
    for kind in OrganizationKind.allCases {
      let label = try label(.organizationKind, kind.rawValue)
      #expect(label.korean.contains(Bilingual(kind).korean) && label.english.hasPrefix(Bilingual(kind).english))
    }
    for region in RegionName.divisions { #expect(try label(.region, region.korean) == Bilingual(region)) }
    #expect(try label(.purposes, IntakePurpose.industryCourse.rawValue) == Bilingual(Course.industry))
    #expect(try label(.wantedRole, "coordinator") == Bilingual(ParticipationRole.coordinator))
  }

  @Test func `tables are spoken of in the words that evidence is shown in, and every kind and role can be chosen`()
    throws
  {
    let kinds = Dictionary(uniqueKeysWithValues: TableFieldChoice.recordKinds.map { ($0.name, $0.title) })
    #expect(kinds.count == EvidenceKind.allCases.count + 1 && kinds["organization"] != nil)
    for kind in EvidenceKind.allCases { #expect(kinds[kind.rawValue] == Bilingual(kind)) }
    let choices = Dictionary(uniqueKeysWithValues: TableFieldChoice.all(besides: ["funder.id"]).map { ($0.name, $0) })
    for role in ParticipationRole.allCases {
      let choice = try #require(choices[role.rawValue])
      #expect(choice.group == .evidence && choice.title.korean.hasPrefix(Bilingual(role).korean))
      #expect(choice.title.english.lowercased().hasSuffix(Bilingual(role).english.lowercased()))
    }
    #expect(choices["funder.id"]?.title == Bilingual("지원 기관 (식별자)", "Organisation: funder (id)"))
    #expect(choices["title.ko"]?.title == Bilingual("제목 (국문)", "Title (Korean)"))
    #expect(choices["identifier.BRN"]?.group == .organizations && choices["keywords"]?.group == .every)
  }

  @Test(arguments: [
    (Bilingual("기업", "Company"), "company"), (Bilingual("웹", "Web form"), "web form"), (Bilingual("연계", "API"), "API"),
  ])
  func `a name begins small in the middle of a sentence unless it is an abbreviation`(name: Bilingual, english: String)
  {
    #expect(name.inSentence.english == english && name.inSentence.korean == name.korean)
  }
}

@Suite struct AuditWordsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every action that the trail can hold has a name in both languages`() throws {
    var codes: Set<String> = []
    for folder in ["ForumRecords/Forum", "ForumDesk", "WebService"] {
      let files = try #require(
        FileManager.default.enumerator(
          at: Self.root.appending(path: "Sources/" + folder), includingPropertiesForKeys: nil))
      for file in files.compactMap({ $0 as? URL }) where file.pathExtension == "swift" {
        let source = try String(contentsOf: file, encoding: .utf8)
        codes.formUnion(source.matches(of: /[aA]udit\(\s*(?:action: )?"([a-z_.-]+)"/).map { String($0.output.1) })
      }
    }
    #expect(codes.count > 40 && codes.contains("application.submit"))
    for code in codes.union(["body.merged", "body.split", "export.applications"]).sorted() {
      let name = Bilingual(auditAction: code)
      #expect(name.korean != code && name.english.first?.isUppercase == true, "\(code) needs a name")
    }
    #expect(Bilingual(auditAction: "made.up") == Bilingual(both: "made.up"))
  }

  @Test func `a consent's purpose is told in either language whichever it was given in`() throws {
    let purpose = try #require(IntakeForm.standard[.forumConsent]?.consent?.purpose)
    #expect(
      Bilingual(consentPurpose: purpose.korean) == purpose && Bilingual(consentPurpose: purpose.english) == purpose)
    #expect(Bilingual(consentPurpose: "자유 문구") == Bilingual(both: "자유 문구"))
  }
}
