/// Which part of a list is wanted.
public struct Page: Hashable, Sendable, Codable {
  /// How many items at most; 0 asks for the total alone.
  public var limit: Int
  /// How many items come before the first one.
  public var offset: Int

  /// Negative numbers count as 0.
  public init(limit: Int, offset: Int = 0) {
    self.limit = max(0, limit)
    self.offset = max(0, offset)
  }

  public static let all = Page(limit: Int.max)
}
