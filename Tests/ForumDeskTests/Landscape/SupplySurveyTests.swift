import ForumDesk
import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct SupplySurveyTests {
  private let seoul = ForumRegion(region: "서울")

  private func registry(_ folder: TemporaryFolder) throws -> Registry {
    try Registry(path: folder.path + "/registry.sqlite", mode: .readWrite, folding: { try $0() })
  }

  private func evidence(
    _ id: String, _ title: String, _ participations: [(String, ParticipationRole)]
  ) -> RegistryChange {
    .evidence(
      EncodedEvidence(
        Evidence(
          id: EvidenceID(id), kind: .project, title: LocalizedText(title, language: "en"),
          participations: participations.map { Participation(organization: OrganizationID($0.0), role: $0.1) })),
      mentions: [])
  }

  private func organization(_ id: String, country: String, region: String? = nil, summary: String = "")
    -> RegistryChange
  {
    .organization(
      OrganizationProfile(
        id: OrganizationID(id), names: LocalizedText(id), country: country, region: region,
        summary: LocalizedText(summary)))
  }

  @Test func `evidence counts once in a region, organisations once in a field, funders not at all`() throws {
    let folder = try TemporaryFolder()
    let registry = try registry(folder)
    _ = try registry.apply([
      organization("a", country: "KR", region: "서울특별시"), organization("b", country: "KR", region: "서울"),
      organization("c", country: "DE"),
      organization("d", country: "KR", region: "대전", summary: "quantum key distribution"),
      organization("money", country: "KR", region: "세종", summary: "we pay"),
      evidence(
        "1", "Quantum key distribution networks", [("a", .coordinator), ("b", .participant), ("money", .funder)]),
      evidence("2", "Quantum repeater and QKD", [("a", .coordinator), ("c", .participant)]),
      evidence("3", "Nothing in particular", [("b", .participant)]),
    ])
    let survey = SupplySurvey(threadCount: 2)
    let counts = try survey.counts(of: registry)
    func amount(_ field: String?, _ region: ForumRegion) -> SupplyCounts.Amount? {
      counts.amounts[.init(field: field, region: region)]
    }
    let field = "quantum.communication"
    #expect(amount(field, seoul) == .init(organizationCount: 2, evidenceCount: 2))
    #expect(amount(field, .abroad) == .init(organizationCount: 1, evidenceCount: 1))
    #expect(amount(field, ForumRegion(region: "대전")) == .init(organizationCount: 1, evidenceCount: 0))
    #expect(amount(nil, seoul) == .init(organizationCount: 1, evidenceCount: 1))
    #expect(counts.fieldAmounts[field] == .init(organizationCount: 4, evidenceCount: 2))
    #expect(!counts.amounts.keys.contains { $0.region == ForumRegion(region: "세종") })
    #expect(counts.grounds.none == 1 && counts.grounds.total == 3)
    #expect(try SupplySurvey(threadCount: 1).counts(of: registry) == counts)
    // Remembered until something changes.
    #expect(try survey.counts(of: registry) == counts)
    _ = try registry.apply([evidence("4", "Quantum internet", [("c", .participant)])])
    let later = try survey.counts(of: registry)
    #expect(later.sequence > counts.sequence && later.fieldAmounts[field]?.evidenceCount == 3)
  }
}
