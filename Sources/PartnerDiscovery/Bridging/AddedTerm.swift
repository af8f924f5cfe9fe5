import Retrieval
import TermBridging
import TextAnalysis

/// A term of the other language that was added to a query, and why.
public struct AddedTerm: Hashable, Sendable {
  public enum Origin: String, Hashable, Sendable {
    case glossary
    case mined
  }

  public struct Reason: Hashable, Sendable {
    /// The words of the query that it stands for.
    public var source: String
    public var origin: Origin
    /// The glossary's concept; `nil` for a mined pair.
    public var concept: String?
    /// What this reason alone weighs, in 0...1.
    public var strength: Double
  }

  public var term: String
  public var isSyllablePair: Bool
  /// Factor of the term's score, as it entered the query.
  public var weight: Double
  /// The strongest first.
  public var reasons: [Reason]

  init(_ expansion: BridgeExpansion, weight: Float) {
    term = expansion.term.text
    isSyllablePair = expansion.term.stream == .syllable
    self.weight = Double(weight)
    reasons = expansion.reasons.map { reason in
      switch reason.origin {
      case .concept(let id):
        Reason(source: reason.source, origin: .glossary, concept: id, strength: Double(reason.strength))
      case .pair: Reason(source: reason.source, origin: .mined, strength: Double(reason.strength))
      }
    }
  }
}
