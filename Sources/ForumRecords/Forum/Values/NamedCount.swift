/// How many there are of something.
public struct NamedCount: Hashable, Sendable, Codable {
  /// The raw value of a case, a code, a name; empty where it is not known.
  public var name: String
  public var count: Int

  public init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}
