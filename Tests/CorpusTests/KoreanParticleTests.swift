import Testing
import forum_generator

@Suite struct KoreanParticleTests {
  @Test(arguments: [
    (KoreanParticle.topic, "검출기", "는"), (.topic, "광원", "은"), (.subject, "센서", "가"), (.subject, "셀", "이"),
    (.object, "광자", "를"), (.object, "기판", "을"), (.companion, "회로", "와"), (.companion, "박막", "과"),
    (.direction, "레이저", "로"), (.direction, "셀", "로"), (.direction, "박막", "으로"), (.alternative, "센서", "나"),
    (.alternative, "셀", "이나"), (.copula, "장치", "이다"), (.also, "광원", "도"),
  ])
  func `follows the final sound`(particle: KoreanParticle, word: String, form: String) throws {
    #expect(try particle.form(after: word) == form)
  }

  @Test(arguments: [
    ("OPM", "은"), ("QKD", "는"), ("SNSPD", "는"), ("PPLN", "은"), ("TWPA", "는"), ("QML", "은"), ("6G", "는"),
    ("SQ-20", "은"), ("SQ-5", "는"), ("양자키분배(QKD)", "는"), ("단일광자 검출기(SNSPD)", "는"), ("양자 통신망(QCN)", "은"), ("30%", "는"),
  ])
  func `knows how letters, numbers and remarks in parentheses are read`(word: String, form: String) throws {
    #expect(try KoreanParticle.topic.form(after: word) == form)
  }

  @Test func `refuses a word whose reading is not known`() {
    #expect(throws: GenerationError.unreadableEnding("qubit")) { try KoreanParticle.topic.form(after: "qubit") }
    #expect(throws: GenerationError.unreadableEnding("")) { try KoreanParticle.object.form(after: "") }
  }

  @Test func `every particle in the forum agrees with the word before it`() throws {
    for (id, text) in try SharedForum.koreanTexts() {
      for word in ParticleOracle.words(of: text) {
        #expect(ParticleOracle.complaint(about: word) == nil, "\(id): \(word)")
      }
    }
  }

  @Test(arguments: ["센서을", "광원를", "검출기은", "기판는", "셀가", "장치이", "회로과", "박막와", "박막로", "레이저으로", "QKD은", "OPM는"])
  func `the check notices a wrong particle`(word: String) {
    #expect(ParticleOracle.complaint(about: word) != nil)
  }
}
