/// Something that takes a while: an import, an allocation.
public struct Job: Hashable, Sendable, Codable {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case running
    case done
    case failed
    /// Its process ended before it did.
    case interrupted
  }

  public var id: Int64
  /// "import.forms", "allocate" ...
  public var kind: String
  public var state: State
  /// What it is doing, for people. No personal data.
  public var progress: String
  /// JSON that the desk makes and reads. No personal data.
  public var report: String?
  public var begun: ForumTime
  public var ended: ForumTime?
  public var by: String

  public init(
    id: Int64 = 0, kind: String, state: State = .running, progress: String = "", report: String? = nil,
    begun: ForumTime, ended: ForumTime? = nil, by: String
  ) {
    self.id = id
    self.kind = kind
    self.state = state
    self.progress = progress
    self.report = report
    self.begun = begun
    self.ended = ended
    self.by = by
  }
}
