import ProfileIngest
import ResearchProfiles

/// What fields of tables are called.
extension Bilingual {
  init(_ field: TableField) {
    switch field {
    case .ignored: self.init("읽지 않음", "Not read")
    case .personal: self.init("개인정보: 읽지 않음", "Personal: not read")
    case .id: self.init("식별자", "Id")
    case .kind: self.init("유형", "Kind")
    case .keywords: self.init("핵심어", "Keywords")
    case .classification(let scheme): self = Self("분류 코드", "Classification").of(Self(scheme: scheme))
    case .name(let language): self = Self("기관 이름", "Name").of(language.map { Self(languageCode: $0) })
    case .alias: self.init("약칭·다른 이름", "Other name")
    case .identifier(let scheme): self = Self("번호", "Number").of(Self(scheme: scheme))
    case .country: self.init("나라", "Country")
    case .region: self.init("지역", "Region")
    case .city: self.init("도시", "City")
    case .address: self.init("주소", "Address")
    case .sizeClass: self.init("규모", "Size")
    case .homepage: self.init("누리집", "Homepage")
    case .summary(let language): self = Self("소개", "Summary").of(language.map { Self(languageCode: $0) })
    case .parent: self.init("상위 기관", "Parent")
    case .title(let language): self = Self("제목", "Title").of(language.map { Self(languageCode: $0) })
    case .text(let language): self = Self("내용", "Text").of(language.map { Self(languageCode: $0) })
    case .date: self.init("날짜", "Date")
    case .participant(let role, let part):
      let role = Bilingual(role)
      self = Self("\(role.korean) 기관", "Organisation: \(role.inSentence.english)").of(Self(part))
    }
  }

  /// What a column says of an organisation that has a part; `nil` for its name, which goes without saying.
  private init?(_ part: TableField.ParticipantPart) {
    switch part {
    case .name: return nil
    case .id: self = Bilingual(TableField.id).inSentence
    case .identifier(let scheme): self.init(scheme: scheme)
    case .country: self = Bilingual(TableField.country).inSentence
    }
  }

  private init(languageCode: String) {
    switch Language(rawValue: languageCode) {
    case .korean: self.init("국문", "Korean")
    case .english: self.init("영문", "English")
    case nil: self.init(both: languageCode)
    }
  }

  /// Of numbers of organisations and of classifications.
  private init(scheme: String) {
    switch scheme {
    case "BRN": self.init("사업자등록번호", "Korean business number")
    case "CRN": self.init("법인등록번호", "Korean corporate number")
    case "KSTC": self.init("국가과학기술표준분류", "KSTC")
    case "IPC": self.init("국제특허분류", "IPC")
    default: self.init(both: scheme)
    }
  }

  private func of(_ detail: Bilingual?) -> Bilingual {
    guard let detail else { return self }
    return Bilingual("\(korean) (\(detail.korean))", "\(english) (\(detail.english))")
  }
}
