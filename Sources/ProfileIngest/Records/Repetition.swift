import ResearchProfiles

/// Bounds on what may be repeated in one field. Real fields hold a handful of names or titles; without a bound, looking for
/// repetitions would take time with the square of a hostile record.
enum Repetition {
  /// Names, titles, aliases or identifiers of one thing; later ones are left out.
  static let limit = 500
}

extension LocalizedText {
  /// Appends an entry unless it is empty, already there, or beyond ``Repetition/limit``.
  mutating func addBounded(_ text: String, language: String? = nil) {
    if entries.count < Repetition.limit { add(text, language: language) }
  }
}

extension [String] {
  /// Appends a text unless it is empty, already there, or beyond ``Repetition/limit``.
  mutating func addBounded(_ text: String) {
    if count < Repetition.limit, !text.isEmpty, !contains(text) { append(text) }
  }
}

extension [OrganizationIdentifier] {
  /// Appends an identifier unless it is empty, already there, or beyond ``Repetition/limit``.
  mutating func addBounded(_ identifier: OrganizationIdentifier) {
    if count < Repetition.limit, !identifier.value.isEmpty, !contains(identifier) { append(identifier) }
  }
}

extension [ClassificationCode] {
  /// Appends a code unless there is none, it is already there, or beyond ``Repetition/limit``.
  mutating func addBounded(_ code: ClassificationCode?) {
    if let code, count < Repetition.limit, !contains(code) { append(code) }
  }
}
