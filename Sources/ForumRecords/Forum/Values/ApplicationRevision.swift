/// A version of an application that a later one has replaced. Kept until the application is purged.
public struct ApplicationRevision: Hashable, Sendable, Codable {
  /// As it was, with its own revision number.
  public var application: ForumApplication
  /// When it was replaced, and by whom.
  public var replaced: ForumTime
  public var by: String

  public init(application: ForumApplication, replaced: ForumTime, by: String) {
    self.application = application
    self.replaced = replaced
    self.by = by
  }
}
