/// A query against a synthetic corpus: different words, each once, so that no engine's counting of repeated query words
/// matters.
public struct SyntheticQuery: Hashable, Sendable {
  public var id: String
  public var words: [UInt32]
  public var kind: String?
  public var region: String?
}
