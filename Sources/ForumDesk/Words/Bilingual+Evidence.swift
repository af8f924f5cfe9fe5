public import ResearchProfiles

/// What pieces of evidence are called, and the parts that organisations have in them.
extension Bilingual {
  public init(_ kind: EvidenceKind) {
    switch kind {
    case .project: self.init("과제", "Project")
    case .patent: self.init("특허", "Patent")
    case .publication: self.init("논문", "Publication")
    case .product: self.init("제품", "Product")
    case .equipment: self.init("장비", "Equipment")
    case .statement: self.init("기관 소개", "Own statement")
    }
  }

  public init(_ role: ParticipationRole) {
    switch role {
    case .coordinator: self.init("주관", "Coordinator")
    case .participant: self.init("공동", "Participant")
    case .subcontractor: self.init("위탁", "Subcontractor")
    case .associatedPartner: self.init("협력", "Associated partner")
    case .thirdParty: self.init("제3자", "Third party")
    case .funder: self.init("지원", "Funder")
    case .owner: self.init("보유", "Owner")
    case .author: self.init("저자", "Author")
    case .publisher: self.init("발행", "Publisher")
    }
  }
}
