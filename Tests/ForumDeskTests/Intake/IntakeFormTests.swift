import ForumDesk
import Testing

@Suite struct IntakeFormTests {
  let form = IntakeForm.standard

  @Test func `every key has one question`() {
    #expect(
      form.fields.map(\.key).sorted { $0.rawValue < $1.rawValue }
        == IntakeKey.allCases.sorted { $0.rawValue < $1.rawValue })
    for key in IntakeKey.allCases { #expect(form[key]?.key == key) }
  }

  @Test func `every text is there in both languages`() {
    for section in form.sections {
      for text in [section.title, section.note].compactMap(\.self) { expectBoth(text) }
    }
    for field in form.fields {
      for text in [field.label, field.hint].compactMap(\.self) + field.options.map(\.label) { expectBoth(text) }
      if let consent = field.consent {
        for text in [
          consent.recipientName, consent.purpose, consent.itemNames, consent.period, consent.refusal, consent.statement,
        ] {
          expectBoth(text)
        }
      }
    }
  }

  private func expectBoth(_ text: Bilingual) {
    #expect(text.korean.contains { $0.isLetter } && text.english.contains { $0.isLetter }, "\(text)")
  }

  @Test func `no heading means two fields`() {
    var owners: [String: IntakeKey] = [:]
    for field in form.fields {
      for heading in field.headings {
        let key = heading.lowercased().filter { $0.isLetter || $0.isNumber }
        #expect(owners[key, default: field.key] == field.key, "\(heading) is of \(field.key) and \(owners[key]!)")
        owners[key] = field.key
      }
    }
  }

  @Test func `options have values of their own and no word means two of them`() {
    for field in form.fields {
      #expect(Set(field.options.map(\.value)).count == field.options.count)
      var words: Set<String> = []
      for option in field.options {
        for word in Set(option.synonyms) { #expect(words.insert(word).inserted, "\(field.key): \(word)") }
      }
    }
  }

  @Test func `what only matters with joint research is required only then`() {
    let required = { (answers: IntakeAnswers) in
      Set(form.fields.filter { form.isRequired($0, by: answers) }.map(\.key))
    }
    let always: Set<IntakeKey> = [
      .purposes, .organizationName, .organizationKind, .region, .personName, .email, .phone, .forumConsent,
    ]
    #expect(required(IntakeAnswers()) == always)
    #expect(required(IntakeAnswers(["purposes": ["industry"]])) == always)
    #expect(required(IntakeAnswers(["purposes": ["joint_research"]])) == always.union([.title, .summary]))
    #expect(required(IntakeAnswers(["purposes": ["joint_research"], "needs": ["극저온"]])) == always.union([.title]))
  }

  @Test func `a consent says who gets what for what and how long, and its digest is of all of it`() throws {
    let texts = form.fields.compactMap(\.consent)
    #expect(texts.map(\.recipient) == ["forum", "partners", "training"])
    #expect(Set(texts.map(\.wording.digest)).count == 3)
    var changed = try #require(texts.first)
    let before = changed.wording
    #expect(before == texts[0].wording && before.digest.count == 64)
    changed.period.english += "!"
    #expect(changed.wording.digest != before.digest)
  }
}
