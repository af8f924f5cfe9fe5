/// One application as the forum would have collected it.
package struct ApplicationRecord: Sendable {
  package var entry: ApplicationCase
  package var summary: String
  package var submitted: String
  package var applicantID: String?
  package var applicantName: String
  package var applicantKind: String
  package var applicantCountry: String
}

extension ApplicationRecord {
  /// Completes a case: closing sentences in the applicant's manner, and the day on which it was filed.
  init(_ entry: ApplicationCase, vocabulary: Vocabulary) throws(GenerationError) {
    var random = SplitMix64(label: "application \(entry.id)")
    var paragraphs = entry.paragraphs
    for section in ["closing", "contact"] {
      paragraphs.append(
        random.pick(try vocabulary.frames.frames("application.\(entry.language.rawValue).\(section).\(entry.style)")))
    }
    let applicant = entry.applicant.flatMap { vocabulary.organization($0) }
    self.init(
      entry: entry, summary: paragraphs.joined(separator: " "), submitted: "2026-10-\(20 + random.below(3))",
      applicantID: applicant?.id,
      applicantName: applicant.map { $0.name[entry.language] } ?? entry.applicantName,
      applicantKind: applicant?.kind ?? entry.applicantKind,
      applicantCountry: applicant?.country ?? entry.applicantCountry)
  }
}
