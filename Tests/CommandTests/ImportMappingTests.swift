import ForumRecords
import Foundation
import TestCorpora
import Testing

@Suite struct ImportMappingTests {
  private static let mapping = """
    {"records": [{"path": "/export/lab", "make": "organization", "id": "@no", "name": "name", "country": "=KR"}]}
    """
  private static let export = "<export><lab no=\"7\"><name>양자연구실</name></lab></export>"

  @Test func `a mapping file makes any XML readable`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("labs.xml", Self.export)
    let map = try folder.write("labs.json", Self.mapping)
    let without = try MoimProcess(["import", "--workspace", folder.file("a"), "--json", source]).wait()
    #expect(try without.json()["totals"]["rejected"].number == 1)
    #expect(without.messages.contains("--map"))
    let with = try moim("import", "--map", map, "--json", source, workspace: folder.file("b"))
    #expect(try with.json()["totals"]["accepted"].number == 1)
    #expect(try with.json()["organizations"].number == 1)
  }

  @Test func `a wrong mapping file stops the import before it begins, with line and place`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("labs.xml", Self.export)
    let map = try folder.write("labs.json", "{\"records\": [{\"path\": \"/export/lab\",\n \"naem\": \"name\"}]}")
    let outcome = try MoimProcess(["import", "--workspace", folder.file("w"), "--map", map, source]).wait()
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("labs.json:"))
    #expect(FileManager.default.fileExists(atPath: folder.file("w")) == false)
  }

  @Test func `the mapping that was guessed for a table is shown, saved and read again`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("members.csv", "기관명,홈페이지,국가\n가나연구원,gana.kr,KR\n다라대학교,dara.kr,KR\n")
    let map = folder.file("columns.json")
    let guessed = try moim("import", "--save-map", map, "--json", source, workspace: folder.file("a"))
    #expect(guessed.messages.contains("기관명"))
    let stated = try moim("import", "--map", map, "--json", source, workspace: folder.file("b"))
    #expect(try stated.json()["totals"]["accepted"].number == guessed.json()["totals"]["accepted"].number)
    #expect(stated.messages.contains("as the mapping says"))
  }

  @Test func `a table of which nothing is known can be explained by the mapping that is saved of it`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("members.csv", "갑,을\n가나연구원,극저온\n다라대학교,광학\n")
    let map = folder.file("columns.json")
    let refused = try MoimProcess(
      ["import", "--dry-run", "--workspace", folder.file("w"), "--save-map", map, "--json", source]
    ).wait()
    #expect(try refused.json()["totals"]["rejected"].number == 1 && refused.json()["tables"] == .null)
    #expect(refused.messages.contains("members.csv: not read") && refused.messages.contains("'갑', '을'"))
    let skeleton = try String(contentsOfFile: map, encoding: .utf8)
    #expect(skeleton.contains("\"ignored\": [\"갑\", \"을\"]"))
    let corrected = skeleton.replacing("\"ignored\": [\"갑\", \"을\"]", with: "\"name\": [\"갑\"], \"keywords\": [\"을\"]")
    try corrected.write(toFile: map, atomically: true, encoding: .utf8)
    let read = try moim("import", "--map", map, "--json", source, workspace: folder.file("w"))
    #expect(try read.json()["totals"]["accepted"].number == 2)
  }

  @Test func `what an officer has said of a table holds on the command line too, unless it is told otherwise`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("members.csv", "기업명,비고,국가\n새빛계측,극저온 증폭기,KR\n")
    let workspace = folder.file("w")
    func tables(_ arguments: String...) throws -> (table: JSONValue, messages: String) {
      let outcome = try MoimProcess(["import", "--json"] + arguments + [source], workspace: workspace).wait()
      let document = try outcome.json()
      return (document["tables"].list.first ?? .null, outcome.messages)
    }
    let map = folder.file("columns.json")
    let guessed = try tables("--save-map", map)
    #expect(guessed.table["guessed"] == .boolean(true) && guessed.messages.contains("guessed; correct it"))

    let corrected = try String(contentsOfFile: map, encoding: .utf8).replacing(
      "\"country\"", with: "\"keywords\": [\"비고\"], \"country\"")
    let content = try JSONEncoder().encode(Kept(headings: ["기업명", "비 고", "국가"], mapping: corrected))
    let store = try ForumStore(path: workspace + "/forum.sqlite", mode: .readWrite)
    let now = ForumTime(secondsSinceEpoch: 1_795_222_800)
    try store.saveFormMapping(
      FormMapping(
        fingerprint: "table:1", name: "table of organization",
        mapping: String(decoding: content, as: UTF8.self), updated: now, by: "kim"),
      actor: "kim")
    try store.close()

    let remembered = try tables()
    #expect(remembered.table["guessed"] == .boolean(false) && remembered.table["remembered"] == .boolean(true))
    #expect(remembered.messages.contains("as it was corrected in the console"))
    #expect(
      remembered.table["columns"].list.map { $0["field"] } == [.text("name"), .text("keywords"), .text("country")])
    let anew = try tables("--no-remembered")
    #expect(anew.table["guessed"] == .boolean(true) && anew.table["remembered"] == .null)
    let stated = try tables("--map", map)
    #expect(stated.table["guessed"] == .boolean(false) && stated.messages.contains("as the mapping says"))
    #expect(stated.table["columns"].list[1]["field"] == .null)
  }

  /// As the console keeps a correction.
  private struct Kept: Encodable {
    var headings: [String]
    var mapping: String
  }

  @Test func `an encoding can be named, and an unknown one is wrong usage`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("a.jsonl", Array("{\"id\":\"1\",\"text\":\"caf".utf8) + [0xE9, 0x22, 0x7D, 0x0A])
    let outcome = try moim(
      "import", "--encoding", "windows-1252", "--json", source, workspace: folder.file("a"))
    #expect(try outcome.json()["totals"]["accepted"].number == 1)
    let wrong = try MoimProcess(["import", "--workspace", folder.file("b"), "--encoding", "klingon", source]).wait()
    #expect(wrong.status == 64 && wrong.messages.contains("cp949"))
  }

  @Test func `a key that a service echoed is in no output, report or file of the workspace`() throws {
    let folder = try TemporaryFolder()
    let key = "PLANTED0key1SECRET"
    try folder.write("in/a.xml", "<error>인증키 \(key) 오류 key=\(key)</error>")
    try folder.write(
      "in/b.xml",
      """
      <response><header><resultCode>00</resultCode><resultMsg>\(key)</resultMsg></header><body><items><item>
      <pblancNm>공고</pblancNm><pblancId>P</pblancId><bsnsSumryCn>http://a.kr/?ServiceKey=\(key)&amp;n=1</bsnsSumryCn>
      </item></items></body></response>
      """)
    try folder.write(
      "in/c.xml", "<MetaData><inputData><key>\(key)</key></inputData><error>bad key \(key)</error></MetaData>")
    let report = folder.file("report.json")
    let outcome = try moim("import", "--report", report, folder.file("in"), workspace: folder.file("w"))
    #expect(!outcome.output.contains(key) && !outcome.messages.contains(key))
    #expect(try !String(contentsOfFile: report, encoding: .utf8).contains(key))
    let files = FileManager.default.enumerator(atPath: folder.file("w"))
    var fileCount = 0
    while let name = files?.nextObject() as? String {
      guard let data = FileManager.default.contents(atPath: folder.file("w") + "/" + name) else { continue }
      fileCount += 1
      #expect(data.range(of: Data(key.utf8)) == nil, "\(name)")
    }
    #expect(fileCount > 2)
  }
}
