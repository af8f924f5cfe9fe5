/// A term of the other language that was added to a query, as JSON.
public struct AddedTermDocument: Encodable, Sendable {
  public struct Reason: Encodable, Sendable {
    public var source: String
    public var origin: String
    public var concept: String?
    public var strength: Double
  }

  public var term: String
  /// `word` or `syllable`.
  public var stream: String
  public var weight: Double
  public var reasons: [Reason]

  /// `nil` for none.
  public static func list(_ added: [AddedTerm]) -> [AddedTermDocument]? {
    added.isEmpty ? nil : added.map { AddedTermDocument($0) }
  }

  public init(_ added: AddedTerm) {
    term = added.term
    stream = added.isSyllablePair ? "syllable" : "word"
    weight = added.weight
    reasons = added.reasons.map {
      Reason(source: $0.source, origin: $0.origin.rawValue, concept: $0.concept, strength: $0.strength)
    }
  }
}
