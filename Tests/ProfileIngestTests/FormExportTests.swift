import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

/// Exports of forms as spreadsheet programs and form services write them.
struct FormExportTests {
  private static let rows = """
    타임스탬프,이메일 주소,신청 기관명 (국문),신청 기관명 (영문),기관 유형,공동연구 과제명,"연구 목표 및 내용을 적어 주세요.
    (1,000자 이내)",필요한 기술 분야 (복수 선택 가능),희망 협력 기관의 조건,핵심 키워드 (쉼표로 구분)
    2023. 11. 21 오후 2:31:05,lab@example.ac.kr,가상대학교 산학협력단,Virtual University,대학,똠 양자 실증,"격자기반
    1단계",암호;양자통신,"QKD 장비, 5년 이상","PQC, QKD"

    """

  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = try ApplicationReader().read(bytes, name: "form.csv")
    let application = try #require(file.applications.first, "\(file.issues)", sourceLocation: sourceLocation)
    #expect(application.title == "똠 양자 실증", sourceLocation: sourceLocation)
    #expect(application.submitted?.description == "2023-11-21", sourceLocation: sourceLocation)
    #expect(application.summary == "격자기반\n1단계", sourceLocation: sourceLocation)
    #expect(application.needs.map(\.statement) == ["암호", "양자통신", "QKD 장비, 5년 이상"], sourceLocation: sourceLocation)
    #expect(application.keywords == ["PQC", "QKD"], sourceLocation: sourceLocation)
    #expect(
      application.applicant == Applicant(name: "가상대학교 산학협력단", kind: .university), sourceLocation: sourceLocation)
    #expect(!"\(application)".contains("@"), sourceLocation: sourceLocation)
  }

  @Test func `questions are headings`() throws {
    try check(Array(Self.rows.utf8))
    try check([0xEF, 0xBB, 0xBF] + Array(Self.rows.utf8))
  }

  @Test func `UTF-16 with tabs is read`() throws {
    let text = Self.rows.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % 2 == 0 ? String($0.element).replacing(",", with: "\t") : String($0.element) }.joined(
        separator: "\"")
    try check([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  @Test(
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"),
    arguments: [
      "excel_cp949.csv", "excel_unicode_text_utf16le_tab.txt", "excel_utf8_bom.csv",
      "forms_download_utf8.csv", "nfd_macos.csv", "responses.xlsx", "sheets_export_utf8.csv",
    ])
  func `every sample of a form is read as applications`(name: String) throws {
    let file = try ApplicationReader().read(path: SharedData.folder + "/formats/forms/" + name)
    #expect(file.applications.isEmpty == false, "\(file.issues)")
    #expect(file.recordsRead == file.applications.count, "\(file.issues)")
    for application in file.applications { #expect(application.hasText) }
    let imported = try Ingestion([SharedData.folder + "/formats/forms/" + name])
    #expect(imported.records == [])
    #expect(imported.rejections.first?.remedy.contains("moim match") == true, "\(imported.issues)")
  }
}
