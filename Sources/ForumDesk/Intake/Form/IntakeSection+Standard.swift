/// The sections of the forum's form, but for the application itself.
extension IntakeSection {
  static let purpose = IntakeSection(
    "purpose", Bilingual("신청 내용", "What brings you here"),
    fields: [
      IntakeField(
        .purposes, .choices, Bilingual("무엇을 신청하시나요?", "What do you apply for?"),
        hint: Bilingual("여러 개를 골라도 됩니다.", "Choose as many as you like."), required: .always,
        limits: IntakeLimits(characters: 60, values: IntakePurpose.allCases.count), options: IntakeOption.purposes,
        headings: [
          "신청분야", "신청 구분", "신청 유형", "신청 내용을 선택해 주세요", "참가 목적", "신청 프로그램", "희망 프로그램", "무엇을 신청하시나요",
          "관심 프로그램", "purpose", "what do you apply for", "programme", "program", "interested in",
        ])
    ])

  static let organization = IntakeSection(
    "organization", Bilingual("기관", "Your organisation"),
    fields: [
      IntakeField(
        .organizationName, .line, Bilingual("기관명", "Name of the organisation"),
        hint: Bilingual("부서가 아니라 기관 이름을 적어 주세요.", "The organisation rather than the department."),
        required: .always, limits: IntakeLimits(characters: 120), autocomplete: "organization",
        headings: [
          "기관명", "소속기관", "소속", "소속 기관명", "신청기관", "신청기관명", "회사명", "기업명", "단체명", "기관", "organization",
          "organisation", "organization name", "company", "company name", "affiliation", "institution",
        ]),
      IntakeField(
        .organizationKind, .choice, Bilingual("기관 유형", "Kind of organisation"), required: .always,
        limits: IntakeLimits(characters: 60), options: IntakeOption.organizationKinds,
        headings: [
          "기관유형", "기관구분", "기관 종류", "산학연 구분", "소속 유형", "organization type", "organisation type", "type of organization",
          "kind of organisation",
        ]),
      IntakeField(
        .region, .choice, Bilingual("지역 (시·도)", "Region"), required: .always,
        limits: IntakeLimits(characters: 60), options: IntakeOption.regions, autocomplete: "address-level1",
        headings: [
          "지역", "시도", "소재지", "기관 소재지", "소재 지역", "지역 (시·도)", "주소", "region", "location", "province", "city",
        ]),
      IntakeField(
        .country, .line, Bilingual("나라", "Country"),
        hint: Bilingual("해외 기관이면 나라 이름을 적어 주세요.", "The name of your country, in Korean or English."),
        relevant: .chosen(.region, anyOf: [IntakeOption.abroad]),
        required: .chosen(.region, anyOf: [IntakeOption.abroad]), limits: IntakeLimits(characters: 60),
        autocomplete: "country-name", headings: ["나라", "국가", "국적", "country", "nation"]),
      IntakeField(
        .homepage, .link, Bilingual("홈페이지", "Home page"), limits: IntakeLimits(characters: 300), autocomplete: "url",
        headings: ["홈페이지", "웹사이트", "누리집", "홈페이지 주소", "website", "homepage", "web site", "url"]),
    ])

  static let contact = IntakeSection(
    "contact", Bilingual("담당자", "Contact"),
    note: Bilingual(
      "연락처는 신청 내용과 따로 보관하며, 동의하신 경우에만 상대 기관에 전달합니다.",
      "Contact details are kept apart from the application and passed on only as far as you agree."),
    fields: [
      IntakeField(
        .personName, .line, Bilingual("성명", "Name"), required: .always, limits: IntakeLimits(characters: 80),
        autocomplete: "name",
        headings: [
          "성명", "이름", "담당자", "담당자명", "신청자", "신청자명", "담당자 성명", "연락 담당자", "name", "your name", "full name",
          "contact person", "contact name",
        ]),
      IntakeField(
        .position, .line, Bilingual("직위", "Position"), limits: IntakeLimits(characters: 80),
        autocomplete: "organization-title", headings: ["직위", "직책", "직급", "position", "job title", "role"]),
      IntakeField(
        .department, .line, Bilingual("부서", "Department"), limits: IntakeLimits(characters: 80),
        headings: ["부서", "소속 부서", "부서명", "학과", "department", "division"]),
      IntakeField(
        .email, .email, Bilingual("전자우편", "E-mail"),
        hint: Bilingual("전자우편과 전화번호 가운데 하나는 꼭 적어 주세요.", "Give an e-mail address or a telephone number, or both."),
        required: .missing(.phone), limits: IntakeLimits(characters: 254), autocomplete: "email",
        headings: [
          "이메일", "전자우편", "이메일 주소", "메일", "e-mail", "email", "email address", "메일 주소", "담당자 이메일", "사용자 이름",
          "username",
        ]),
      IntakeField(
        .phone, .phone, Bilingual("전화번호", "Telephone"), required: .missing(.email),
        limits: IntakeLimits(characters: 40), autocomplete: "tel",
        headings: [
          "전화번호", "연락처", "휴대전화", "휴대폰", "휴대폰 번호", "핸드폰", "전화", "담당자 연락처", "phone", "telephone", "mobile",
          "phone number", "contact number",
        ]),
    ])

  static let consents = IntakeSection(
    "consents", Bilingual("개인정보 동의", "Consent"),
    fields: [
      consent(
        .forumConsent, .forum, required: .always,
        headings: [
          "개인정보 수집 및 이용 동의", "개인정보 수집·이용 동의", "개인정보 동의", "개인정보 수집이용에 동의하십니까", "개인정보 활용 동의", "consent",
          "privacy consent", "consent to data processing",
        ]),
      consent(
        .partnerConsent, .partners,
        headings: [
          "제3자 제공 동의", "개인정보 제3자 제공 동의", "연락처 제공 동의", "상대 기관 연락처 제공 동의", "third party consent",
          "consent to share contact details",
        ]),
      consent(
        .trainingConsent, .training, relevant: .chosen(.purposes, anyOf: IntakePurpose.courses.map(\.rawValue)),
        headings: ["교육기관 제공 동의", "과정 운영 기관 제공 동의", "교육 운영기관 개인정보 제공 동의", "training consent"]),
    ])

  private static func consent(
    _ key: IntakeKey, _ text: ConsentText, relevant: IntakeCondition = .always, required: IntakeCondition = .never,
    headings: [String]
  ) -> IntakeField {
    IntakeField(
      key, .consent, text.statement, relevant: relevant, required: required, limits: IntakeLimits(characters: 60),
      options: [.agreed], consent: text, headings: headings)
  }
}
