/// Something in the registry that is not as it must be.
public struct RegistryProblem: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What is wrong: a record ("evidence 101070126") or a part of the file ("database").
  public var place: String
  public var explanation: String

  public var description: String { "\(place): \(explanation)" }
}
