import CallRules
public import ConsortiumMatching
public import ForumRecords
public import ResearchProfiles

/// Words that reports and tables have for what records say in codes.
extension Bilingual {
  /// The same in both languages.
  public init(both text: String) { self.init(text, text) }

  init(_ number: Int) { self.init(both: "\(number)") }

  public init(_ kind: OrganizationKind?) {
    switch kind {
    case .company: self.init("기업", "Company")
    case .university: self.init("대학", "University")
    case .institute: self.init("연구기관", "Research institute")
    case .public: self.init("공공기관", "Public body")
    case .other: self.init("기타", "Other")
    case nil: self.init("미상", "Unknown")
    }
  }

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

  public init(_ status: ApplicationStatus) {
    switch status {
    case .received: self.init("접수", "Received")
    case .published: self.init("공개", "Published")
    case .closed: self.init("종료", "Closed")
    case .withdrawn: self.init("철회", "Withdrawn")
    }
  }

  public init(_ channel: SubmissionChannel) {
    switch channel {
    case .web: self.init("웹", "Web form")
    case .paper: self.init("종이 신청서", "Paper form")
    case .formImport: self.init("설문 가져오기", "Form import")
    case .file: self.init("파일", "File")
    case .api: self.init("API", "API")
    }
  }

  public init(_ course: Course) {
    switch course {
    case .commercialisation: self.init("기술사업화 과정", "Commercialisation course")
    case .industry: self.init("산업 과정", "Industry course")
    }
  }

  public init(_ level: Suggestion.Level) {
    switch level {
    case .strong: self.init("매우 적합", "Strong")
    case .good: self.init("적합", "Good")
    case .possible: self.init("가능", "Possible")
    }
  }

  public init(_ answer: InterestAnswer?) {
    switch answer {
    case .yes: self.init("예", "Yes")
    case .no: self.init("아니요", "No")
    case .later: self.init("나중에", "Later")
    case nil: self.init("답변 없음", "No answer")
    }
  }

  public init(_ state: Introduction.State) {
    switch state {
    case .proposed: self.init("제안", "Proposed")
    case .mutual: self.init("상호 수락", "Mutual")
    case .declined: self.init("거절", "Declined")
    case .closed: self.init("종료", "Closed")
    }
  }

  public init(_ stage: OutcomeEvent.Stage) {
    switch stage {
    case .introduced: self.init("소개", "Introduced")
    case .met: self.init("만남", "Met")
    case .agreed: self.init("합의", "Agreed")
    case .submitted: self.init("과제 제출", "Submitted")
    case .funded: self.init("선정", "Funded")
    case .ended: self.init("종결", "Ended")
    }
  }

  public init(_ urgency: Need.Urgency) {
    self = urgency == .required ? Bilingual("필수", "Required") : Bilingual("희망", "Wished")
  }

  public init(_ level: CoverageLevel) { self.init(level.koreanName, level.name) }

  public init(_ role: ConsortiumRole) { self.init(role.koreanName, role.name) }

  public init(_ state: RuleVerdict.State) {
    switch state {
    case .met: self.init("충족", "Met")
    case .notMet: self.init("미충족", "Not met")
    case .unknown: self.init("확인 필요", "Unknown")
    }
  }

  public init(_ method: Consent.Method) {
    switch method {
    case .web: self.init("웹", "Web")
    case .paper: self.init("서면", "Paper")
    case .imported: self.init("설문", "Imported form")
    case .staff: self.init("직원에게 구두", "Told to staff")
    }
  }

  /// An item of a consent.
  public init(consentItem item: String) {
    switch item {
    case "name": self.init("이름", "Name")
    case "email": self.init("전자우편", "Email")
    case "phone": self.init("전화", "Telephone")
    case "position": self.init("직위", "Position")
    case "department": self.init("부서", "Department")
    case "application": self.init("신청 내용", "Application")
    default: self.init(both: item)
    }
  }

  /// Whom a consent or a provision is for.
  ///
  /// - Parameter name: of an organisation.
  public init(recipient: String, name: String? = nil) {
    switch recipient {
    case Consent.forum: self.init("포럼 사무국", "Forum office")
    case Consent.partners: self.init("서로 관심을 밝힌 기관", "Organisations with mutual interest")
    case Consent.training: self.init("교육과정 운영기관", "Training provider")
    default: self.init(both: name ?? recipient)
    }
  }

  /// Several after each other.
  init(joining parts: [Bilingual]) {
    self.init(parts.map(\.korean).joined(separator: ", "), parts.map(\.english).joined(separator: ", "))
  }

  /// What a rule is called, by its title or its id.
  init(_ rule: CallRule) {
    self.init(
      rule.title.isEmpty ? rule.id : rule.title.text(preferring: ["ko"]),
      rule.title.isEmpty ? rule.id : rule.title.text(preferring: ["en"]))
  }
}

extension Bilingual {
  /// A fact that rules ask for.
  init(_ field: MemberFacts.Field) {
    switch field {
    case .kind: self.init("기관 유형", "kind")
    case .country: self.init("국가", "country")
    case .region: self.init("지역", "region")
    case .size: self.init("기업 규모", "size")
    case .newcomer: self.init("신규 참여 여부", "whether it is a newcomer")
    case .marks: self.init("제한 여부", "whether it is barred")
    case .runningProjects: self.init("수행 과제 수", "running projects")
    case .leadingProjects: self.init("책임 과제 수", "projects it leads")
    case .governmentShare: self.init("정부지원 비율", "government share")
    case .securityClass: self.init("보안 등급", "security class")
    }
  }
}

extension Bilingual {
  public init(_ status: CounsellingSession.Status) {
    switch status {
    case .queued: self.init("대기", "Queued")
    case .inProgress: self.init("진행 중", "In progress")
    case .done: self.init("완료", "Done")
    }
  }
}
