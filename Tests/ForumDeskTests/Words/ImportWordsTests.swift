import ForumDesk
import Foundation
import ProfileIngest
import Testing

@Suite struct ImportWordsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Files whose sentences are of mapping files, which nobody writes in the console.
  private static let filesOfMappings: Set<String> = [
    "FieldPathParser.swift", "FieldRuleParser.swift", "MappingFileParser.swift", "MappingObject.swift",
    "MappingFile.swift", "MappingCatalog.swift", "MappingFileError.swift", "RecordRuleParser.swift",
    "TableMappingParser.swift", "IngestError.swift", "IngestIssue.swift",
  ]

  /// Names of keys and formats, and words that are looked for, not said.
  private static let noSentences: Set<String> = [
    "element {}", "SQLite format 3", "HWP Document", "<!doctype html", "co., ltd",
    "institute of technology",
    "european commission", "city of", "error {}", "libxml2 is out of memory",
  ]

  private static func isSentence(_ text: String) -> Bool {
    guard text.contains(" "), text.firstMatch(of: /[a-z]{2}/) != nil, !noSentences.contains(text) else { return false }
    // Lists of keys, and names of encodings.
    return text.wholeMatch(of: /[a-z_.]+(, .*|; )/) == nil && text.wholeMatch(of: /[A-Z].* \(.*\)/) == nil
  }

  private static func holdsHangul(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
  }

  /// Why a sentence cannot be said in Korean; `nil` where it can.
  private static func defect(of pattern: String) -> String? {
    let marks = pattern.ranges(of: IngestText.gap).indices.map { "⟦\($0)⟧" }
    let korean = Bilingual(IngestText(pattern, marks.map { .text($0) })).korean
    if !marks.allSatisfy(korean.contains) { return "in Korean something of “\(pattern)” is left out: “\(korean)”" }
    let words = pattern.replacing(IngestText.gap, with: "")
    return !words.contains(where: \.isLetter) || holdsHangul(korean)
      ? nil : "“\(pattern)” needs its Korean in Sources/ForumDesk/Words/KoreanFindings.swift or KoreanRemedies.swift"
  }

  @Test func `every sentence that importing can say is there in Korean`() throws {
    let folder = Self.root.appending(path: "Sources/ProfileIngest")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    var sentences: Set<String> = []
    for file in files where !Self.filesOfMappings.contains(file.lastPathComponent) {
      sentences.formUnion(
        SourceLiterals(of: try String(contentsOf: file, encoding: .utf8)).patterns.filter(Self.isSentence))
    }
    #expect(sentences.count > 250 && sentences.contains("the row has no title"))
    #expect(sentences.compactMap(Self.defect(of:)).sorted() == [])
  }

  @Test func `what the shipped mappings say of answers and records is there in Korean`() throws {
    var sentences: Set<String> = []
    func collect(_ value: Any) {
      if let list = value as? [Any] { list.forEach(collect) }
      guard let object = value as? [String: Any] else { return }
      for (key, value) in object {
        if let text = value as? String, ["reason", "remedy", "because", "subject"].contains(key) {
          sentences.insert(text)
        }
        collect(value)
      }
    }
    for name in ["answers", "dart", "datagokr", "kci", "kipris", "ntis", "oai-dc", "scienceon"] {
      let content = try Data(contentsOf: Self.root.appending(path: "Corpus/Mappings/\(name).json"))
      collect(try JSONSerialization.jsonObject(with: content))
    }
    #expect(sentences.count > 50)
    #expect(sentences.compactMap(Self.defect(of:)).sorted() == [])
  }

  @Test func `clauses within a sentence are Korean too, and names stay as they are`() {
    let text: IngestText = "the column '\("비고")' is not read: \(IngestText("the heading is unknown"))"
    #expect(Bilingual(text).korean == "‘비고’ 열은 읽지 않습니다: 알 수 없는 제목입니다")
    #expect(Bilingual(text).english == "the column '비고' is not read: the heading is unknown")
    #expect(Bilingual(IngestText("made up by somebody else")).korean == "made up by somebody else")
  }

  @Test(arguments: [
    IngestError.unreadable(path: "a.xlsx", reason: "the entry is encrypted", remedy: "make the archive again"),
    .notApplications(path: "a.pdf", found: "a PDF document", remedy: "save it as .xlsx"),
    .tooLarge(path: "a.csv", limit: 10),
  ])
  func `why a whole file is refused is said in both languages`(error: IngestError) {
    #expect(Self.holdsHangul(Bilingual(error).korean) && Bilingual(error).english == error.description)
  }

  @Test func `reports of earlier versions are read, and Korean where their sentences have no gaps`() throws {
    let stored = """
      {"isRejection":true,"file":"a.csv","line":2,"reason":"the row has no title","remedy":"fill in the title, or delete the row","occurrences":1}
      """
    let issue = try JSONDecoder().decode(ImportRecord.Issue.self, from: Data(stored.utf8))
    #expect(Bilingual(issue.reason) == Bilingual("행에 제목이 없습니다", "the row has no title"))
    #expect(try JSONDecoder().decode(ImportRecord.Issue.self, from: try JSONEncoder().encode(issue)) == issue)
  }
}
