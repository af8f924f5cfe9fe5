import Foundation
import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct NameMemoryTests {
  @Test(arguments: [
    "가나대학교", "(주)다라", "Univerſity X", "ÖSTERREICHISCHE UNIVERSITÄT", "ΠΑΝΕΠΙΣΤΉΜΙΟ", "МОСКОВСКИЙ УНИВЕРСИТЕТ",
    "Ｆｕｌｌ ＬＴＤ",
    "株式会社 ABC", "Kelvin K Ltd.", "홍길동", "",
  ])
  func `bytes in lower case are those of the text in lower case`(name: String) {
    #expect(LowercasedBytes.of(name) == Array(name.lowercased().utf8))
  }

  @Test(arguments: UInt64(1)...3)
  func `what was told of a name is told again, whoever took its place between`(seed: UInt64) {
    var random = TestCorpora.SplitMix64(seed: seed)
    let parts = ["가나", "대학교", "(주)", " Ltd.", "연구원", "홍길동", " Institute", "시청", " S.p.A", "É", "㈜"]
    let memory = NameMemory()
    for _ in 0..<20_000 {
      let name =
        (0...random.next(upTo: 3)).map { _ in parts[random.next(upTo: parts.count)] }.joined()
        + "\(random.next(upTo: 40))"
      #expect(memory.kind(name) == OrganizationKindGuess.kind(names: [name]))
      #expect(memory.couldBePerson(name) == PersonName.couldBePerson(name))
    }
  }

  @Test func `a record of many bodies names each once for a role, as one of few does`() throws {
    let names = (0..<40).map { "가나\($0 % 30)대학교" }
    let items = names.map { "<PerformAgency>\($0)</PerformAgency>" }.joined()
    let ingestion = try Ingestion(
      "<RESULT><RESULTSET><HIT><ResultID>1</ResultID><ResultTitle>양자</ResultTitle>\(items)</HIT></RESULTSET></RESULT>")
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.participations.map(\.organization.rawValue) == names.prefix(30).map { "name:" + $0 })
    #expect(ingestion.records.first?.mentions.count == 30)
  }
}
