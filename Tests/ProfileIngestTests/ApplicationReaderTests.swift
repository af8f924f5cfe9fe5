import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct ApplicationReaderTests {
  private func read(_ text: String) throws -> ApplicationFile {
    let file = try ApplicationReader().read(Array(text.utf8), name: "forum")
    let rejected = file.issues.filter { $0.severity == .rejected }.reduce(0) { $0 + $1.occurrences }
    #expect(file.recordsRead == file.applications.count + rejected)
    return file
  }

  private static let full = #"""
    {"id":"a1","submitted":"2024-01-11","title":"양자 센서","summary":"Line one.\nLine two.","keywords":["NV"],"needs":["cryostat",{"statement":"laser","urgency":"wished"},{"statement":"shield","required":false}],"offers":["diamond"],"applicant":{"id":"kist","name":"KIST","kind":"institute","country":"kr"}}
    """#

  @Test func `an application has needs, offers and an applicant`() throws {
    let file = try read(Self.full)
    #expect(file.issues == [])
    #expect(
      file.applications == [
        Application(
          id: "a1", submitted: CalendarDate("2024-01-11"), title: "양자 센서", summary: "Line one.\nLine two.",
          keywords: ["NV"],
          needs: [
            Need(statement: "cryostat"), Need(statement: "laser", urgency: .wished),
            Need(statement: "shield", urgency: .wished),
          ], offers: [Need(statement: "diamond")],
          applicant: Applicant(id: OrganizationID("kist"), name: "KIST", kind: .institute, country: "KR"))
      ])
  }

  @Test func `lines, a list, a document and a pretty-printed object say the same`() throws {
    let lines = try read(Self.full + "\n{\"id\":\"a2\",\"summary\":\"s\"}\n")
    let list = try read("[\(Self.full),\n{\"id\":\"a2\",\"summary\":\"s\"}]")
    let document = try read("{\"applications\": [\n\(Self.full), {\"id\":\"a2\",\"summary\":\"s\"}]}")
    #expect(lines.applications.map(\.id) == ["a1", "a2"])
    #expect(list.applications == lines.applications)
    #expect(document.applications == lines.applications)
    #expect(try read("{\n  \"id\": \"a2\",\n  \"summary\": \"s\"\n}").applications == [lines.applications[1]])
  }

  @Test func `wrong applications are issues and the others stand`() throws {
    let file = try read(
      """
      {"id":"1","title":"t"}
      nonsense
      {"title":"no id"}
      {"id":"2"}
      {"id":"1","title":"again"}
      {"id":"3","needs":["n"],"contact":"not kept","applicant":{"phone":"1"}}
      """)
    #expect(file.applications.map(\.id) == ["1", "3"])
    #expect(file.issues.filter { $0.severity == .rejected }.map(\.line) == [2, 3, 4, 5])
    #expect(
      file.issues.filter { $0.severity == .warning }.map(\.reason) == [
        "the key 'phone' of an applicant is unknown and ignored",
        "the key 'contact' of an application is unknown and ignored",
      ])
  }

  @Test func `a table with English headings is read`() throws {
    let file = try read(
      "\u{FEFF}id,Title,summary,keywords,needs,offers,submitted,applicant id,applicant name,applicant kind,applicant country\r\n"
        + "a1,\"Sensors, \"\"NV\"\"\",\"Two\nlines\",\"a, b\",cryostat; laser|shield,diamond,2024-01-11,kist,KIST,institute,KR\r\n"
        + "\r\na2,Only a title\r\n")
    #expect(file.issues == [])
    #expect(
      file.applications == [
        Application(
          id: "a1", submitted: CalendarDate("2024-01-11"), title: "Sensors, \"NV\"", summary: "Two\nlines",
          keywords: ["a", "b"],
          needs: [Need(statement: "cryostat"), Need(statement: "laser"), Need(statement: "shield")],
          offers: [Need(statement: "diamond")],
          applicant: Applicant(id: OrganizationID("kist"), name: "KIST", kind: .institute, country: "KR")),
        Application(id: "a2", title: "Only a title"),
      ])
  }

  @Test func `a table with Korean headings, semicolons and unknown columns is read`() throws {
    let file = try read(
      "접수번호;과제명;연구 내용;필요 기술;기관명;기관 유형;국가;연락처\n7;양자 통신;내용;극저온|광원;가상대학교;대학;대한민국;비밀\n")
    #expect(
      file.applications == [
        Application(
          id: "7", title: "양자 통신", summary: "내용", needs: [Need(statement: "극저온"), Need(statement: "광원")],
          applicant: Applicant(name: "가상대학교", kind: .university, country: "KR"))
      ])
    #expect(file.issues.map(\.reason) == ["the column '연락처' is unknown and ignored"])
    #expect(!"\(file)".contains("비밀"))
  }

  @Test func `a table without ids names applications after their lines`() throws {
    let file = try read("title,summary\nA,\"b\nc\"\nD,e\n")
    #expect(file.applications.map(\.id) == ["line-2", "line-4"])
    #expect(file.issues.map(\.severity) == [.warning])
  }

  @Test func `an unclosed quotation mark is rejected with its line`() throws {
    let file = try read("id,title\n1,ok\n2,\"open\n3,lost\n")
    #expect(file.applications.map(\.id) == ["1"])
    #expect(file.issues.map(\.line) == [3])
  }

  @Test(arguments: [
    ("", "nothing: it is empty"), ("<project/>", "XML"),
    ("%PDF-1.4", "a PDF document"), ("Dear Sir,\nplease", "a text or table that begins with 'Dear Sir'"),
  ])
  func `a file of another kind is an error that says what it is`(text: String, found: String) throws {
    let error = #expect(throws: IngestError.self) { try ApplicationReader().read(Array(text.utf8), name: "forum") }
    guard case .notApplications("forum", let shown, let remedy)? = error, shown.description == found else {
      Issue.record("unexpected: \(String(describing: error))")
      return
    }
    #expect(!remedy.description.isEmpty)
    #expect(error?.description == "forum holds no applications but \(found); \(remedy)")
  }

  @Test func `a table in no known encoding is refused with how to save it`() throws {
    let bytes: [UInt8] = Array("id,title\n1,".utf8) + [0xFF, 0x80]
    let error = #expect(throws: IngestError.self) { try ApplicationReader().read(bytes, name: "forum") }
    #expect(error?.description.contains("CSV UTF-8") == true)
  }

  @Test func `files that are missing or too large are errors`() throws {
    #expect(
      throws: IngestError.unreadable(path: "/nowhere/a.csv", reason: "there is no such file", remedy: "check the path")
    ) {
      try ApplicationReader().read(path: "/nowhere/a.csv")
    }
    let folder = try TemporaryFolder()
    let path = try folder.write("a.jsonl", Self.full)
    #expect(try ApplicationReader().read(path: path).applications.count == 1)
    var limits = IngestLimits()
    limits.applicationFileByteCount = 10
    #expect(throws: IngestError.tooLarge(path: path, limit: 10)) {
      try ApplicationReader(limits: limits).read(path: path)
    }
  }

  @Test(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func `the 766 development applications are read without an issue`() throws {
    let file = try ApplicationReader().read(path: SharedData.folder + "/cordis/applications.jsonl")
    #expect(file.applications.count == 766)
    #expect(file.issues == [])
  }
}
