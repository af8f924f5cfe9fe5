import Testing
import forum_generator

@Suite struct VocabularyTests {
  @Test func `a bad line is reported with its file, number and reason`() {
    #expect(throws: GenerationError.badLine(file: "topics-x.txt", line: 2, reason: "expected Korean | English")) {
      try Vocabulary(files: [("topics-x.txt", "@ one field\nname 하나")])
    }
    #expect(throws: GenerationError.badLine(file: "topics-x.txt", line: 1, reason: "a topic must begin with @")) {
      try Vocabulary(files: [("topics-x.txt", "name 하나 | one")])
    }
  }

  @Test func `a missing file is named`() {
    #expect(throws: GenerationError.missingVocabulary("fits.txt")) { try Vocabulary(files: []) }
  }

  @Test func `errors say what to do`() {
    #expect(GenerationError.missingSection("a.ko.b").description.contains("add it"))
    #expect(GenerationError.unreadableEnding("qubit").description.contains("end the phrase"))
    let unknown = GenerationError.unknownTopic("x", usedBy: "y")
    #expect(unknown.description == "y names the topic x, which no topics file describes")
  }

  @Test func `every topic is somebody's core or solid competence`() throws {
    let vocabulary = try Vocabulary.shipped()
    for topic in vocabulary.topics {
      let able = vocabulary.organizations.filter { $0.strength(in: topic.id) >= 2 }
      #expect(able.count >= 2, "\(topic.id)")
    }
  }

  @Test func `phrases end so that a particle can follow, and ranges agree in both languages`() throws {
    for topic in try Vocabulary.shipped().topics {
      for phrase in topic.objects + topic.methods + topic.uses + topic.products + topic.equipment + topic.metrics {
        let korean = phrase.korean
        #expect(throws: Never.self, "\(topic.id): \(korean)") { try KoreanParticle.object.form(after: korean) }
        #expect(ranges(korean) == ranges(phrase.english), "\(topic.id): \(korean)")
      }
      for sentence in topic.problems + topic.facts {
        #expect(sentence.korean.hasSuffix("다.") && sentence.english.hasSuffix("."), "\(sentence.korean)")
      }
    }
  }

  private func ranges(_ text: String) -> [String] {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    return parts.map { String($0.prefix { $0 != "}" }) }.sorted()
  }
}
