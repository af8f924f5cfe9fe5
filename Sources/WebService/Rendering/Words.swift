import ForumDesk
import PartnerDiscovery
import ResearchProfiles

/// What kinds and roles are called.
enum Words {
  static func name(_ kind: OrganizationKind) -> Bilingual {
    switch kind {
    case .company: Bilingual("기업", "company")
    case .university: Bilingual("대학", "university")
    case .institute: Bilingual("연구소", "institute")
    case .public: Bilingual("공공기관", "public body")
    case .other: Bilingual("기타", "other")
    }
  }

  static func name(_ kind: EvidenceKind) -> Bilingual {
    switch kind {
    case .project: Bilingual("과제", "project")
    case .patent: Bilingual("특허", "patent")
    case .publication: Bilingual("논문", "publication")
    case .product: Bilingual("제품", "product")
    case .equipment: Bilingual("장비", "equipment")
    case .statement: Bilingual("소개", "statement")
    }
  }

  static func name(_ role: ParticipationRole) -> Bilingual {
    switch role {
    case .coordinator: Bilingual("주관", "coordinator")
    case .participant: Bilingual("공동", "participant")
    case .subcontractor: Bilingual("위탁", "subcontractor")
    case .associatedPartner: Bilingual("협력", "associated partner")
    case .thirdParty: Bilingual("제3자", "third party")
    case .funder: Bilingual("지원", "funder")
    case .owner: Bilingual("보유", "owner")
    case .author: Bilingual("저자", "author")
    case .publisher: Bilingual("발행", "publisher")
    }
  }

  /// Kind, country and region of a body, as far as they are known.
  static func facts(of organization: OrganizationSummary, _ language: Language) -> [String] {
    [organization.kind.map { name($0)[language] }, organization.country, organization.region].compactMap { $0 }
  }
}
