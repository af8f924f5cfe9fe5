import ForumDesk
import ForumRecords

/// What the items of consents and provisions are called.
enum ItemNames {
  static func name(_ item: String) -> Bilingual {
    switch item {
    case "name": Bilingual("성명", "name")
    case "email": Bilingual("전자우편", "e-mail")
    case "phone": Bilingual("전화번호", "telephone")
    case "position": Bilingual("직위", "position")
    case "department": Bilingual("부서", "department")
    case "application": Bilingual("신청 내용", "what the application says")
    default: Bilingual(item, item)
    }
  }

  /// What there is of a contact.
  static func pairs(of contact: ContactDetails, _ language: Language) -> [LabelledText] {
    let values: [(String, String?)] = [
      ("name", contact.personName), ("position", contact.position), ("department", contact.department),
      ("email", contact.email), ("phone", contact.phone),
    ]
    return values.compactMap { item, value in
      guard let value, !value.isEmpty else { return nil }
      return LabelledText(label: name(item)[language], value: value)
    }
  }
}
