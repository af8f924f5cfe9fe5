/// One meaningful line of a vocabulary file: a key, the rest, and where it stands.
struct VocabularyLine {
  var file: String
  var number: Int
  var text: String

  /// Lines that are neither empty nor remarks.
  static func lines(of text: String, file: String) -> [VocabularyLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let trimmed = line.trimmed
      let isRemark = trimmed.hasPrefix("#") && !trimmed.hasPrefix("##")
      return trimmed.isEmpty || isRemark ? nil : VocabularyLine(file: file, number: index + 1, text: trimmed)
    }
  }

  /// The first word and what follows it.
  var keyed: (key: String, value: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    return (String(parts[0]), parts.count > 1 ? parts[1].trimmed : "")
  }

  func fields(of value: String, separator: Character = "|") -> [String] {
    value.split(separator: separator, omittingEmptySubsequences: false).map(\.trimmed)
  }

  func bilingual(_ value: String, separator: Character = "|") throws(GenerationError) -> Bilingual {
    let parts = fields(of: value, separator: separator)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw error("expected Korean \(separator) English")
    }
    return Bilingual(korean: parts[0], english: parts[1])
  }

  func error(_ reason: String) -> GenerationError { .badLine(file: file, line: number, reason: reason) }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    return String(self.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
