public import ResearchFields

/// A field of research in a result.
public struct ResultField: Hashable, Sendable {
  /// What a field was told from.
  public enum Basis: String, Hashable, Sendable {
    /// Codes of a classification that the source gives.
    case codes
    /// The texts.
    case text
    /// The evidence of an organisation.
    case evidence
  }

  public var field: ResearchField
  public var basis: Basis
  /// Of evidence, how sure the field is, from 0 to 1.
  public var confidence: Double?
  /// Of an organisation, how much of its evidence is of that field.
  public var evidenceCount: Int?
}
