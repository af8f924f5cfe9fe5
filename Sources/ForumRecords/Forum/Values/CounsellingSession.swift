/// A session of counselling, from the queue to its end.
public struct CounsellingSession: Hashable, Sendable, Codable {
  public enum Status: String, CaseIterable, Hashable, Sendable, Codable {
    case queued
    case inProgress = "in_progress"
    case done
  }

  public var id: Int64
  public var receipt: String
  public var status: Status
  /// The login of whoever counsels.
  public var counsellor: String?
  public var queued: ForumTime
  public var begun: ForumTime?
  public var ended: ForumTime?
  /// What was said: personal, in a table of its own, removed by a purge.
  public var notes: String
  /// What happens next: personal like the notes.
  public var nextStep: String
  /// The course that the applicant was sent to.
  public var referral: Course?

  public init(
    id: Int64 = 0, receipt: String, status: Status = .queued, counsellor: String? = nil, queued: ForumTime,
    begun: ForumTime? = nil, ended: ForumTime? = nil, notes: String = "", nextStep: String = "",
    referral: Course? = nil
  ) {
    self.id = id
    self.receipt = receipt
    self.status = status
    self.counsellor = counsellor
    self.queued = queued
    self.begun = begun
    self.ended = ended
    self.notes = notes
    self.nextStep = nextStep
    self.referral = referral
  }
}
