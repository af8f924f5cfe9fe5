import ResearchProfiles

/// What headings of tables mean, in Korean and English.
///
/// Keys are headings in lower case, letters and digits only.
enum HeadingVocabulary {
  /// How a heading was understood.
  struct Meaning: Equatable {
    var field: TableField
    /// Whether the heading is a known one as a whole, not merely a sentence that holds one.
    var isExact: Bool
  }

  /// Headings in tables of organisations.
  static let organizations = dictionary([
    (
      .id,
      [
        "id", "기관id", "기관코드", "기관번호", "기업id", "회사코드", "organizationid", "organisationid", "orgid", "code", "코드", "관리번호",
        "번호",
      ]
    ),
    (
      .name(language: nil),
      [
        "name", "기관명", "기업명", "회사명", "업체명", "법인명", "상호", "상호명", "단체명", "대학명", "연구소명", "연구기관명", "소속기관명", "신청기관명", "신청기관",
        "기관", "기업", "회사", "업체", "수요기업", "참여기업", "명칭", "organization", "organisation", "organizationname",
        "organisationname", "company", "companyname", "institution", "institutionname", "institute", "legalname",
        "university", "corpname", "displayname",
      ]
    ),
    (
      .alias,
      [
        "약칭", "약어", "별칭", "영문약어", "기관약칭", "이전명칭", "구명칭", "구기관명", "alias", "aliases", "shortname", "acronym", "acronyms",
        "formername", "abbreviation",
      ]
    ),
    (
      .kind,
      [
        "kind", "type", "기관유형", "기관구분", "기업유형", "기업구분", "구분", "유형", "기관종류", "기관성격", "소속유형", "산학연구분", "산학연",
        "organizationtype",
        "organisationtype", "activitytype", "category", "sector",
      ]
    ),
    (
      .identifier(scheme: "BRN"),
      [
        "사업자등록번호", "사업자번호", "사업자등록no", "사업자no", "brn", "bizno", "businessnumber", "businessregistrationnumber",
        "businessregistrationno", "taxid",
      ]
    ),
    (.identifier(scheme: "CRN"), ["법인등록번호", "법인번호", "corporateregistrationnumber", "crn", "jurirno"]),
    (.identifier(scheme: "ROR"), ["ror", "rorid"]),
    (.identifier(scheme: "PIC"), ["pic", "pic번호", "piccode", "participantidentificationcode"]),
    (.identifier(scheme: "VAT"), ["vat", "vatnumber", "vatno"]),
    (.identifier(scheme: "ISNI"), ["isni"]),
    (.identifier(scheme: "DART"), ["dart", "dartcode", "corpcode", "고유번호", "dart고유번호"]),
    (.identifier(scheme: "STOCK"), ["종목코드", "stockcode"]),
    (.country, ["country", "countrycode", "국가", "국가명", "국가코드", "국적", "소재국", "nation"]),
    (.region, ["region", "지역", "시도", "시도명", "광역시도", "소재지역", "권역", "state", "province", "area"]),
    (.city, ["city", "도시", "시군구", "시군구명", "소재도시"]),
    (
      .address,
      ["address", "주소", "소재지", "본사주소", "기관주소", "도로명주소", "회사주소", "사업장주소", "사업장소재지", "location", "headquarters"]
    ),
    (.sizeClass, ["기업규모", "규모", "기업분류", "sizeclass", "size", "companysize", "sme"]),
    (
      .homepage,
      [
        "homepage", "website", "url", "홈페이지", "누리집", "웹사이트", "홈페이지주소", "홈페이지url", "organizationurl", "web", "site",
        "link",
      ]
    ),
    (
      .summary(language: nil),
      [
        "summary", "description", "about", "profile", "소개", "기관소개", "기업소개", "회사소개", "설명", "개요", "요약", "주요사업", "사업내용",
        "주요사업내용",
        "사업분야",
        "보유기술", "보유기술내용", "핵심기술", "주요기술", "기술소개", "연구내용", "주요연구내용", "보유역량", "핵심역량", "역량", "주생산품", "주요제품", "주요생산품",
        "capabilities",
        "technology", "technologies", "expertise", "offers", "products",
      ]
    ),
    (
      .keywords,
      [
        "keywords", "keyword", "tags", "키워드", "핵심어", "핵심키워드", "주요키워드", "기술분야", "전문분야", "연구분야", "관심분야", "주요연구분야", "업종",
        "분야",
        "researchfields",
        "researchareas", "fields",
      ]
    ),
    (
      .classification(scheme: "IPC"), ["ipc", "ipc분류", "ipc코드", "ipc분류코드", "국제특허분류", "국제특허분류코드", "ipccode", "ipccodes"]
    ),
    (
      .classification(scheme: "KSTC"),
      ["국가과학기술표준분류", "국가과학기술표준분류코드", "과학기술표준분류", "과학기술표준분류코드", "표준분류", "표준분류코드", "kstc"]
    ),
    (.parent, ["parent", "parentid", "상위기관", "소속기관", "모기관", "상위기관id", "본원", "parentorganization"]),
  ])

  /// Headings in tables of evidence.
  static let evidence = dictionary([
    (
      .id,
      [
        "id", "번호", "관리번호", "과제번호", "과제고유번호", "연구과제번호", "과제id", "세부과제번호", "제출번호", "출원번호", "등록번호", "특허번호", "출원등록번호",
        "논문번호",
        "doi", "성과번호", "장비번호", "자산번호", "시설장비번호", "장비등록번호", "제품번호", "모델번호", "projectid", "projectnumber", "projectno",
        "grantnumber",
        "grantno", "grantid", "applicationnumber", "patentnumber", "publicationnumber", "registrationnumber",
        "equipmentid", "productid", "sku", "code", "코드",
      ]
    ),
    (
      .title(language: nil),
      [
        "title", "과제명", "연구과제명", "연구개발과제명", "공동연구과제명", "세부과제명", "프로젝트명", "제목", "연구제목", "발명의명칭", "발명명칭", "발명명", "특허명",
        "특허명칭",
        "논문명",
        "논문제목", "성과명", "기술명", "장비명", "시설장비명", "장비명칭", "연구장비명", "제품명", "제품명칭", "서비스명", "projecttitle", "projectname",
        "papertitle", "articletitle", "inventiontitle", "patenttitle", "equipmentname", "productname",
      ]
    ),
    (
      .text(language: nil),
      [
        "text", "abstract", "description", "summary", "objective", "goal", "요약", "초록", "개요", "내용", "설명", "연구내용", "연구목표",
        "연구개발목표",
        "연구개발내용", "연구목표및내용", "과제요약", "과제내용", "기대효과", "요약문", "발명의요약", "청구항", "대표청구항", "특징", "용도", "주요기능", "사양", "규격",
        "제원",
        "제품설명",
        "기술설명", "기술내용", "활용분야", "specification", "specifications", "features", "claims", "effect",
      ]
    ),
    (
      .keywords,
      [
        "keywords", "keyword", "tags", "키워드", "핵심어", "핵심키워드", "주요어", "국문키워드", "영문키워드", "한글키워드", "기술분야", "연구분야", "분야",
        "subject",
        "subjects",
        "topics",
      ]
    ),
    (
      .classification(scheme: "IPC"), ["ipc", "ipc분류", "ipc코드", "ipc분류코드", "국제특허분류", "국제특허분류코드", "ipccode", "ipccodes"]
    ),
    (
      .classification(scheme: "KSTC"),
      ["국가과학기술표준분류", "국가과학기술표준분류코드", "과학기술표준분류", "과학기술표준분류코드", "표준분류", "표준분류코드", "kstc"]
    ),
    (
      .date,
      [
        "date", "year", "연도", "년도", "날짜", "일자", "기준연도", "사업연도", "과제연도", "수행연도", "시작일", "연구시작일", "과제시작일", "협약일", "선정일",
        "출원일",
        "출원일자",
        "등록일", "등록일자", "공개일", "발행일", "발행연도", "발표일", "발표연도", "게재일", "게재연도", "출판일", "출판연도", "도입일", "구축일", "취득일", "구입일",
        "출시일", "startdate",
        "signaturedate", "filingdate", "applicationdate", "publicationdate", "published", "pubyear",
        "publicationyear",
        "issued", "acquired", "launched", "ecsignaturedate",
      ]
    ),
    (.kind, ["kind", "type", "유형", "구분", "종류", "성과구분", "성과유형", "category"]),
    (
      .participant(.coordinator, .name),
      [
        "주관기관", "주관연구기관", "주관연구개발기관", "주관기관명", "주관", "수행기관", "수행기관명", "과제수행기관", "연구기관", "연구기관명", "연구수행기관", "총괄기관",
        "coordinator",
        "leadorganization", "leadorganisation", "leadpartner", "lead", "leadagency", "performer",
      ]
    ),
    (
      .participant(.participant, .name),
      [
        "공동기관", "공동연구기관", "공동연구개발기관", "참여기관", "참여기관명", "참여연구기관", "공동참여기관", "협력기관", "컨소시엄", "기관명", "기관", "기업명", "회사명",
        "공동기관명", "참여기업",
        "participants", "participant", "partners", "partner", "members", "organization", "organisation",
        "organizations",
        "organisations", "institution", "institutions", "consortium", "organizationname", "company",
      ]
    ),
    (.participant(.subcontractor, .name), ["위탁기관", "위탁연구기관", "위탁연구개발기관", "위탁기관명", "subcontractor", "subcontractors"]),
    (
      .participant(.funder, .name),
      [
        "부처", "부처명", "지원기관", "전문기관", "관리기관", "발주기관", "지원부처", "주관부처", "소관부처", "과제관리기관", "funder", "fundingagency",
        "ministry", "sponsor",
      ]
    ),
    (
      .participant(.owner, .name),
      [
        "출원인", "출원인명", "특허권자", "권리자", "등록권자", "최종권리자", "소유기관", "보유기관", "보유기관명", "제조사", "제조업체", "제작사", "공급사", "판매사",
        "개발사", "운영기관",
        "applicant", "applicants", "assignee", "assignees", "owner", "owners", "manufacturer", "vendor", "holder",
      ]
    ),
    (.participant(.author, .name), ["소속", "소속기관", "저자소속", "저자소속기관", "교신저자소속", "발명자소속", "affiliation", "affiliations"]),
    (.participant(.publisher, .name), ["발행기관", "출판사", "publisher"]),
    (.participant(.coordinator, .id), ["주관기관id", "주관기관코드", "coordinatorid"]),
    (
      .participant(.participant, .id),
      ["참여기관id", "참여기관코드", "기관id", "기관코드", "organizationid", "organisationid", "orgid", "participantids"]
    ),
    (.participant(.participant, .identifier("BRN")), ["사업자등록번호", "사업자번호", "참여기관사업자등록번호", "brn", "bizno"]),
    (.participant(.coordinator, .identifier("BRN")), ["주관기관사업자등록번호", "수행기관사업자등록번호", "주관기관사업자번호"]),
    (.participant(.participant, .country), ["country", "countrycode", "국가", "국가명", "국가코드", "국적"]),
  ])

  /// Headings of columns about persons, in tables of either kind.
  static let personal: Set<String> = [
    "성명", "이름", "담당자", "담당자명", "대표자", "대표자명", "대표이사", "대표", "기관장", "연구책임자", "연구책임자명", "책임자", "과제책임자", "연구자", "연구자명",
    "참여연구원",
    "발명자", "저자", "저자명", "교신저자", "제1저자", "주저자", "작성자", "신청자", "신청자명", "연락처", "전화", "전화번호", "휴대폰", "휴대전화", "핸드폰", "휴대폰번호",
    "이메일", "이메일주소", "메일", "전자우편", "팩스", "생년월일", "주민등록번호", "직위", "직책", "부서", "email", "emailaddress", "mail", "phone",
    "phonenumber", "telephone", "tel", "mobile", "fax", "contact", "contactname", "contactperson", "contactform",
    "principalinvestigator", "pi", "investigator", "investigators", "researcher", "researchers", "author", "authors",
    "inventor", "inventors", "ceo", "representative", "position", "department", "birthdate", "orcid", "firstname",
    "lastname", "fullname",
  ]

  /// Headings that only tables of one kind have, and what those are.
  static let hints: [String: TableRecordKind] = {
    let list: [(TableRecordKind, [String])] = [
      (
        .evidence(.project),
        [
          "과제명", "연구과제명", "연구개발과제명", "공동연구과제명", "세부과제명", "프로젝트명", "과제번호", "과제고유번호", "연구과제번호", "과제id", "주관기관", "주관연구기관",
          "주관연구개발기관",
          "공동연구기관",
          "위탁기관", "위탁연구기관", "연구기간", "총연구비", "정부출연금", "연구책임자", "사업명", "내역사업명", "과제시작일", "projectid", "projecttitle",
          "projectname",
          "projectnumber", "coordinator", "grantnumber", "totalcost", "leadorganization", "수행기관",
        ]
      ),
      (
        .evidence(.patent),
        [
          "발명의명칭", "발명명칭", "발명명", "특허명", "특허명칭", "출원번호", "특허번호", "출원인", "출원인명", "특허권자", "출원일", "출원일자", "공개번호", "발명자",
          "ipc",
          "cpc", "청구항", "최종권리자", "applicationnumber", "patentnumber", "inventiontitle", "patenttitle", "assignee",
          "assignees", "filingdate", "inventor", "inventors",
        ]
      ),
      (
        .evidence(.publication),
        [
          "논문명", "논문제목", "저널명", "저널", "학술지", "학술지명", "게재지", "게재연도", "게재일", "저자", "저자명", "교신저자", "doi", "issn",
          "journal",
          "journalname",
          "papertitle", "articletitle", "authors", "author", "affiliations", "pubyear",
        ]
      ),
      (
        .evidence(.equipment),
        [
          "장비명", "시설장비명", "장비명칭", "연구장비명", "장비번호", "시설장비번호", "장비등록번호", "자산번호", "도입일", "구축일", "설치장소", "모델명",
          "equipmentname",
          "equipmentid", "보유장비",
        ]
      ),
      (
        .evidence(.product),
        ["제품명", "제품명칭", "제품번호", "제품설명", "서비스명", "출시일", "productname", "productid", "sku", "launched"]
      ),
      (
        .organization,
        [
          "기업명", "회사명", "업체명", "법인명", "상호", "상호명", "대표자", "대표자명", "대표이사", "설립일", "설립연도", "종업원수", "직원수", "매출액", "기업규모",
          "본사주소", "companyname",
        ]
      ),
    ]
    var hints: [String: TableRecordKind] = [:]
    for (kind, keys) in list {
      for key in keys { hints[key] = kind }
    }
    return hints
  }()

  /// Headings by which a table of applications is told: those are matched, not imported.
  static let applications: Set<String> = [
    "필요기술", "필요역량", "수요기술", "희망기술", "찾는기술", "필요한기술분야", "희망협력기관의조건", "협력수요", "신청과제명", "needs", "need", "접수번호", "신청번호",
    "개인정보수집이용에동의합니다", "개인정보수집이용동의",
  ]

  private static let organizationWords = HeadingWords(organizations)
  private static let evidenceWords = HeadingWords(evidence)
  private static let personalStarts = personal.filter { $0.count > 2 }.sorted()

  /// The meaning of a heading in a table of that kind; `nil` where nobody uses it.
  static func meaning(of heading: String, in kind: TableRecordKind) -> Meaning? {
    meaning(of: heading, HeadingForms(heading), in: kind)
  }

  /// The meaning of a heading whose forms are known.
  static func meaning(of heading: String, _ forms: HeadingForms, in kind: TableRecordKind) -> Meaning? {
    if let field = TableField(name: heading.lowercased()), field.belongs(to: kind) {
      return Meaning(field: field, isExact: true)
    }
    let vocabulary = kind == .organization ? organizations : evidence
    for key in forms.keys {
      if personal.contains(key) { return Meaning(field: .personal, isExact: true) }
      if let field = vocabulary[key] { return Meaning(field: forms.localized(field), isExact: true) }
    }
    // Questions of forms hold the word somewhere: the longest counts.
    guard let long = forms.keys.first, long.count > 4 else { return nil }
    if personalStarts.contains(where: long.hasPrefix) { return Meaning(field: .personal, isExact: false) }
    let words = kind == .organization ? organizationWords : evidenceWords
    return words.longest(in: long).map { Meaning(field: forms.localized($0), isExact: false) }
  }

  /// What a heading says about the kind of table it stands in.
  static func hint(of forms: HeadingForms) -> TableRecordKind? { forms.keys.lazy.compactMap { hints[$0] }.first }

  static func isOfApplications(_ heading: String) -> Bool { isOfApplications(HeadingForms(heading)) }

  static func isOfApplications(_ forms: HeadingForms) -> Bool { forms.keys.contains { applications.contains($0) } }

  private static func dictionary(_ list: [(TableField, [String])]) -> [String: TableField] {
    var dictionary: [String: TableField] = [:]
    for (field, keys) in list {
      for key in keys where dictionary[key] == nil { dictionary[key] = field }
    }
    return dictionary
  }
}
