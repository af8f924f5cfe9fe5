import PartnerDiscovery
import ResearchFields

/// A field of research as JSON.
struct FieldDocument: Encodable {
  var id: String
  var korean: String
  var english: String
  /// `codes`, `text` or `evidence`; absent in the list of fields.
  var basis: String?
  /// Of evidence, from 0 to 1.
  var confidence: Double?
  /// Of an organisation, how much of its evidence is of that field.
  var evidence: Int?
  var parent: String?
  /// In the list of fields: the codes that lead to it, by classification.
  var codes: [String: [String]]?

  init(_ field: ResearchField) {
    (id, korean, english) = (field.id, field.korean, field.english)
  }

  init(_ result: ResultField) {
    self.init(result.field)
    basis = result.basis.rawValue
    confidence = result.confidence
    evidence = result.evidenceCount
  }
}
