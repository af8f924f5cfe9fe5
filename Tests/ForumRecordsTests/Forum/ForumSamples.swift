import ForumRecords
import ResearchProfiles
import TestCorpora

/// 2026-11-21 21:00 in Seoul.
let noon = ForumTime(secondsSinceEpoch: 1_795_262_400)

/// A store in a folder of its own.
struct ForumFolder {
  let folder: TemporaryFolder
  let path: String
  let store: ForumStore

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("forum.sqlite")
    store = try ForumStore(path: path, mode: .readWrite)
  }
}

func sampleApplication(
  _ title: String = "단일광자 검출기", applicant: String? = "kist", kind: OrganizationKind = .company,
  wantsCounselling: Bool = false, sourceKey: String? = nil
) -> ForumApplication {
  ForumApplication(
    application: Application(
      id: "", title: title, summary: "SNSPD 모듈", keywords: ["양자"], needs: [Need(statement: "냉각기", urgency: .wished)],
      offers: [Need(statement: "검출기")],
      applicant: Applicant(id: applicant.map { OrganizationID($0) }, name: "광자기술", kind: kind, country: "KR")),
    wantedKinds: [.institute, .university], wantedRegions: ["서울"], field: "PHYS", readinessLevel: 4,
    budgetMillionWon: 300, wantedRole: "participant", region: "대전", courses: [.commercialisation],
    wantsCounselling: wantsCounselling, sourceKey: sourceKey)
}

let sampleContact = ContactDetails(
  personName: "홍길동", email: "hong@example.kr", phone: "010-1234-5678", position: "책임", department: "광학팀")

func sampleConsent(
  _ recipient: String = Consent.forum, purpose: String = "joint_research",
  items: [String] = ["name", "email", "application"], from given: ForumTime = noon, days: Int = 365
) -> Consent {
  Consent(
    recipient: recipient, purpose: purpose, items: items, validUntil: given.adding(days: days), method: .web,
    proof: "wording 3, digest 1f2e", given: given)
}

extension ForumStore {
  /// Hands in a sample with its contact and consents and returns the receipt.
  @discardableResult
  func submitSample(
    _ title: String = "단일광자 검출기", applicant: String? = "kist", contact: ContactDetails? = sampleContact,
    consents: [Consent] = [sampleConsent()], at time: ForumTime = noon
  ) throws -> String {
    try submit(
      sampleApplication(title, applicant: applicant), contact: contact, consents: consents, actor: "applicant",
      time: time
    ).application.receipt
  }

  /// What the audit trail says, the oldest first.
  func actions() throws -> [String] { try auditEntries().items.reversed().map(\.action) }
}
