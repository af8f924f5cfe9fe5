import Foundation
import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

struct RorTests {
  private let second = """
    {"id":"https://ror.org/05a28rw58","status":"active","types":["education","funder"],
    "names":[{"value":"ETHZ","types":["acronym"],"lang":null},
    {"value":"Eidgenössische Technische Hochschule Zürich","types":["label"],"lang":"de"},
    {"value":"ETH Zurich","types":["ror_display","label"],"lang":"en"}],
    "locations":[{"geonames_details":{"country_code":"CH","country_subdivision_name":"Zurich","name":"Zürich"}}],
    "external_ids":[{"type":"isni","all":["0000 0001 2156 2780"],"preferred":null},
    {"type":"grid","all":["grid.5801.c"],"preferred":"grid.5801.c"}],
    "links":[{"type":"wikipedia","value":"http://en.wikipedia.org/wiki/ETH"},{"type":"website","value":"https://www.ethz.ch"}],
    "relationships":[{"type":"child","id":"https://ror.org/03yrm5c26","label":"A laboratory"},
    {"type":"parent","id":"https://ror.org/00pg6eq24","label":"ETH Domain"}],"domains":["ethz.ch"],"established":1855}
    """.replacingOccurrences(of: "\n", with: "")
  private let first = """
    {"id":"https://ror.org/00pg6eq24","name":"Université de Strasbourg","types":["Education"],"status":"active",
    "labels":[{"label":"University of Strasbourg","iso639":"en"}],"aliases":["Unistra"],"acronyms":["UDS"],
    "country":{"country_code":"FR","country_name":"France"},"links":["https://www.unistra.fr"],
    "addresses":[{"city":"Strasbourg","state":null,"geonames_city":{"geonames_admin1":{"name":"Grand Est"}}}],
    "external_ids":{"GRID":{"preferred":"grid.11843.3f","all":"grid.11843.3f"},"ISNI":{"preferred":null,"all":["0000 0001 2157 9291"]}},
    "email_address":"someone@example.org","relationships":[]}
    """.replacingOccurrences(of: "\n", with: "")

  @Test func `a record of schema 2 says names, place, identifiers, home page and parent`() throws {
    let ingestion = try Ingestion(second)
    let profile = try #require(ingestion.organizations.first)
    #expect(profile.id.rawValue == "https://ror.org/05a28rw58")
    #expect(
      profile.names.entries == [
        .init(language: "en", text: "ETH Zurich"),
        .init(language: "de", text: "Eidgenössische Technische Hochschule Zürich"),
      ])
    #expect(profile.aliases == ["ETHZ"])
    #expect(profile.kind == .university)
    #expect([profile.country, profile.region, profile.city] == ["CH", "Zurich", "Zürich"])
    #expect(
      profile.identifiers == [
        .init(scheme: "ROR", value: "05a28rw58"), .init(scheme: "ISNI", value: "0000000121562780"),
        .init(scheme: "GRID", value: "grid.5801.c"),
      ])
    #expect(profile.homepage == "https://www.ethz.ch")
    #expect(profile.parent?.rawValue == "https://ror.org/00pg6eq24")
    #expect(ingestion.records.first?.mentions.map(\.names.primary) == ["ETH Domain"])
    #expect(ingestion.issues == [])
  }

  @Test func `schema 1 and 2 stand in one file, as lines or as a list`() throws {
    let lines = try Ingestion(first + "\n" + second + "\n")
    let list = try Ingestion("[\n\(first),\n\(second)\n]\n")
    #expect(lines.organizations.count == 2)
    #expect(lines.organizations == list.organizations)
    let profile = try #require(lines.organizations.first)
    #expect(profile.names.primary == "Université de Strasbourg")
    #expect(profile.names["en"] == "University of Strasbourg")
    #expect(profile.aliases == ["UDS", "Unistra"])
    #expect([profile.country, profile.region, profile.city] == ["FR", "Grand Est", "Strasbourg"])
    #expect(profile.identifiers.contains(.init(scheme: "GRID", value: "grid.11843.3f")))
    #expect(profile.homepage == "https://www.unistra.fr")
  }

  @Test func `a withdrawn record carries its successor's id, and is refused without one`() throws {
    let withdrawn = first.replacingOccurrences(of: "\"active\"", with: "\"withdrawn\"")
    let refused = try Ingestion(withdrawn)
    #expect(refused.records == [])
    #expect(refused.rejections.map(\.record) == ["https://ror.org/00pg6eq24"])
    let successor = withdrawn.replacingOccurrences(
      of: "\"relationships\":[]",
      with: "\"relationships\":[{\"type\":\"Successor\",\"id\":\"https://ror.org/05a28rw58\",\"label\":\"ETH\"}]")
    let ingestion = try Ingestion(successor)
    #expect(
      ingestion.organizations.first?.identifiers.filter { $0.scheme == "ROR" }.map(\.value) == [
        "00pg6eq24", "05a28rw58",
      ])
    #expect(ingestion.warnings.count == 1)
  }

  @Test func `an id whose check digits are wrong is refused`() throws {
    let ingestion = try Ingestion(first.replacingOccurrences(of: "00pg6eq24", with: "00pg6eq25"))
    #expect(ingestion.records == [])
    #expect(ingestion.rejections.first?.reason.contains("check digits") == true)
  }

  @Test func `a ROR dump is read out of its archive`() throws {
    let folder = try TemporaryFolder()
    let dump = TestArchive.bytes([
      TestArchive.Entry(
        "v2.0-ror-data.csv", "id,names.types.ror_display,status\nhttps://ror.org/05a28rw58,ETH,active\n"),
      TestArchive.Entry("v1.63-ror-data.json", "[\(first),\(second)]"),
    ])
    let ingestion = try Ingestion([folder.write("ror.zip", dump)])
    #expect(ingestion.recordsRead == 2)
    #expect(ingestion.warnings.map { $0.file.hasSuffix(".csv") } == [true])
    #expect(ingestion.ids == ["https://ror.org/00pg6eq24", "https://ror.org/05a28rw58"])
  }

  @Test(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func `every real record is read or refused for a reason`() throws {
    let korea = try Ingestion([SharedData.folder + "/ror/ror-korea.jsonl"])
    #expect(korea.recordsRead == 767)
    let sample = try Ingestion([SharedData.folder + "/ror/ror-sample.jsonl"])
    #expect(sample.recordsRead == 4850)
    for issue in korea.rejections + sample.rejections { #expect(issue.reason.contains("withdrawn"), "\(issue)") }
    let institute = try #require(korea.organizations.first { $0.aliases.contains("KIST") })
    #expect(institute.names["ko"] == "한국과학기술연구원")
    #expect(institute.kind == .institute)
  }
}
