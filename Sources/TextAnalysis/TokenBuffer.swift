/// The tokens of one text, in flat memory that is reused from text to text: no allocation for each token.
public struct TokenBuffer: Sendable {
  /// The bytes of all terms. Terms of one word may share bytes: a syllable pair lies inside its word.
  public var bytes: [UInt8] = []
  public var tokens: [Token] = []
  /// Units in the text: the next text of the same document starts behind them.
  public var unitCount: UInt32 = 0

  public init() {}

  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    unitCount = 0
  }

  public func term(of token: Token) -> ArraySlice<UInt8> {
    bytes[Int(token.termStart)..<Int(token.termStart) + Int(token.termLength)]
  }
}
