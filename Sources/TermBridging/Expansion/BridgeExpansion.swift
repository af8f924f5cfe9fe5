/// A term that is added to a query, and why.
public struct BridgeExpansion: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    /// A concept of the glossary, by its id.
    case concept(id: String)
    /// A mined pair, by its probability in 0...1.
    case pair(probability: Float)
  }

  public struct Reason: Hashable, Sendable {
    /// The words of the query that it stands for.
    public var source: String
    public var origin: Origin
    /// What this reason alone would weigh, in 0...1.
    public var strength: Float
  }

  public var term: BridgeTerm
  /// The strongest first.
  public var reasons: [Reason]
}
