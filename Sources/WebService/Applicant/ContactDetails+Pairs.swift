import ForumDesk
import ForumRecords

extension ContactDetails {
  /// What there is of it, with names.
  func pairs(in language: Language) -> [LabelledText] {
    let values: [(String, String?)] = [
      ("name", personName), ("position", position), ("department", department), ("email", email), ("phone", phone),
    ]
    return values.compactMap { item, value in
      guard let value, !value.isEmpty else { return nil }
      return LabelledText(label: Bilingual(consentItem: item)[language], value: value)
    }
  }
}
