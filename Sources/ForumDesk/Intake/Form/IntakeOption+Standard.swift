import ForumRecords
import PartnerDiscovery
import ResearchProfiles

/// The options of the forum's form.
extension IntakeOption {
  static let purposes = [
    IntakeOption(
      IntakePurpose.jointResearch.rawValue, Bilingual("공동연구 상대 찾기", "Partners for joint research"),
      synonyms: ["공동연구", "공동연구매칭", "공동연구신청", "파트너찾기", "jointresearch", "research", "matching", "partner"]),
    IntakeOption(
      IntakePurpose.commercialisationCourse.rawValue, Bilingual(Course.commercialisation),
      synonyms: [
        "기술사업화과정", "기술사업화", "사업화과정", "창업과정", "창업", "commercialisationcourse", "commercializationcourse",
        "commercialization", "startupcourse",
        "courseoncommercialisingtechnology",
      ]),
    IntakeOption(
      IntakePurpose.industryCourse.rawValue, Bilingual(Course.industry),
      synonyms: [
        "산업과정", "산업교육", "산업인력과정", "양자산업교육", "industrycourse", "industrytraining", "courseonthequantumindustry",
      ]),
    IntakeOption(
      IntakePurpose.counselling.rawValue, .counselling,
      synonyms: ["상담신청", "컨설팅", "기술상담", "counseling", "consulting", "advice"]),
  ]

  private static func option(
    _ kind: OrganizationKind, korean: (String) -> String = { $0 }, english: (String) -> String = { $0 },
    synonyms: [String]
  ) -> IntakeOption {
    let name = Bilingual(kind)
    return IntakeOption(
      kind.rawValue, Bilingual(korean(name.korean), english(name.english)), synonyms: synonyms)
  }

  static let organizationKinds = [
    option(
      .company, korean: { "산 (\($0))" },
      synonyms: ["산", "기업", "산업계", "중소기업", "중견기업", "대기업", "스타트업", "벤처", "벤처기업", "회사", "sme", "startup"]),
    option(
      .university, korean: { "학 (\($0))" },
      synonyms: ["학", "대학", "대학교", "학계", "college", "academia"]),
    option(
      .institute, korean: { "연 (\($0))" },
      synonyms: ["연", "연구소", "연구원", "연구기관", "출연연", "연구계", "정부출연연구기관", "institute"]),
    option(
      .public, korean: { "\($0)·지자체" },
      synonyms: ["관", "공공", "공공기관", "지자체", "정부", "government", "agency"]),
    option(
      .other, korean: { "\($0) (병원, 협회 등)" }, english: { "\($0) (hospital, association ...)" },
      synonyms: ["기타", "병원", "협회", "단체", "개인", "hospital", "association"]),
  ]

  /// What stands for everywhere outside Korea.
  static let abroad = "abroad"

  /// 시·도 under their short names, as regions are filtered by them, and everything else.
  static let regions: [IntakeOption] =
    RegionName.divisions.map { region in
      IntakeOption(region.korean, Bilingual(region), synonyms: region.otherForms.map { CleanText.key($0) })
    } + [IntakeOption(abroad, .abroad, synonyms: ["국외", "외국", "overseas"])]

  static let urgencies = [
    IntakeOption(
      Need.Urgency.required.rawValue, Bilingual(Need.Urgency.required), synonyms: ["꼭필요", "필요", "필수적", "must", "need"]),
    IntakeOption(
      Need.Urgency.wished.rawValue, Bilingual(Need.Urgency.wished), synonyms: ["있으면좋음", "선택", "우대", "nice", "optional"]),
  ]

  static let roles = [
    IntakeOption(
      ParticipationRole.coordinator.rawValue, Bilingual(ParticipationRole.coordinator),
      synonyms: ["주관기관", "주관연구기관", "주관연구개발기관", "lead"]),
    IntakeOption(
      ParticipationRole.participant.rawValue, Bilingual(ParticipationRole.participant),
      synonyms: ["공동기관", "공동연구기관", "공동연구개발기관", "참여", "partner"]),
    IntakeOption(
      ParticipationRole.subcontractor.rawValue, Bilingual(ParticipationRole.subcontractor),
      synonyms: ["위탁기관", "위탁연구기관", "subcontract"]),
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
