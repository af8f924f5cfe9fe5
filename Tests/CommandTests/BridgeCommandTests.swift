import Foundation
import TestCorpora
import Testing

/// Korean and English bridged, by the command itself.
@Suite struct BridgeCommandTests {
  private static let records = (0..<12).map { number in
    let (korean, english) = [
      ("안테나", "antenna"), ("전극", "electrode"), ("촉매", "catalyst"), ("기판", "substrate"),
    ][number % 4]
    let (koreanUse, englishUse) = [("소형", "small"), ("다층", "multilayer"), ("투명", "transparent")][number % 3]
    return """
      {"type":"evidence","id":"b\(number)","kind":"patent","title":{"ko":"\(koreanUse) \(korean) 제조 방법","en":"Method of \
      manufacturing a \(englishUse) \(english)"}}
      """
  }

  private static let english = """
    {"type":"evidence","id":"e1","kind":"publication","title":"Antenna of a satellite","organizations":[{"id":"o1"}]}
    {"type":"evidence","id":"e2","kind":"publication","title":"Catalyst for hydrogen","organizations":[{"id":"o2"}]}
    {"type":"evidence","id":"e3","kind":"publication","title":"Quantum key distribution over fibre","organizations":[{"id":"o1"}]}
    """

  private static let prepared = Result {
    let folder = try TemporaryFolder()
    let source = try folder.write("records.jsonl", records.joined(separator: "\n") + "\n" + english + "\n")
    let outcome = try MoimProcess(["import", "--workspace", folder.file("w"), source]).wait()
    #expect(outcome.status == 0)
    return folder
  }

  private func moim(_ arguments: [String], in folder: TemporaryFolder) throws -> MoimProcess.Outcome {
    try MoimProcess(arguments, workspace: folder.file("w")).wait()
  }

  private func found(_ query: String, _ bridge: String) throws -> (ids: [String], added: [String]) {
    let arguments = ["search", query, "--level", "evidence", "--limit", "50", "--json", "--bridge", bridge]
    let answer = try moim(arguments, in: try Self.prepared.get()).json()
    return (answer["results"].each("id"), answer["added"].each("term"))
  }

  @Test func `an import mines by itself, and the pairs are shown, the surest first`() throws {
    let outcome = try moim(["bridge", "list", "--json"], in: try Self.prepared.get())
    let pairs = try outcome.json()["pairs"].list
    #expect(pairs.contains { $0["korean"].text == "안테나" && $0["english"].text == "antenna" })
    let confidences = pairs.compactMap { $0["confidence"].number }
    #expect(confidences == confidences.sorted(by: >))
    let one = try moim(["bridge", "list", "촉매"], in: try Self.prepared.get())
    #expect(one.output.contains("catalyst") && !one.output.contains("antenna"))
  }

  @Test func `a Korean word finds English evidence by what was mined, and says so`() throws {
    #expect(try !found("안테나", "none").ids.contains("e1"))
    let mined = try found("안테나", "mined")
    #expect(mined.ids.contains("e1") && mined.added.contains("antenna"))
    let text = try moim(["search", "안테나", "--level", "evidence"], in: try Self.prepared.get())
    #expect(text.messages.contains("also searched for: antenna"))
  }

  @Test func `the glossary bridges what was never mined`() throws {
    #expect(try found("양자키분배", "mined").ids.isEmpty)
    let glossary = try found("양자키분배", "glossary")
    #expect(glossary.ids == ["e3"])
    #expect(glossary.added.contains("quantum"))
    #expect(try found("양자키분배", "both").ids == ["e3"])
  }

  @Test func `matching and explaining show what was added`() throws {
    let folder = try Self.prepared.get()
    let application = try folder.write("a.jsonl", #"{"id":"a1","title":"위성 안테나"}"# + "\n")
    let answer = try moim(["match", application, "--json"], in: folder).json()
    let match = try #require(answer["applications"].list.first)
    #expect(match["added"].each("term").contains("antenna"))
    #expect(match["partners"].each("id").first == "o1")
    let explained = try moim(["explain", "o1", "--application", application], in: folder)
    #expect(explained.output.contains("antenna"))
    let none = try moim(["match", application, "--json", "--bridge", "none"], in: folder).json()
    #expect(none["applications"].list.first?["added"].list.isEmpty == true)
  }

  @Test func `tables in the workspace's glossary folder are used, and their faults are told`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("records.jsonl", Self.records.joined(separator: "\n") + "\n" + Self.english + "\n")
    #expect(try MoimProcess(["import", "--workspace", folder.file("w"), source]).wait().status == 0)
    try folder.write(
      "w/glossary/own.tsv",
      "id\tfield\tkorean\tenglish\tabbreviations\tnote\nown\town\t물오름\thydrogen\t\t\nbroken line\n")
    let outcome = try moim(["search", "물오름", "--level", "evidence", "--json"], in: folder)
    #expect(try outcome.json()["results"].each("id") == ["e2"])
    #expect(outcome.messages.contains("own.tsv:3: "))
  }

  @Test func `damaged pairs are told, and the glossary goes on`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("records.jsonl", Self.records.joined(separator: "\n") + "\n" + Self.english + "\n")
    #expect(try MoimProcess(["import", "--workspace", folder.file("w"), source]).wait().status == 0)
    try folder.write("w/term-pairs", "MOIMPAIR damaged, but long enough")
    let outcome = try moim(["search", "양자키분배", "--level", "evidence", "--json"], in: folder)
    #expect(try outcome.json()["results"].each("id") == ["e3"])
    #expect(outcome.messages.contains("moim bridge mine"))
    let checked = try moim(["check"], in: folder)
    #expect(checked.status == 1)
    #expect(checked.output.contains("moim bridge mine"))
    let mined = try moim(["bridge", "mine"], in: folder)
    #expect(mined.status == 0 && mined.output.contains("from 12 texts"))
    #expect(try moim(["check"], in: folder).status == 0)
  }

  @Test func `nothing mined is said plainly`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("records.jsonl", Self.english + "\n")
    #expect(try MoimProcess(["import", "--workspace", folder.file("w"), source]).wait().status == 0)
    let listed = try moim(["bridge", "list"], in: folder)
    #expect(listed.status == 0 && listed.output.isEmpty && listed.messages.contains("0 of 0 pairs"))
    try FileManager.default.removeItem(atPath: folder.file("w/term-pairs"))
    let missing = try moim(["bridge", "list"], in: folder)
    #expect(missing.status == 1 && missing.messages.contains("moim bridge mine"))
    let mined = try moim(["bridge", "mine", "--json"], in: folder)
    #expect(try mined.json()["texts"].number == 0)
  }
}
