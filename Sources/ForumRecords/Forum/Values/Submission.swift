/// What became of an application that was handed in.
public struct Submission: Hashable, Sendable, Codable {
  public enum Effect: String, CaseIterable, Hashable, Sendable, Codable {
    case added
    /// The same row of the same source was taken in before and says nothing new.
    case unchanged
    /// The same row of the same source now says something else, and nobody has edited the application since: it is revised.
    case revised
    /// The same row now says something else, but the application was edited here in the meantime: the edited one stays.
    case kept
    /// The application that this row became was purged: it does not come back.
    case purged
  }

  public var effect: Effect
  /// The application as the store has it now.
  public var application: ForumApplication

  public init(effect: Effect, application: ForumApplication) {
    self.effect = effect
    self.application = application
  }
}
