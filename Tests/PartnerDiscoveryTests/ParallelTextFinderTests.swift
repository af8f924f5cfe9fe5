import PartnerDiscovery
import ResearchProfiles
import TermBridging
import Testing

@Suite struct ParallelTextFinderTests {
  private func keywords(_ keywords: [String]) -> [ParallelText] {
    ParallelTextFinder.texts(in: Evidence(id: EvidenceID("e"), kind: .patent, keywords: keywords))
  }

  @Test func `titles in both languages are one text, whatever the source calls their languages`() {
    var title = LocalizedText("양자 센서의 제조", language: "ko")
    title.add("Making a quantum sensor", language: "ko")
    #expect(
      ParallelTextFinder.texts(in: Evidence(id: EvidenceID("e"), kind: .patent, title: title)) == [
        ParallelText(korean: "양자 센서의 제조", english: "Making a quantum sensor")
      ])
    #expect(ParallelTextFinder.texts(in: Evidence(id: EvidenceID("e"), kind: .patent, title: "양자 센서")).isEmpty)
  }

  @Test func `keywords of equal number are paired by their places, in blocks and in turns`() {
    let expected = [
      ParallelText(korean: "양자", english: "quantum"), ParallelText(korean: "센서", english: "sensor"),
    ]
    #expect(keywords(["양자", "센서", "quantum", "sensor"]) == expected)
    #expect(keywords(["quantum", "sensor", "양자", "센서"]) == expected)
    #expect(keywords(["양자", "quantum", "센서", "sensor"]) == expected)
  }

  @Test func `keywords that cannot be paired are one text`() {
    #expect(keywords(["양자", "센서", "quantum"]) == [ParallelText(korean: "양자, 센서", english: "quantum")])
    #expect(keywords(["양자", "센서"]).isEmpty)
  }

  @Test func `names of an organisation are a text`() {
    var names = LocalizedText("한빛양자센서", language: "ko")
    names.add("Hanbit Quantum Sensors", language: "en")
    #expect(
      ParallelTextFinder.texts(in: OrganizationProfile(id: OrganizationID("h"), names: names)) == [
        ParallelText(korean: "한빛양자센서", english: "Hanbit Quantum Sensors")
      ])
  }

  @Test(arguments: [
    ("QKD 기반 양자센서", BridgeLanguage.korean), ("quantum sensor", .english), ("Hybrid quantum networks 양자", nil),
    ("2024", nil),
    ("", nil),
  ])
  func `a text's language is told by its letters`(text: String, language: BridgeLanguage?) {
    #expect(ParallelTextFinder.language(of: text) == language)
  }
}
