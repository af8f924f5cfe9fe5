import EntityResolution
import ResearchProfiles
import Testing

@Suite struct CheckDigitTests {
  @Test(arguments: ["124-81-00998", "1248100998"])
  func `a right 사업자등록번호 is read with and without hyphens`(value: String) {
    #expect(BodyIdentifier(OrganizationIdentifier(scheme: "BRN", value: value))?.value == "1248100998")
  }

  @Test func `any wrong digit of a 사업자등록번호 is refused`() {
    let right = Array("1248100998")
    for place in right.indices {
      for digit in "0123456789" where digit != right[place] {
        var wrong = right
        wrong[place] = digit
        // The ninth digit counts by tens as well, where two changes can cancel out; no other place has that.
        if place == 8 { continue }
        #expect(BodyIdentifier(scheme: .businessRegistration, value: String(wrong)) == nil)
      }
    }
    #expect(BodyIdentifier(scheme: .businessRegistration, value: "0000000000") == nil)
  }

  @Test func `a 법인등록번호 without a right check digit is kept as unchecked, since new ones have none`() {
    #expect(BodyIdentifier(scheme: .corporateRegistration, value: "130111-0006246")?.isChecked == true)
    #expect(BodyIdentifier(scheme: .corporateRegistration, value: "1301110006247")?.isChecked == false)
    #expect(BodyIdentifier(scheme: .corporateRegistration, value: "13011100062") == nil)
  }

  @Test(arguments: [
    ("ROR", "https://ror.org/05dxps055", "05dxps055"), ("ROR", "057zh3y96", "057zh3y96"),
    ("ISNI", "0000 0001 2151 536X", "000000012151536X"), ("PIC", "999901318", "999901318"),
    ("VAT", "SE 2021.0032.1101", "SE202100321101"), ("DART", "00126380", "00126380"),
    ("LEI", "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12"), ("GRID", "grid.26999.3d", "grid.26999.3d"),
  ])
  func `an identifier is known in the forms that sources write`(scheme: String, value: String, canonical: String) {
    #expect(BodyIdentifier(OrganizationIdentifier(scheme: scheme, value: value))?.value == canonical)
  }

  @Test(arguments: [
    ("ROR", "057zh3y97"), ("ROR", "157zh3y96"), ("ISNI", "0000 0001 2151 5361"), ("PIC", "12345"), ("PIC", "99990131X"),
    ("VAT", "NOTAPPLICABLE"), ("VAT", "12345678"), ("LEI", "5493001KJTIIGC8Y1R13"), ("FUNDREF", "501100004721"),
  ])
  func `what cannot be an identifier is none`(scheme: String, value: String) {
    #expect(BodyIdentifier(OrganizationIdentifier(scheme: scheme, value: value)) == nil)
  }

  @Test(arguments: [
    ("https://www.kist.re.kr/eng/index.do", "kist.re.kr"), ("WWW.SAMSUNG.COM/sec", "samsung.com"),
    ("http://www.physics.ox.ac.uk", "ox.ac.uk"), ("uni-ulm.de", "uni-ulm.de"),
    ("http://user@example.org:8080/a?b", "example.org"),
  ])
  func `the domain of a home page is the body's own part of it`(address: String, domain: String) {
    #expect(HomePageDomain.own(address) == domain)
  }

  @Test(arguments: [
    "https://blog.naver.com/lab", "https://someone.github.io/", "127.0.0.1", "", "http://localhost", "n/a", "https://",
  ])
  func `hosts that many bodies share are nobody's own`(address: String) {
    #expect(HomePageDomain.own(address) == nil)
  }
}
