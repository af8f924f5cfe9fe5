import ForumDesk
import ForumRecords
import Testing

@Suite struct ApplicationBriefTests {
  private func brief(contact: ApplicationBrief.ShownContact? = nil) -> Report {
    ApplicationBrief(
      application: Samples.application(courses: [.industry]), partners: [Samples.partner],
      findings: [Bilingual("파장을 적으세요", "State the wavelength")], fieldName: Bilingual("양자센싱", "Quantum sensing"),
      contact: contact
    ).report(made: Samples.noon)
  }

  @Test(arguments: Language.allCases)
  func `a brief holds application, partner, reasons and passages but nobody's data`(language: Language) {
    let report = brief()
    let texts = Samples.texts(report, language)
    #expect(Samples.personal(in: texts) == [])
    #expect(!report.hasPersonalData && !report.sections.contains { $0.id == "contact" })
    for expected in ["2026-0001", "가상퀀텀", "모의연구원", "담당 *** 극저온 패키징을 개발"] {
      #expect(texts.contains { $0.contains(expected) }, "\(expected)")
    }
    let words =
      language == .korean
      ? ["매우 알맞음", "극저온 과제 3건", "파장을 적으세요"] : ["Strong match", "Three cryogenic projects", "State the wavelength"]
    for word in words { #expect(texts.contains(word)) }
  }

  @Test func `a contact under a live consent is shown with its consented items only`() throws {
    let contact = try #require(
      ApplicationBrief.ShownContact(Samples.contact(), consent: Samples.consent(), at: Samples.noon))
    let report = brief(contact: contact)
    #expect(report.hasPersonalData)
    let texts = Samples.texts(report, .korean)
    #expect(texts.contains("김가상") && texts.contains("gaia@lab.example"))
    #expect(!texts.contains { $0.contains("010-9876-5432") || $0.contains("수석") })
    #expect(texts.contains { $0.contains("공동연구 협의") })
  }

  @Test func `a consent that is over, withdrawn, another's or names no item shows nothing`() {
    let consents = [
      Samples.consent(until: 0), Samples.consent(withdrawn: Samples.noon.adding(seconds: -1)),
      Samples.consent(receipt: "2026-0002"), Samples.consent(items: ["application"]),
    ]
    for consent in consents {
      #expect(ApplicationBrief.ShownContact(Samples.contact(), consent: consent, at: Samples.noon) == nil)
    }
  }

  @Test func `nothing found is said plainly`() {
    let report = ApplicationBrief(application: Samples.application(), partners: []).report(made: Samples.noon)
    let texts = Samples.texts(report, .english)
    #expect(texts.contains("No organisation with evidence was found.") && texts.contains("Nothing to remark."))
    #expect(Set(report.sections.map(\.id)).count == report.sections.count)
    #expect(report.madeText.english.hasSuffix("(Seoul)"))
  }
}
