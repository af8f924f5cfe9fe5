import EntityResolution
import ResearchProfiles
import Testing

@Suite struct PairScorerTests {
  private func body(
    _ names: String..., aliases: [String] = [], country: String? = "KR", city: String? = nil,
    identifiers: [String: String] = [:], homepage: String? = nil, parent: String? = nil, id: String = "x"
  ) -> BodyFacts {
    BodyFacts(
      OrganizationProfile(
        id: OrganizationID(id), names: LocalizedText(names.map { .init(language: nil, text: $0) }), aliases: aliases,
        identifiers: identifiers.sorted { $0.key < $1.key }.map {
          OrganizationIdentifier(scheme: $0.key, value: $0.value)
        },
        country: country, city: city, homepage: homepage, parent: parent.map { OrganizationID($0) }))
  }

  private func outcome(_ left: BodyFacts, _ right: BodyFacts) -> ResolutionOutcome {
    let score = PairScorer().score(left, right)
    #expect(score.reasons.reduce(0) { $0 + $1.points } == score.points, "the reasons add up")
    #expect(PairScorer().score(right, left).points == score.points, "the score is the same both ways")
    #expect(PairScorer().score(left, right, keepsReasons: false).points == score.points)
    return ResolutionThresholds().outcome(of: score)
  }

  @Test func `the same name in the same city is one body`() {
    #expect(outcome(body("㈜한빛나노양자", city: "서울특별시"), body("한빛나노양자", city: "Seoul")) == .merged)
  }

  @Test func `the same name in another city is for a person to decide`() {
    #expect(outcome(body("한빛나노양자", city: "서울"), body("한빛나노양자", city: "부산")) == .held)
  }

  @Test func `the same name in another country is another body`() {
    #expect(outcome(body("Hanbit Nano Quantum"), body("Hanbit Nano Quantum", country: "DE")) == .new)
  }

  @Test func `the country that ROR writes behind the name of a company is no part of it`() {
    func ror(_ name: String, kind: OrganizationKind) -> BodyFacts {
      BodyFacts(
        OrganizationProfile(
          id: OrganizationID("https://ror.org/02345ab21"), kind: kind, names: LocalizedText(name), country: "KR",
          city: "Incheon"))
    }
    let plain = body("Hanbit Nano Quantum", city: "인천")
    #expect(outcome(ror("Hanbit Nano Quantum (South Korea)", kind: .company), plain) == .merged)
    #expect(
      outcome(ror("Hanbit Nano Quantum (South Korea)", kind: .company), body("Hanbit Nano", city: "인천")) != .merged)
    #expect(
      !ror("University of Hanbit (Seoul)", kind: .university).names.contains { $0 == NameForm("University of Hanbit") })
    #expect(
      outcome(body("Hanbit Nano Quantum (South Korea)", city: "인천"), plain) != .merged, "only of ROR this is known")
  }

  @Test func `a shared number is enough, and another number forbids`() {
    let one = body("한빛나노", identifiers: ["BRN": "1248100998"])
    #expect(outcome(one, body("Hanbit Nano", identifiers: ["BRN": "124-81-00998"])) == .merged)
    let other = body("한빛나노", identifiers: ["BRN": "2208162517"])
    #expect(other.identifiers.count == 1)
    #expect(PairScorer().score(one, other).isForbidden)
    #expect(outcome(one, other) != .merged)
  }

  @Test func `two participant codes do not forbid what VAT number and name say`() {
    let one = body("Beispiel AG", country: "DE", city: "Ulm", identifiers: ["PIC": "999901318", "VAT": "DE123456789"])
    let other = body(
      "BEISPIEL AG", country: "DE", city: "Ulm", identifiers: ["PIC": "999901317", "VAT": "DE123456789"])
    #expect(outcome(one, other) == .merged)
  }

  @Test func `a shared VAT number without a like name decides nothing`() {
    let one = body(
      "Department of Education of Exampleland", country: "ES", city: "Vitoria", identifiers: ["VAT": "ESS4833001C"])
    let other = body(
      "Department of Health of Exampleland", country: "ES", city: "Vitoria", identifiers: ["VAT": "ESS4833001C"])
    #expect(outcome(one, other) != .merged)
  }

  @Test func `the foundation of a university for contracts is the university`() {
    #expect(outcome(body("가람대학교", city: "서울"), body("가람대학교산학협력단", city: "서울")) == .merged)
  }

  @Test(arguments: ["가람대학교병원", "가람대학교 양자정보연구실", "가람대학교 출판부 도서관"])
  func `a part of a body is not the body`(part: String) {
    #expect(outcome(body("가람대학교", city: "서울"), body(part, city: "서울")) != .merged)
  }

  @Test func `a stated parent forbids`() {
    let laboratory = body("Quantum Garam", city: "서울", parent: "garam", id: "laboratory")
    #expect(outcome(body("Quantum Garam", city: "서울", id: "garam"), laboratory) != .merged)
  }

  @Test func `numbers tell bodies apart`() {
    #expect(outcome(body("Garam Hospital 1", city: "서울"), body("Garam Hospital 2", city: "서울")) == .new)
  }

  @Test func `a mistyped letter in a long name is forgiven, in a short one it is not`() {
    let city = "서울"
    #expect(outcome(body("Hanbitnara Quantum", city: city), body("Hanbitnra Quantum", city: city)) == .merged)
    #expect(outcome(body("Hana Quantum", city: city), body("Hano Quantum", city: city)) == .new)
    #expect(outcome(body("한빛나라양자", city: city), body("한빚나라양자", city: city)) == .merged)
    #expect(outcome(body("하나양자", city: city), body("하노양자", city: city)) == .new)
  }

  @Test func `an acronym alone is no more than a hint`() {
    let full = body("Garam Institute of Science and Technology", city: "서울")
    #expect(outcome(full, body("GIST", city: "서울")) != .merged)
    #expect(outcome(body("Alpha", aliases: ["ABC"]), body("Beta", aliases: ["ABC"])) == .new)
  }

  @Test func `a name that is only an alias needs more than a place`() {
    let person = body("Jane Roe", aliases: ["Garam Optics"], city: "서울")
    #expect(outcome(body("Garam Optics", city: "서울"), person) == .held)
  }

  @Test func `a parent and its daughter of another legal form are not merged`() {
    let parent = body("Beispiel Wasserstoff ASA", country: "NO", city: "Oslo")
    #expect(outcome(parent, body("Beispiel Wasserstoff AS", country: "NO", city: "Oslo")) == .held)
    #expect(outcome(parent, body("Beispiel Wasserstoff", country: "NO", city: "Oslo")) == .merged)
  }

  @Test func `sound is a hint`() {
    let score = PairScorer().score(body("한빛소재"), body("Hanbit Materials"))
    #expect(score.reasons.contains { $0.kind == .transliteration && $0.points > 0 })
    #expect(ResolutionThresholds().outcome(of: score) == .new)
  }
}
