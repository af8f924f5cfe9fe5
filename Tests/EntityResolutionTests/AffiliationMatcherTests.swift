import EntityResolution
import ResearchProfiles
import Testing

@Suite struct AffiliationMatcherTests {
  private static let matcher = AffiliationMatcher(
    [
      profile("garam", "Garam University", country: "KR", city: "Seoul", aliases: ["GU"]),
      profile("garam-tech", "Garam University of Technology", country: "KR", city: "Busan"),
      profile("nuri", "Nuri Institute of Photonics", country: "KR", city: "Daejeon", aliases: ["NURIPH"]),
      profile("north", "University of Northfield", country: "US", city: "Northfield"),
      profile("north-gb", "University of Northfield", country: "GB", city: "Northfield"),
      profile("college", "Maru College", country: "DE", city: "Ulm"),
    ] + (0..<30).map { profile("filler\($0)", "University of Fillerton\($0)", country: "FR", city: "Filler\($0)") })

  private static func profile(
    _ id: String, _ name: String, country: String, city: String, aliases: [String] = []
  ) -> OrganizationProfile {
    OrganizationProfile(
      id: OrganizationID(id), names: LocalizedText(name), aliases: aliases, country: country, city: city)
  }

  private func names(in text: String) -> [String] { Self.matcher.matches(in: text).map(\.name) }

  @Test(arguments: [
    "Department of Physics, Garam University, Seoul, Korea",
    "Dept. of Physics, Garam Univ., Seoul 02792, Republic of Korea",
    "1Garam University, Faculty of Science, Korea", "Physics Garam Universty Seoul Korea",
    "Universit&#x00E4;t Garam, Seoul",
  ])
  func `a name is found in the ways that people write it`(text: String) {
    #expect(names(in: text) == ["Garam University"])
  }

  @Test func `the longer name is meant where both would do`() {
    #expect(names(in: "Garam University of Technology, Busan, Korea") == ["Garam University of Technology"])
  }

  @Test func `several bodies of one line are all found`() {
    let found = names(in: "Nuri Institute of Photonics, Daejeon; Garam University, Seoul, Korea")
    #expect(Set(found) == ["Nuri Institute of Photonics", "Garam University"])
  }

  @Test func `the country decides between namesakes`() {
    let bodies = Self.matcher.matches(in: "University of Northfield, Northfield, UK").map(\.body)
    #expect(bodies == [4])
    #expect(Self.matcher.matches(in: "University of Northfield").isEmpty)
  }

  @Test func `the reasons add up`() {
    for match in Self.matcher.matches(in: "Garam Univ, Nuri Institute, Seoul, Korea", leastPoints: -100) {
      #expect(match.score.reasons.reduce(0) { $0 + $1.points } == match.score.points)
    }
  }

  @Test(arguments: ["", ",,,", "Department of Physics", "&#xFFFFFFFF;", "서울", "a b c d e f g h i j"])
  func `a line without a body gives none`(text: String) {
    #expect(Self.matcher.matches(in: text).isEmpty)
  }
}
