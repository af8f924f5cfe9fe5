import TermBridging
import Testing
import TextAnalysis

@Suite struct TermBridgeTests {
  private let bridge = TermBridge(
    glossary: Samples.glossary,
    pairs: TermPairTable(TermPairMiner(analyzer: Samples.analyzer).pairs(in: Samples.parallelTexts)),
    analyzer: Samples.analyzer)

  private func added(
    to text: String, _ mode: BridgeMode, weight: Float = 1, presence: LanguagePresence = LanguagePresence(),
    known: Set<String>? = nil
  ) -> [String: Float] {
    let expansions = bridge.expansions(
      of: [text], terms: Samples.terms(of: text, weight: weight), mode: mode, presence: presence
    ) { known?.contains($0.text) ?? true }
    return Dictionary(expansions.map { ($0.term.text, $0.term.weight) }, uniquingKeysWith: max)
  }

  @Test func `Korean gets the English of its concepts, the preferred form in full and others less`() throws {
    let terms = added(to: "양자키분배 실험", .glossary)
    #expect(terms["distribut"] == 1)
    #expect(terms["qkd"] == 1)
    let other = try #require(terms["exchang"])
    #expect(other > 0 && other < 1)
  }

  @Test func `English gets Korean words and their syllable pairs`() {
    let terms = added(to: "post-quantum cryptography", .glossary)
    #expect(terms["양자내성암호"] == 1)
    #expect(terms["내성"] == 1)
  }

  @Test func `added terms weigh as much as what they stand for`() {
    #expect(added(to: "양자내성암호", .glossary, weight: 2.5)["cryptographi"] == 2.5)
  }

  @Test func `words of policy and ambiguous forms count less`() throws {
    let demonstration = try #require(added(to: "실증", .glossary)["demonstr"])
    #expect(demonstration < 1)
    let genome = try #require(added(to: "유전체", .glossary)["genom"])
    #expect(genome < 1)
  }

  @Test func `mined pairs add by their probability`() throws {
    let terms = added(to: "그래핀 안테나", .mined)
    let antenna = try #require(terms["antenna"])
    #expect(antenna > 0.3 && antenna <= 1)
    #expect(added(to: "그래핀 안테나", .glossary).isEmpty)
  }

  @Test func `reasons for the same term add up to a chance below one, and none is lost`() throws {
    let expansions = bridge.expansions(of: ["센서"], terms: Samples.terms(of: "센서"), mode: .both) { _ in true }
    let sensor = try #require(expansions.first { $0.term.text == "sensor" })
    #expect(sensor.term.weight <= 1)
    #expect(sensor.reasons.count > 1)
    #expect(sensor.reasons[0].origin == .concept(id: "sensor"))
    #expect(sensor.reasons.map(\.strength) == sensor.reasons.map(\.strength).sorted(by: >))
  }

  @Test func `the query's own terms are never added, nor any that no document holds`() {
    let own = Set(Samples.terms(of: "양자 sensor 센서").map(\.text))
    #expect(own.isDisjoint(with: added(to: "양자 sensor 센서", .both).keys))
    #expect(added(to: "양자내성암호", .both, known: ["cryptographi"]).keys.sorted() == ["cryptographi"])
  }

  @Test(arguments: [BridgeMode.glossary, .mined, .both])
  func `a collection of one language gets nothing of the other`(mode: BridgeMode) {
    let korean = LanguagePresence(korean: 1, english: 0)
    #expect(added(to: "양자 센서 안테나 QKD", mode, presence: korean).isEmpty)
    let english = LanguagePresence(korean: 0, english: 1)
    #expect(added(to: "quantum sensor antenna QKD", mode, presence: english).isEmpty)
    #expect(!added(to: "양자 센서 안테나", mode, presence: english).isEmpty)
  }

  @Test func `nothing is added where nothing is asked for`() {
    #expect(added(to: "양자 센서 안테나 graphene", .none).isEmpty)
    #expect(added(to: "", .both).isEmpty)
  }
}
