import ResearchProfiles

/// The options of the forum's form.
extension IntakeOption {
  static let purposes = [
    IntakeOption(
      IntakePurpose.jointResearch.rawValue, Bilingual("공동연구 상대 찾기", "Partners for joint research"),
      synonyms: ["공동연구", "공동연구매칭", "공동연구신청", "파트너찾기", "jointresearch", "research", "matching", "partner"]),
    IntakeOption(
      IntakePurpose.commercialisationCourse.rawValue,
      Bilingual("양자 기술사업화 과정", "Course on commercialising technology"),
      synonyms: [
        "기술사업화과정", "기술사업화", "사업화과정", "창업과정", "창업", "commercialisationcourse", "commercializationcourse",
        "commercialization", "startupcourse",
      ]),
    IntakeOption(
      IntakePurpose.industryCourse.rawValue, Bilingual("양자 산업 과정", "Course on the quantum industry"),
      synonyms: ["산업과정", "산업교육", "산업인력과정", "양자산업교육", "industrycourse", "industrytraining"]),
    IntakeOption(
      IntakePurpose.counselling.rawValue, Bilingual("상담", "Counselling"),
      synonyms: ["상담신청", "컨설팅", "기술상담", "counseling", "consulting", "advice"]),
  ]

  static let organizationKinds = [
    IntakeOption(
      OrganizationKind.company.rawValue, Bilingual("산 (기업)", "Company"),
      synonyms: ["산", "기업", "산업계", "중소기업", "중견기업", "대기업", "스타트업", "벤처", "벤처기업", "회사", "sme", "startup"]),
    IntakeOption(
      OrganizationKind.university.rawValue, Bilingual("학 (대학)", "University"),
      synonyms: ["학", "대학", "대학교", "학계", "college", "academia"]),
    IntakeOption(
      OrganizationKind.institute.rawValue, Bilingual("연 (연구기관)", "Research institute"),
      synonyms: ["연", "연구소", "연구원", "연구기관", "출연연", "연구계", "정부출연연구기관", "institute"]),
    IntakeOption(
      OrganizationKind.public.rawValue, Bilingual("공공기관·지자체", "Public body"),
      synonyms: ["관", "공공", "공공기관", "지자체", "정부", "government", "agency"]),
    IntakeOption(
      OrganizationKind.other.rawValue, Bilingual("기타 (병원, 협회 등)", "Other (hospital, association ...)"),
      synonyms: ["기타", "병원", "협회", "단체", "개인", "hospital", "association"]),
  ]

  /// What stands for everywhere outside Korea.
  static let abroad = "abroad"

  /// 시·도 under their short names, as regions are filtered by them, and everything else.
  static let regions: [IntakeOption] =
    [
      ("서울", "Seoul", "서울특별시 서울시"), ("부산", "Busan", "부산광역시 부산시"), ("대구", "Daegu", "대구광역시 대구시"),
      ("인천", "Incheon", "인천광역시 인천시"), ("광주", "Gwangju", "광주광역시 광주시"), ("대전", "Daejeon", "대전광역시 대전시"),
      ("울산", "Ulsan", "울산광역시 울산시"), ("세종", "Sejong", "세종특별자치시 세종시"), ("경기", "Gyeonggi", "경기도"),
      ("강원", "Gangwon", "강원도 강원특별자치도"), ("충북", "North Chungcheong", "충청북도 chungbuk"),
      ("충남", "South Chungcheong", "충청남도 chungnam"), ("전북", "North Jeolla", "전라북도 전북특별자치도 jeonbuk"),
      ("전남", "South Jeolla", "전라남도 jeonnam"), ("경북", "North Gyeongsang", "경상북도 gyeongbuk"),
      ("경남", "South Gyeongsang", "경상남도 gyeongnam"), ("제주", "Jeju", "제주도 제주특별자치도"),
      (abroad, "Abroad", "해외 국외 외국 overseas"),
    ].map { value, english, synonyms in
      IntakeOption(
        value, Bilingual(value == abroad ? "해외" : value, english),
        synonyms: synonyms.split(separator: " ").map(String.init))
    }

  static let urgencies = [
    IntakeOption(
      Need.Urgency.required.rawValue, Bilingual("꼭 필요", "Required"), synonyms: ["필수", "필요", "필수적", "must", "need"]),
    IntakeOption(
      Need.Urgency.wished.rawValue, Bilingual("있으면 좋음", "Wished"), synonyms: ["희망", "선택", "우대", "nice", "optional"]),
  ]

  static let roles = [
    IntakeOption(
      "coordinator", Bilingual("주관", "Coordinator"), synonyms: ["주관기관", "주관연구기관", "주관연구개발기관", "lead"]),
    IntakeOption(
      "participant", Bilingual("공동", "Participant"), synonyms: ["공동기관", "공동연구기관", "공동연구개발기관", "참여", "partner"]),
    IntakeOption(
      "subcontractor", Bilingual("위탁", "Subcontractor"), synonyms: ["위탁기관", "위탁연구기관", "subcontract"]),
  ]

  /// Technology readiness levels in the words of the European Commission's Horizon programmes (General Annex G), shortened.
  static let readinessLevels: [IntakeOption] =
    [
      ("기초 원리 확인", "basic principles observed"), ("기술 개념 정립", "concept formulated"),
      ("개념의 실험적 증명", "experimental proof of concept"), ("실험실 환경 검증", "validated in the laboratory"),
      ("유사 환경 검증", "validated in a relevant environment"), ("유사 환경 시연", "demonstrated in a relevant environment"),
      ("운용 환경 시제품 시연", "prototype demonstrated in operation"), ("완성과 인증", "system complete and qualified"),
      ("실제 환경 입증", "proven in operation"),
    ].enumerated().map { index, words in
      IntakeOption(
        "\(index + 1)", Bilingual("TRL \(index + 1) — \(words.0)", "TRL \(index + 1) — \(words.1)"),
        synonyms: ["trl\(index + 1)", "\(index + 1)단계"])
    }

  static let agreed = IntakeOption(
    "yes", Bilingual("동의함", "I agree"),
    synonyms: ["동의", "동의합니다", "네", "예", "네동의합니다", "예동의합니다", "agree", "agreed", "iagree", "on", "true", "y", "1"])
}
