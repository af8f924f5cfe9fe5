/// The columns of a table of applications.
enum ApplicationColumn: CaseIterable, Hashable, Sendable {
  case id, submitted, title, summary, keywords, needs, offers
  case applicantID, applicantName, applicantKind, applicantCountry

  /// The column of a heading, in English or Korean; `nil` where nobody uses it. Of a question ("연구 내용을 적어 주세요") the
  /// word counts that it holds.
  init?(heading: String) {
    let forms = HeadingForms(heading)
    if let column = forms.keys.lazy.compactMap({ Self.columns[$0] }).first {
      self = column
    } else if let key = forms.keys.first, key.count <= 60,
      let found = Self.phrases.first(where: { key.contains($0.phrase) })
    {
      self = found.column
    } else {
      return nil
    }
  }

  /// What questions of forms are about, the most telling first.
  private static let phrases: [(phrase: String, column: ApplicationColumn)] = [
    ("필요한기술", .needs), ("필요로하는", .needs), ("희망협력기관", .needs), ("협력기관의조건", .needs), ("찾고있는", .needs),
    ("보유한기술", .offers), ("보유하고있는", .offers), ("제공할수있는", .offers), ("연구목표", .summary), ("연구내용", .summary),
    ("과제내용", .summary), ("핵심키워드", .keywords), ("과제명을", .title),
  ]

  /// Headings without blanks and punctuation.
  private var headings: [String] {
    switch self {
    case .id: ["id", "applicationid", "번호", "접수번호", "신청번호", "관리번호"]
    case .submitted:
      ["submitted", "submittedat", "timestamp", "date", "제출일", "신청일", "접수일", "신청일자", "접수일자", "타임스탬프"]
    case .title: ["title", "제목", "과제명", "공동연구과제명", "연구과제명", "연구제목", "신청제목", "주제"]
    case .summary: ["summary", "abstract", "description", "요약", "개요", "내용", "연구내용", "과제요약", "과제내용"]
    case .keywords: ["keywords", "keyword", "키워드", "핵심키워드", "핵심어", "주요어"]
    case .needs: ["needs", "need", "수요", "필요기술", "필요역량", "필요사항", "수요기술", "찾는기술", "희망기술", "협력수요"]
    case .offers: ["offers", "offer", "제공", "보유기술", "보유역량", "제공기술", "제공역량"]
    case .applicantID: ["applicantid", "organizationid", "기관id", "신청기관id", "기관코드", "신청자id"]
    case .applicantName:
      ["applicantname", "applicant", "organization", "organisation", "신청기관", "기관명", "신청기관명", "회사명", "소속", "소속기관"]
    case .applicantKind: ["applicantkind", "kind", "기관유형", "기관구분", "신청기관유형", "구분"]
    case .applicantCountry: ["applicantcountry", "country", "국가", "국적"]
    }
  }

  private static let columns: [String: ApplicationColumn] = {
    var columns: [String: ApplicationColumn] = [:]
    for column in allCases {
      for heading in column.headings { columns[heading] = column }
    }
    return columns
  }()

  /// One heading of each, for messages.
  static let advice =
    "id, title, summary, keywords, needs, offers, submitted, applicant id, applicant name, applicant kind, applicant country"
}
