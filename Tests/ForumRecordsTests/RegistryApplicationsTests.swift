import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct RegistryApplicationsTests {
  @Test func `an application comes back as it was stored, the last of its id`() throws {
    let folder = try TemporaryFolder()
    let registry = try Registry(path: folder.path + "/registry.sqlite", mode: .readWrite)
    var application = Application(
      id: "a1", submitted: CalendarDate("2026-10-20"), title: "뇌자도", summary: "요약", keywords: ["OPM"],
      needs: [Need(statement: "센서", urgency: .wished)], offers: [Need(statement: "임상")],
      applicant: Applicant(id: OrganizationID("kist"), name: "KIST", kind: .institute, country: "KR"))
    try registry.store([application, Application(id: "a2", title: "other")])
    #expect(try registry.application(id: "a1") == application)
    application.title = "뇌자도와 심자도"
    try registry.store([application])
    #expect(try registry.application(id: "a1") == application)
    #expect(try registry.application(id: "a2")?.title == "other")
    #expect(try registry.application(id: "a3") == nil)
  }
}
