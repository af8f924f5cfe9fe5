import TermBridging
import Testing

@Suite struct GlossaryMentionTests {
  @Test(arguments: [
    "양자 키 분배", "양자키분배", "양자키 분배를", "양자 키 분배에서", "Quantum Key Distribution", "quantum-key distributions", "QKD를",
    "QKD네트워크",
  ])
  func `a concept is found whatever its spelling, blanks, particles and case`(text: String) {
    #expect(Samples.mentioned(in: text) == ["quantum-key-distribution"])
  }

  @Test func `the longest form wins, and each place counts once`() {
    #expect(Samples.mentioned(in: "양자내성암호와 양자 센서") == ["post-quantum-cryptography", "quantum", "sensor"])
    #expect(
      Samples.mentioned(in: "quantum sensor and quantum key exchange") == [
        "quantum", "sensor", "quantum-key-distribution",
      ])
  }

  @Test(arguments: [
    ("양자센서기반", ["quantum", "sensor"]), ("무선센서망", ["wireless"]), ("초소형센서", ["sensor"]),
    ("무선센서", ["wireless", "sensor"]),
    ("다양자원", []), ("양자화", []), ("다양자", []), ("암호", []), ("항암제", []), ("폐의 암", ["cancer"]),
    ("초고속양자키분배장치용", ["quantum-key-distribution"]),
  ])
  func `inside a compound a form needs something to lean on`(text: String, concepts: [String]) {
    #expect(Samples.mentioned(in: text) == concepts)
  }

  @Test func `a form does not reach across punctuation, but across hyphens`() {
    #expect(Samples.mentioned(in: "quantum, key distribution") == ["quantum"])
    #expect(Samples.mentioned(in: "양자. 키 분배") == ["quantum"])
    #expect(Samples.mentioned(in: "gallium-nitride") == ["gallium-nitride"])
  }

  @Test func `abbreviations keep their case, and weak ones are not recognised`() {
    #expect(Samples.mentioned(in: "a GaN amplifier") == ["gallium-nitride"])
    #expect(Samples.mentioned(in: "GAN training").isEmpty)
    #expect(
      Samples.mentioned(in: "gan amplifier") == ["gallium-nitride"], "a text without capitals says nothing of case")
    #expect(Samples.mentioned(in: "PIC foundry").isEmpty)
  }

  @Test func `an ambiguous form names all its concepts`() {
    #expect(Samples.mentioned(in: "유전체 분석") == ["genome/dielectric"])
  }

  @Test func `a mention knows its language and where it stands`() throws {
    let text = "새로운 양자키분배를"
    let mention = try #require(Samples.glossary.mentions(in: text).first)
    #expect(mention.language == .korean)
    #expect(String(decoding: Array(text.utf8)[mention.source], as: UTF8.self) == "양자키분배")
    #expect(Samples.glossary.mentions(in: "QKD").map(\.language) == [nil])
  }

  @Test(arguments: 1...40)
  func `mentions never overlap and lie inside the text, whatever the text (seed)`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    let pieces = ["양자", "키", "분배", "센서", " ", ",", "QKD", "quantum", "key", "의", "無", "ﬁ", "\u{0}", "암", "-", "é", "퀀"]
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    var end = 0
    for mention in Samples.glossary.mentions(in: text) {
      #expect(mention.source.upperBound <= text.utf8.count)
      #expect(!mention.concepts.isEmpty && !mention.source.isEmpty)
      #expect(mention.source.upperBound >= end)
      end = mention.source.upperBound
    }
  }
}
