/// Something that came of an introduction.
public struct OutcomeEvent: Hashable, Sendable, Codable {
  public enum Stage: String, CaseIterable, Hashable, Sendable, Codable {
    case introduced
    case met
    case agreed
    case submitted
    case funded
    case ended
  }

  public var id: Int64
  /// The introduction's id.
  public var introduction: Int64
  public var stage: Stage
  /// A code of the desk's list where it ended with no.
  public var reason: String?
  /// Free text: in a table of its own, removed by a purge.
  public var note: String
  public var time: ForumTime
  public var by: String

  public init(
    id: Int64 = 0, introduction: Int64, stage: Stage, reason: String? = nil, note: String = "", time: ForumTime,
    by: String
  ) {
    self.id = id
    self.introduction = introduction
    self.stage = stage
    self.reason = reason
    self.note = note
    self.time = time
    self.by = by
  }
}
