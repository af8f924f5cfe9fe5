/// Name and version of an analyser. An index written with one refuses every other.
public struct AnalyzerIdentity: Hashable, Sendable, Codable, CustomStringConvertible {
  public var name: String
  public var version: Int

  public init(name: String, version: Int) {
    self.name = name
    self.version = version
  }

  public var description: String { "\(name)/\(version)" }
}
