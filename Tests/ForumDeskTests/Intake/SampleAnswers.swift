import ForumDesk

/// Answers that the forum's form takes.
enum SampleAnswers {
  static let jointResearch = IntakeAnswers([
    "purposes": ["joint_research", "commercialisation"],
    "organization_name": ["한빛양자 주식회사"], "organization_kind": ["company"], "region": ["서울"],
    "homepage": ["www.hanbit.example.kr"],
    "title": ["착용형 뇌자도를 위한 광펌핑 자력계"], "summary": ["상온에서 동작하는 자력계를 헬멧에 붙입니다."],
    "needs": ["감도 15 fT/√Hz 이하의 OPM 센서 30채널", "경량 자기차폐실 설계"], "need_urgencies": ["required", "wished"],
    "offers": ["임상 판독과 환자 자료"], "keywords": ["뇌자도, 광펌핑 자력계; OPM-MEG"], "field": ["quantum.sensing"],
    "wanted_kinds": ["institute", "company"], "wanted_regions": ["대전"], "readiness_level": ["4"],
    "budget_million_won": ["3억원"], "wanted_role": ["coordinator"],
    "person_name": ["김하늘"], "position": ["팀장"], "department": ["연구개발팀"], "email": ["Sky.Kim@Hanbit.Example.KR"],
    "phone": ["01012345678"], "consent_forum": ["yes"], "consent_partners": ["yes"],
  ])

  static let course = IntakeAnswers([
    "purposes": ["industry"], "organization_name": ["가온대학교"], "organization_kind": ["university"], "region": ["부산"],
    "person_name": ["이바다"], "phone": ["051-123-4567"], "consent_forum": ["on"], "consent_training": ["on"],
  ])

  /// The answers with one changed.
  static func jointResearch(_ key: IntakeKey, _ values: String...) -> IntakeAnswers {
    var answers = jointResearch
    answers[key] = values
    return answers
  }
}
