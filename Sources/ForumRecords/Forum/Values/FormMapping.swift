/// How the columns of a form service's export are read, remembered by its header line.
public struct FormMapping: Hashable, Sendable, Codable {
  /// A digest of the header line.
  public var fingerprint: String
  public var name: String
  /// JSON that the desk makes and reads.
  public var mapping: String
  public var updated: ForumTime
  public var by: String

  public init(fingerprint: String, name: String = "", mapping: String, updated: ForumTime, by: String) {
    self.fingerprint = fingerprint
    self.name = name
    self.mapping = mapping
    self.updated = updated
    self.by = by
  }
}
