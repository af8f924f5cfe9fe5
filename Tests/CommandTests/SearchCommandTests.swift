import Foundation
import Testing

@Suite struct SearchCommandTests {
  private let workspace = Result { try SampleForum.workspace }

  @Test func `a phrase is found with particles and without its space, an excluded word also inside compounds`() throws {
    let workspace = try workspace.get()
    let all = try search("\"양자 센서\"", in: workspace)
    #expect(Set(all) == ["e01", "e02", "e03", "e04", "statement:hanbit"])
    let without = try search("\"양자 센서\" -통신", in: workspace)
    #expect(Set(without) == ["e01", "e02", "statement:hanbit"])
    #expect(without == all.filter { $0 != "e03" && $0 != "e04" })
  }

  @Test func `decomposed, full-width and differently cased queries find the same`() throws {
    let workspace = try workspace.get()
    let query = "양자 센서"
    #expect(try search(query.decomposedStringWithCanonicalMapping, in: workspace) == search(query, in: workspace))
    #expect(try search("ＱＫＤ", in: workspace) == ["e07"])
    #expect(try search("qkd", in: workspace) == ["e07"])
    #expect(try search("QUANTUM Key", in: workspace) == search("quantum key", in: workspace))
  }

  @Test func `a required word must occur`() throws {
    let workspace = try workspace.get()
    #expect(try Set(search("quantum +satellite", in: workspace)) == ["e06"])
    #expect(try search("\"key quantum\"", in: workspace).isEmpty)
  }

  @Test func `evidence without organisations and statements of organisations are evidence`() throws {
    let workspace = try workspace.get()
    #expect(try search("단일광자 검출기", in: workspace).first == "e08")
    #expect(try search("희석 냉동기", in: workspace).first == "e12")
    #expect(try search("지하 시설물", in: workspace).first == "statement:neulbom")
    #expect(try searchOrganizations("자성 재료", in: workspace).first == "mirae")
    // A keyword is a statement too.
    #expect(try search("자기장 측정", in: workspace).contains("statement:hanbit"))
    #expect(try searchOrganizations("단일광자 검출기", in: workspace).isEmpty)
  }

  @Test func `fields of research are listed, filter, and are shown`() throws {
    let workspace = try workspace.get()
    let list = try MoimProcess(["fields"]).wait()
    #expect(list.output.contains("quantum.sensing") && list.output.contains("양자센싱"))
    let ids: [String] = try MoimProcess(["fields", "--json"]).wait().json()["fields"].each("id")
    #expect(ids.count == 72 && ids.contains("quantum.sensing"))
    let all = try search("quantum", in: workspace)
    let some = try search("quantum", in: workspace, "--field", "quantum.communication")
    #expect(!some.isEmpty && some.count < all.count && Set(some).isSubset(of: all))
    let refused = try MoimProcess(["search", "--workspace", workspace, "quantum", "--field", "nonsense"]).wait()
    #expect(refused.status == 64 && refused.messages.contains("moim fields"))
  }

  @Test func `an organisation is found by its name`() throws {
    let workspace = try workspace.get()
    #expect(try searchOrganizations("두루네트웍스", in: workspace).first == "duru")
    #expect(try searchOrganizations("Donau University", in: workspace).first == "donau")
  }

  @Test func `filters take lists with commas, and all of them must fit one organisation`() throws {
    let workspace = try workspace.get()
    let query = "quantum magnetometer 양자 센서"
    #expect(try Set(searchOrganizations(query, in: workspace)) == Set(SampleForum.organizationIDs))
    #expect(try Set(searchOrganizations(query, in: workspace, "--kind", "company")) == ["hanbit", "duru", "rhein"])
    #expect(
      try Set(searchOrganizations(query, in: workspace, "--kind", "university,institute"))
        == ["mirae", "neulbom", "donau"])
    #expect(
      try Set(searchOrganizations(query, in: workspace, "--kind", "university", "--kind", "institute"))
        == ["mirae", "neulbom", "donau"])
    #expect(
      try Set(searchOrganizations(query, in: workspace, "--bridge", "none", "--country", "DE")) == ["rhein", "donau"])
    #expect(try Set(searchOrganizations(query, in: workspace, "--bridge", "none", "--country", "de,KR")).count == 6)
    #expect(try Set(searchOrganizations(query, in: workspace, "--region", "Seoul")) == ["hanbit", "mirae"])
    #expect(try Set(searchOrganizations(query, in: workspace, "--region", "부산,Bayern")) == ["duru", "rhein"])
    #expect(try searchOrganizations(query, in: workspace, "--kind", "university", "--region", "부산").isEmpty)
    // Evidence passes where one of its organisations does.
    #expect(try Set(search("magnetometer", in: workspace, "--bridge", "none", "--country", "KR")) == ["e10"])
    #expect(
      try search("magnetometer", in: workspace, "--bridge", "none", "--country", "KR", "--kind", "university").isEmpty)
    #expect(try search("단일광자", in: workspace, "--bridge", "none", "--country", "KR").isEmpty)
  }

  @Test func `a filter may stand before the query`() throws {
    let outcome = try moim("search", "--kind", "company,institute", "양자 센서", workspace: workspace.get())
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("[hanbit]") && !outcome.output.contains("[mirae]"))
  }

  @Test func `JSON is one document with known keys`() throws {
    let workspace = try workspace.get()
    let byEvidence = try moim("search", "cardiography", "--level", "evidence", "--json", workspace: workspace).json()
    #expect(byEvidence.keys == ["level", "query", "results"])
    #expect(byEvidence["level"].text == "evidence" && byEvidence["query"].text == "cardiography")
    let result = try #require(byEvidence["results"].list.first { $0["id"].text == "e10" })
    #expect(result.keys == ["evidence", "id", "rank", "score"])
    #expect(result["evidence"].keys == ["date", "fields", "id", "kind", "organizations", "score", "title"])
    #expect(result["evidence"]["date"].text == "2024-01-15")
    #expect(result["evidence"]["organizations"].each("role") == ["coordinator", "participant"])

    let byOrganization = try moim("search", "cardiography", "--json", workspace: workspace).json()
    #expect(byOrganization["level"].text == "organization")
    let organization = try #require(byOrganization["results"].list.first)
    #expect(organization.keys == ["id", "organization", "rank", "score", "supporting"])
    #expect(organization["rank"].number == 1)
    #expect(organization["organization"].keys.isSuperset(of: ["country", "fields", "id", "kind", "name"]))
    #expect(!organization["supporting"].list.isEmpty)
  }

  @Test func `people read names, facts and passages, and nothing found is said on standard error`() throws {
    let workspace = try workspace.get()
    let outcome = try moim("search", "다이아몬드 양자 센서", "--limit", "1", workspace: workspace)
    #expect(outcome.output.hasPrefix("1. 한빛양자센서 [hanbit] company 기업, KR, 서울\n"))
    #expect(outcome.output.contains("2024") && !outcome.output.contains("2. "))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.messages.isEmpty)
    let nothing = try moim("search", "xyzzy", workspace: workspace)
    #expect(nothing.status == 0 && nothing.output.isEmpty && nothing.messages.contains("nothing found"))
  }

  @Test func `odd queries are answered, not feared`() throws {
    let workspace = try workspace.get()
    for query in [
      "", " ", "\"", "-", "+", "\"\"", "-\"\"", "+-", "\" -", "-통신", "((", "\u{0}x".replacing("\0", with: ""), "é́́́", "🙂",
      String(repeating: "양자 ", count: 3000), String(repeating: "x", count: 20_000),
    ] {
      let outcome = try moim("search", "--json", "--workspace", workspace, "--", query)
      #expect(outcome.status == 0, "\(query.prefix(20)): \(outcome.messages)")
    }
  }
}
