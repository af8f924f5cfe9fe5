import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import PartnerDiscovery
import ResearchProfiles
import Testing

@testable import WebService

/// Lists go out without persons; persons go out under consents alone, and stand in the ledger then.
@Suite struct ExportPagesTests {
  private static let personalTexts = ["홍가상", "hong@lab.example", "010-9876-5432"]

  /// One application with a contact and consents for the course and for partners, one with a contact and none.
  private func forum() throws -> TestForum {
    let forum = try TestForum()
    for number in 1...2 {
      let draft = ForumApplication(
        receipt: "",
        application: Application(
          id: "", title: "뇌자도용 원자 자력계 \(number)", summary: "광펌핑 자력계를 만든다. 문의 hong@lab.example",
          needs: [Need(statement: "원자 센서용 협대역 레이저")], offers: [Need(statement: "자기차폐실 시험")],
          applicant: Applicant(name: "가상대학교 \(number)", kind: .university, country: "KR")),
        submitted: forum.desk.now, updated: forum.desk.now, status: .received, wantsJointResearch: true)
      let consents = [(Consent.training, "과정 안내"), (Consent.partners, "공동연구 협의")].map { recipient, purpose in
        Consent(
          receipt: "", recipient: recipient, purpose: purpose, items: ["name", "email"],
          validUntil: forum.desk.now.adding(days: 30), method: .web, given: forum.desk.now)
      }
      _ = try forum.desk.submit(
        draft,
        contact: ContactDetails(receipt: "", personName: "홍가상", email: "hong@lab.example", phone: "010-9876-5432"),
        consents: number == 1 ? consents : [], actor: "applicant")
    }
    return forum
  }

  @Test func `no list holds a person in any format, and each is audited`() async throws {
    let forum = try forum()
    let officer = try await forum.browser(signedInAs: .officer)
    _ = try await officer.get("/desk/exports")
    for export in ForumExport.allCases {
      for format in ["csv", "json", "xlsx"] {
        let file = try await officer.post("/desk/exports/tables", ["export": export.rawValue, "format": format])
        #expect(file.status == 200 && file.headers[.contentDisposition]?.contains("filename*=UTF-8''") == true)
        for text in Self.personalTexts { #expect(!file.text.contains(text), "\(export) \(format)") }
        if format == "json" {
          #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(file.bytes)) }
        }
        if format == "csv" { #expect(file.bytes.prefix(3) == [0xEF, 0xBB, 0xBF]) }
        if format == "xlsx" { #expect(file.bytes.prefix(2) == [0x50, 0x4B]) }
      }
    }
    let audit = try forum.desk.store.auditEntries(AuditFilter(action: "export."))
    #expect(audit.total == ForumExport.allCases.count * 3)
  }

  @Test func `applications come out as JSON under English names and organisations as CERIF`() async throws {
    let forum = try forum()
    let officer = try await forum.browser(signedInAs: .officer)
    _ = try await officer.get("/desk/exports")
    let json = try await officer.post("/desk/exports/tables", ["export": "applications", "format": "json"])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: [[String: Any]]])
    #expect(document["applications"]?.first?["title"] as? String == "뇌자도용 원자 자력계 1")
    #expect(document["applications"]?.first?["received"] as? String == "2026-11-21T10:00:00+09:00")
    let cerif = try await officer.post("/desk/exports/workspace", ["format": "cerif"])
    #expect(cerif.status == 200 && cerif.text.contains("누리센서") && cerif.text.hasSuffix("</OAI-PMH>\n"))
    let folders = try FileManager.default.contentsOfDirectory(atPath: forum.desk.workspace.path + "/uploads")
    #expect(folders.isEmpty, "nothing is left on the disk")
  }

  @Test func `CP949 is refused where it loses something, and the cell is named`() async throws {
    let forum = try TestForum(
      organizations: #"{"type":"organization","id":"x","kind":"company","names":{"ko":"가온😀"},"country":"KR"}"#)
    let officer = try await forum.browser(signedInAs: .officer)
    _ = try await officer.get("/desk/exports")
    let refused = try await officer.post("/desk/exports/tables", ["export": "organizations", "format": "csv-cp949"])
    #expect(refused.status == 400 && refused.text.contains("‘이름’") && refused.text.contains("😀"))
  }

  @Test func `contacts go out for a consented recipient and purpose alone, after the ledger has them`() async throws {
    let forum = try forum()
    let officer = try await forum.browser(signedInAs: .officer)
    let page = try await officer.get("/desk/exports")
    #expect(page.text.contains("과정 안내"))
    #expect(!page.text.contains("공동연구 협의"), "to partners a contact opens by an introduction alone")
    var fields = ["provision": "0", "recipient-0": "training", "purpose-0": "과정 안내", "format": "csv"]
    #expect(try await officer.post("/desk/exports/personal", fields).status == 400, "not confirmed")
    #expect(try forum.desk.store.provisions().total == 0)
    fields["confirmed"] = "yes"
    fields["purpose-0"] = "다른 목적"
    #expect(try await officer.post("/desk/exports/personal", fields).status == 400, "no consent for this purpose")
    fields["purpose-0"] = "과정 안내"
    let file = try await officer.post("/desk/exports/personal", fields)
    #expect(file.status == 200 && file.text.contains("홍가상") && file.text.contains("hong@lab.example"))
    #expect(!file.text.contains("010-9876-5432"), "no consent names the telephone")
    let ledger = try forum.desk.store.provisions().items
    #expect(ledger.map(\.receipt) == ["2026-0001"] && ledger[0].items == ["name", "email"])
    for text in Self.personalTexts { #expect(!forum.log.text.contains(text)) }
  }
}
