/// A call's rules that are or were in force.
public struct RuleFileRecord: Hashable, Sendable, Codable {
  public var hash: String
  public var name: String
  public var content: String
  public var since: ForumTime
  public var by: String

  public init(hash: String, name: String, content: String, since: ForumTime, by: String) {
    self.hash = hash
    self.name = name
    self.content = content
    self.since = since
    self.by = by
  }
}
