/// One side's answer to an introduction, and how it was given.
public struct IntroductionAnswer: Hashable, Sendable, Codable {
  public enum Means: String, CaseIterable, Hashable, Sendable, Codable {
    /// By a signed link.
    case link
    /// Told to staff, who wrote it down.
    case staff
  }

  public var answer: InterestAnswer
  public var time: ForumTime
  public var means: Means
  /// The login of the member of staff, or what stands for the holder of the link ("applicant", "partner").
  public var by: String

  public init(answer: InterestAnswer, time: ForumTime, means: Means, by: String) {
    self.answer = answer
    self.time = time
    self.means = means
    self.by = by
  }
}
