import ResearchFields

/// The field of research that a text seems to be of.
struct FieldGuess: Hashable, Sendable {
  var code: String
  var label: Bilingual
  /// In 0...1; what text can prove at most is 0.8.
  var confidence: Double
  /// Terms of the field that the text holds, the most frequent first.
  var terms: [String]

  private static let classifier = FieldClassifier()

  /// `nil` where the text says nothing.
  init?(_ text: String) {
    guard let found = Self.classifier.fields(text: text).first, let field = FieldList.standard[found.field] else {
      return nil
    }
    code = found.field
    label = Bilingual(field.korean, field.english)
    confidence = found.confidence
    if case .text(let terms) = found.reason { self.terms = Array(terms.prefix(4)) } else { terms = [] }
  }
}
