/// A document of a synthetic corpus.
public struct SyntheticDocument: Hashable, Sendable {
  public var number: Int
  /// Words by rank, in order.
  public var words: [UInt32]
  /// The first coordinates.
  public var organizations: [SyntheticOrganization]
  /// Days since 1970-01-01.
  public var day: Int

  public var id: String { "d" + paddedNumber(number, digitCount: 8) }
}
