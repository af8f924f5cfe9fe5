import EntityResolution
import Testing

@Suite struct NameFormTests {
  @Test(arguments: [
    ("㈜한빛양자", "한빛양자 주식회사"), ("(주)한빛양자", "주식회사한빛양자"), ("한빛 양자", "한빛양자(주)"),
    ("Hanbit Quantum Co., Ltd.", "HANBIT QUANTUM INC"), ("Müller & Söhne GmbH", "Muller & Sohne"),
    ("Universität Wien", "Wien Universitat"), ("ACME S.p.A.", "Acme SpA"), ("Alfa Sp. z o.o.", "ALFA"),
    ("The University of Examples", "Univ. of Examples"), ("Instituto de Ciencias", "Institute of Sciences"),
  ])
  func `legal forms, blanks, accents, case and language of common words do not count`(left: String, right: String) {
    let (left, right) = (NameForm(left), NameForm(right))
    #expect(Set(left?.words.map(\.text) ?? []) == Set(right?.words.map(\.text) ?? ["none"]))
  }

  @Test func `decomposed Korean is the same name`() {
    // 한빛 as macOS writes it.
    let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1107}\u{1175}\u{11BE}"
    #expect(NameForm(decomposed)?.compactHash == NameForm("한빛")?.compactHash)
  }

  @Test func `what is written together in Korean is taken apart`() {
    #expect(NameForm("가람대학교병원")?.words.map(\.text) == ["가람", "university", "hospital"])
    #expect(NameForm("가람대학교병원")?.words.last?.role == .unit)
    #expect(NameForm("가람대학교 산학협력단")?.words.map(\.text) == ["가람", "university"])
    #expect(NameForm("가람대학교 산학협력단")?.marks.contains(.foundation) == true)
    #expect(NameForm("가람대학교 누리캠퍼스")?.marks.contains(.campus) == true)
  }

  @Test func `the foundation of a university is known in English too`() {
    let foundation = NameForm("Industry-Academic Cooperation Foundation, Garam University")
    #expect(foundation?.compactHash == NameForm("Garam University")?.compactHash)
    #expect(foundation?.marks.contains(.foundation) == true)
  }

  @Test(arguments: ["", " ", "&", "()", "-.,"])
  func `nothing is no name`(text: String) {
    #expect(NameForm(text) == nil)
  }

  @Test(arguments: ["주식회사", "The And", "Inc"])
  func `a name that is nothing but a legal form or an article does not crash`(text: String) {
    #expect(NameForm(text)?.words.count ?? 0 <= 2)
  }

  @Test func `acronyms are told by their capitals`() {
    #expect(NameForm("KIST")?.marks.contains(.acronym) == true)
    #expect(NameForm("Kist")?.marks.contains(.acronym) == false)
  }
}
