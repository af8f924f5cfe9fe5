public import ForumRecords

/// What is agreed to, how, and for whom; and what is removed when nobody agrees any more.
extension Bilingual {
  public init(_ method: Consent.Method) {
    switch method {
    case .web: self.init("웹 신청", "Web form")
    case .paper: self.init("서면", "On paper")
    case .imported: self.init("설문", "Form service")
    case .staff: self.init("담당자에게 말로", "Told to staff")
    }
  }

  /// An item of a consent or a provision.
  public init(consentItem item: String) {
    switch item {
    case "name": self.init("성명", "Name")
    case "email": self.init("전자우편", "E-mail")
    case "phone": self.init("전화번호", "Telephone")
    case "position": self.init("직위", "Position")
    case "department": self.init("부서", "Department")
    case "application": self.init("신청 내용", "What the application says")
    default: self.init(both: item)
    }
  }

  /// What a consent is for; consents hold it in the language in which it was given.
  public init(consentPurpose purpose: String) {
    let known = IntakeForm.standard.fields.compactMap(\.consent?.purpose)
    self = known.first { $0.korean == purpose || $0.english == purpose } ?? Bilingual(both: purpose)
  }

  /// Whom a consent or a provision is for.
  ///
  /// - Parameter name: of an organisation.
  public init(recipient: String, name: String? = nil) {
    switch recipient {
    case Consent.forum: self.init("포럼 사무국", "Forum office")
    case Consent.partners: self.init("서로 관심을 밝힌 기관", "Organisations with mutual interest")
    case Consent.training: self.init("교육과정 운영 기관", "Course organisers")
    default: self.init(both: name ?? recipient)
    }
  }

  public init(_ scope: PurgeScope) {
    switch scope {
    case .personalData: self.init("개인정보만", "Personal data")
    case .wholeApplication: self.init("신청 내용 전체", "The whole application")
    }
  }
}
