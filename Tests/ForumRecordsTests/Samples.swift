import ForumRecords
public import ResearchProfiles

let kist = OrganizationProfile(
  id: "kist", kind: .institute,
  names: LocalizedText([.init(language: "ko", text: "한국과학기술연구원"), .init(language: "en", text: "KIST")]),
  aliases: ["키스트"], identifiers: [OrganizationIdentifier(scheme: "ROR", value: "04qh86j58")], country: "KR",
  region: "서울", city: "성북구", sizeClass: "large", homepage: "https://www.kist.re.kr", summary: "양자 센서 연구",
  keywords: ["양자", "센서"], parent: "nst")

func project(
  _ id: String, title: String = "Entangled photons", participants: [(String, ParticipationRole)] = [],
  date: String? = "2024-03-01"
) -> Evidence {
  Evidence(
    id: EvidenceID(id), kind: .project, title: LocalizedText(title, language: "en"),
    text: LocalizedText("A source of entangled photons for 양자암호통신.", language: "en"), keywords: ["QKD", "양자"],
    date: date.flatMap { CalendarDate($0) },
    participations: participants.map { Participation(organization: OrganizationID($0.0), role: $0.1) })
}

func storing(_ evidence: Evidence, mentions: [OrganizationProfile] = []) -> RegistryChange {
  .evidence(EncodedEvidence(evidence), mentions: mentions)
}

extension OrganizationID: ExpressibleByStringLiteral {
  public init(stringLiteral id: String) { self.init(id) }
}

extension EvidenceID: ExpressibleByStringLiteral {
  public init(stringLiteral id: String) { self.init(id) }
}

extension Registry {
  /// All that has changed after a sequence, in one piece.
  func collectedChanges(after sequence: Int64, batchSize: Int = 1000) throws -> CollectedChanges {
    var collected = CollectedChanges()
    collected.sequence = try changes(after: sequence, batchSize: batchSize) { batch in
      switch batch {
      case .deletedEvidence(let ids): collected.deletedEvidence += ids
      case .deletedOrganizations(let ids): collected.deletedOrganizations += ids
      case .organizations(let profiles): collected.organizations += profiles
      case .mergedOrganizations(let merged): collected.mergedOrganizations += merged
      case .evidence(let evidence): collected.evidence += evidence
      }
    }
    return collected
  }
}

struct CollectedChanges {
  var sequence: Int64 = 0
  var deletedEvidence: [EvidenceID] = []
  var deletedOrganizations: [OrganizationID] = []
  var organizations: [OrganizationProfile] = []
  var mergedOrganizations: [MergedOrganization] = []
  var evidence: [StoredEvidence] = []

  var evidenceIDs: [String] { evidence.map(\.id.rawValue) }
}
