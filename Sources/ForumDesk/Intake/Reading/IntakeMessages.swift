/// What applicants are told about their answers.
enum IntakeMessages {
  static func missing(_ field: IntakeField) -> Bilingual {
    let (korean, english) = (field.label.korean, field.label.english)
    switch field.control {
    case .consent:
      return Bilingual(
        "동의하지 않으시면 신청을 접수할 수 없습니다. 내용을 읽고 동의란에 표시해 주세요.",
        "The application cannot be taken without this consent. Please read it and tick the box.")
    case .choice, .choices:
      return Bilingual("‘\(korean)’ 항목을 골라 주세요.", "Choose an answer for “\(english)”.")
    case .email, .phone:
      return Bilingual("전자우편이나 전화번호 가운데 하나를 적어 주세요.", "Give an e-mail address or a telephone number.")
    default:
      if field.key == .summary {
        return Bilingual("내용을 적거나, 필요한 것을 하나 이상 적어 주세요.", "Write a summary, or at least one thing that you need.")
      }
      return Bilingual("‘\(korean)’ 칸을 적어 주세요.", "Fill in “\(english)”.")
    }
  }

  static func tooLong(_ field: IntakeField, _ count: Int) -> Bilingual {
    Bilingual(
      "\(field.limits.characters)자까지 적을 수 있습니다. 지금 \(count)자이니 줄여 주세요.",
      "At most \(field.limits.characters) characters fit; there are \(count). Please shorten it.")
  }

  static func tooMany(_ field: IntakeField) -> Bilingual {
    Bilingual(
      "\(field.limits.values)개까지 적을 수 있습니다. 중요한 것만 남겨 주세요.",
      "At most \(field.limits.values) fit. Keep those that matter most.")
  }

  static func oneOnly(_ field: IntakeField) -> Bilingual {
    Bilingual("하나만 골라 주세요.", "Choose one only.")
  }

  static func unknownChoice(_ field: IntakeField, _ text: String) -> Bilingual {
    let shown = text.prefix(40)
    return Bilingual(
      "‘\(shown)’은(는) ‘\(field.label.korean)’의 보기에 없습니다. 보기에서 골라 주세요.",
      "“\(shown)” is not among the answers for “\(field.label.english)”. Choose one of them.")
  }

  static func outOfRange(_ field: IntakeField, _ range: ClosedRange<Int>) -> Bilingual {
    Bilingual(
      "\(range.lowerBound)에서 \(range.upperBound) 사이의 백만원 단위 금액을 적어 주세요.",
      "Give an amount between \(range.lowerBound) and \(range.upperBound) million won.")
  }

  static func malformed(_ field: IntakeField) -> Bilingual {
    switch field.control {
    case .email:
      return Bilingual(
        "전자우편 주소가 올바르지 않습니다. name@example.kr처럼 적어 주세요.", "This is no e-mail address. Write it like name@example.kr.")
    case .phone:
      return Bilingual(
        "전화번호가 올바르지 않습니다. 010-1234-5678이나 +49 30 123456처럼 적어 주세요.",
        "This is no telephone number. Write it like 010-1234-5678 or +49 30 123456.")
    case .link:
      return Bilingual(
        "홈페이지 주소가 올바르지 않습니다. https://www.example.kr처럼 적어 주세요.",
        "This is no address of a home page. Write it like https://www.example.kr.")
    default:
      return Bilingual(
        "금액을 백만원 단위 숫자로 적어 주세요. 예: 300 또는 3억원", "Give the amount in million won, such as 300.")
    }
  }

  static let unknownCountry =
    Bilingual(
      "어느 나라인지 알 수 없습니다. 독일, Germany, DE처럼 적어 주세요.",
      "This is no country that is known here. Write it like Germany or DE.")

  static func withheld(_ field: IntakeField, _ count: Int) -> Bilingual {
    Bilingual(
      "‘\(field.label.korean)’에 적힌 연락처나 개인 번호 \(count)개를 지우고 ***로 바꾸었습니다. 이 내용은 공개될 수 있으니 연락처는 담당자 칸에만 적어 주세요.",
      "\(count) contact detail\(count == 1 ? "" : "s") in “\(field.label.english)” \(count == 1 ? "was" : "were") replaced by ***: this text may be published. Give contact details under “Contact” only."
    )
  }

  static let researchWithoutPurpose = Bilingual(
    "연구 내용을 적으셨습니다. ‘공동연구 상대 찾기’나 ‘상담’도 골라 주시거나, 연구 내용을 비워 주세요.",
    "You describe research. Choose “Partners for joint research” or “Counselling” too, or leave the description out.")
}
