/// What is asked about the research itself.
extension IntakeSection {
  private static let research = IntakeCondition.purpose(.jointResearch)
  /// Whoever comes for advice may say about what.
  private static let subject = IntakeCondition.purpose(.jointResearch, .counselling)

  static let application = IntakeSection(
    "application", Bilingual("연구 내용", "The research"),
    note: Bilingual(
      "이 부분은 상대를 찾는 데 쓰이고 공개될 수 있습니다. 사람 이름과 연락처는 적지 마세요.",
      "This part is what partners are found by, and may be published. Please leave names and contact details out of it."
    ),
    relevant: subject,
    fields: texts + terms)

  private static let texts = [
    IntakeField(
      .title, .line, Bilingual("제목", "Title"),
      hint: Bilingual("무엇을 함께 하려는지 한 줄로 적어 주세요.", "What you want to do together, in one line."),
      relevant: subject, required: research, limits: IntakeLimits(characters: 200),
      headings: [
        "제목", "과제명", "연구 과제명", "공동연구 과제명", "연구 제목", "연구 주제", "주제", "과제명을 적어 주세요", "title", "project title",
        "topic", "research topic",
      ]),
    IntakeField(
      .summary, .paragraphs(rows: 8), Bilingual("내용", "Summary"),
      hint: Bilingual(
        "목표, 지금까지 한 일, 부족한 것을 적어 주세요. 수치와 방법 이름이 있으면 상대를 더 잘 찾습니다.",
        "Aims, what you have done so far, what you lack. Figures and names of methods help to find partners."),
      relevant: subject, required: .all([research, .missing(.needs)]), limits: IntakeLimits(characters: 4_000),
      headings: [
        "내용", "연구 내용", "요약", "개요", "연구 개요", "연구 목표", "과제 내용", "연구 내용을 적어 주세요", "신청 내용", "상담 내용", "summary",
        "abstract", "description", "project description",
      ]),
    IntakeField(
      .needs, .statements(companion: .needUrgencies), Bilingual("필요한 것", "What you need"),
      hint: Bilingual(
        "한 칸에 하나씩, 예: “감도 15 fT/√Hz 이하의 OPM 센서 30채널 공급”",
        "One in each box, such as “30 channels of OPM sensors with a sensitivity below 15 fT/√Hz”."),
      relevant: research, limits: IntakeLimits(characters: 500, values: 5),
      headings: [
        "필요한 것", "필요 기술", "필요한 기술", "필요 역량", "수요 기술", "수요", "희망 기술", "찾는 기술", "협력 수요", "필요로 하는 기술이나 장비",
        "협력기관에 바라는 것", "needs", "need", "what do you need", "required technology", "looking for",
      ]),
    IntakeField(
      .needUrgencies, .choice, Bilingual("필요한 정도", "How much it is needed"), relevant: research,
      limits: IntakeLimits(characters: 60, values: 5), options: IntakeOption.urgencies,
      headings: ["필요한 정도", "필수 여부", "urgency", "required or wished"]),
    IntakeField(
      .offers, .statements(companion: nil), Bilingual("내놓을 수 있는 것", "What you offer"),
      hint: Bilingual("보유 기술, 장비, 자료, 시험 환경 등", "Technology, equipment, data, places for trials ..."),
      relevant: research,
      limits: IntakeLimits(characters: 500, values: 3),
      headings: [
        "내놓을 수 있는 것", "보유 기술", "보유 역량", "제공 기술", "제공 가능한 것", "보유 기술이나 장비", "보유하고 있는 기술", "offers", "offer",
        "what do you offer", "own technology", "capabilities",
      ]),
  ]

  private static let terms = [
    IntakeField(
      .keywords, .tags, Bilingual("핵심어", "Keywords"),
      hint: Bilingual("쉼표로 나누어 10개까지", "Up to ten, with commas between them."), relevant: research,
      limits: IntakeLimits(characters: 60, values: 10),
      headings: ["핵심어", "키워드", "핵심 키워드", "주요어", "keywords", "keyword", "key words"]),
    IntakeField(
      .field, .choice, Bilingual("분야", "Field of research"),
      hint: Bilingual("모르면 비워 두세요. 내용을 보고 추정합니다.", "Leave it open if in doubt: it is guessed from the text."),
      relevant: research, limits: IntakeLimits(characters: 80), options: ResearchFieldOptions.all,
      headings: [
        "분야", "연구 분야", "기술 분야", "과학기술 분야", "field", "research field", "field of research", "area", "research area",
      ]),
    IntakeField(
      .wantedKinds, .choices, Bilingual("찾는 기관 유형", "Kinds of partners wanted"),
      hint: Bilingual("상관없으면 비워 두세요.", "Leave it open if it does not matter."), relevant: research,
      limits: IntakeLimits(characters: 60, values: IntakeOption.organizationKinds.count),
      options: IntakeOption.organizationKinds,
      headings: [
        "찾는 기관 유형", "희망 기관 유형", "희망 협력기관", "희망 협력 기관 유형", "원하는 협력기관", "wanted partners", "partner type",
        "preferred partner type", "kinds of partners wanted",
      ]),
    IntakeField(
      .wantedRegions, .choices, Bilingual("찾는 지역", "Regions wanted"),
      hint: Bilingual("상관없으면 비워 두세요.", "Leave it open if it does not matter."), relevant: research,
      limits: IntakeLimits(characters: 60, values: IntakeOption.regions.count), options: IntakeOption.regions,
      headings: ["찾는 지역", "희망 지역", "협력 희망 지역", "wanted regions", "preferred region", "partner region"]),
    IntakeField(
      .readinessLevel, .choice, Bilingual("기술 성숙도 (TRL)", "Technology readiness level (TRL)"), relevant: research,
      limits: IntakeLimits(characters: 80), options: IntakeOption.readinessLevels,
      headings: ["기술 성숙도", "기술성숙도", "trl", "기술 성숙도 (TRL)", "기술 수준", "technology readiness level", "readiness level"]),
    IntakeField(
      .budget, .number, Bilingual("예산 (백만원)", "Budget (million won)"),
      hint: Bilingual("대략이면 됩니다. 예: 300 (3억원)", "Roughly, such as 300 for 300 million won."), relevant: research,
      limits: IntakeLimits(characters: 40, range: 1...1_000_000),
      headings: ["예산", "예산 (백만원)", "연구비", "희망 연구비", "과제 예산", "총 연구비", "budget", "budget (million won)", "funding"]),
    IntakeField(
      .wantedRole, .choice, Bilingual("맡고 싶은 역할", "Role wanted"), relevant: research,
      limits: IntakeLimits(characters: 60), options: IntakeOption.roles,
      headings: ["맡고 싶은 역할", "희망 역할", "참여 형태", "역할", "참여 역할", "role wanted", "preferred role"]),
  ]
}
