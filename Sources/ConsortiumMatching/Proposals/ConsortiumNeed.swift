/// A need of an application, as far as proposals go.
public struct ConsortiumNeed: Hashable, Sendable, Codable {
  public var statement: String
  /// Required, or only wished.
  public var isRequired: Bool

  public init(statement: String, isRequired: Bool = true) {
    self.statement = statement
    self.isRequired = isRequired
  }
}
