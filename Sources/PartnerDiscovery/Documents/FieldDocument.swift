public import ResearchFields

/// A field of research as JSON.
public struct FieldDocument: Encodable, Sendable {
  public var id: String
  public var korean: String
  public var english: String
  /// `codes`, `text` or `evidence`; absent in the list of fields.
  public var basis: String?
  /// Of evidence, from 0 to 1.
  public var confidence: Double?
  /// Of an organisation, how much of its evidence is of that field.
  public var evidence: Int?
  public var parent: String?
  /// In the list of fields: the codes that lead to it, by classification.
  public var codes: [String: [String]]?

  public init(_ field: ResearchField) {
    (id, korean, english) = (field.id, field.korean, field.english)
  }

  public init(_ result: ResultField) {
    self.init(result.field)
    basis = result.basis.rawValue
    confidence = result.confidence
    evidence = result.evidenceCount
  }
}
