import ResearchFields
import ResearchProfiles

/// Which fields of research the index notes for evidence.
enum FieldTelling {
  /// Where only the text speaks. Of projects whose codes are known, text agrees with them on the wide field for three of four
  /// from here on, for less than two of three below.
  static let leastTextConfidence = 0.4

  /// By the codes of its source where one is known, else by its texts, the surest first.
  ///
  /// - Complexity: linear in the texts where there are no known codes.
  static func fields(of evidence: Evidence) -> [EvidenceCard.Field] {
    fields(
      codes: evidence.classifications,
      texts: { evidence.title.entries.map(\.text) + evidence.text.entries.map(\.text) + evidence.keywords })
  }

  /// Of an organisation's own words.
  static func fields(of profile: OrganizationProfile) -> [EvidenceCard.Field] {
    fields(codes: profile.classifications, texts: { profile.summary.entries.map(\.text) + profile.keywords })
  }

  private static func fields(codes: [ClassificationCode], texts: () -> [String]) -> [EvidenceCard.Field] {
    let classifier = FieldClassifier.standard
    var found = codes.isEmpty ? [] : classifier.fields(codes: codes)
    if found.isEmpty { found = classifier.fields(codes: [], texts: texts(), least: leastTextConfidence) }
    return found.map { assignment in
      let isFromCodes = if case .code = assignment.reason { true } else { false }
      return EvidenceCard.Field(
        id: assignment.field, percent: UInt8((assignment.confidence * 100).rounded()), isFromCodes: isFromCodes)
    }
  }

  /// The attribute values of a document: each field and the wider one above it, once.
  static func values(_ fields: [EvidenceCard.Field]) -> [String] {
    var values: [String] = []
    for field in fields {
      for id in [field.id, FieldList.standard[field.id]?.parentID].compactMap({ $0 }) where !values.contains(id) {
        values.append(id)
      }
    }
    return values.isEmpty ? [""] : values
  }
}
