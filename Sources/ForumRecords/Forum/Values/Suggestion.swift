public import ResearchProfiles

/// A partner that was suggested for an application.
public struct Suggestion: Hashable, Sendable, Codable {
  /// How well it fits, in words.
  public enum Level: String, CaseIterable, Hashable, Sendable, Codable {
    case strong
    case good
    case possible
  }

  public var receipt: String
  public var organization: OrganizationID
  /// 1 for the best.
  public var rank: Int
  public var score: Double
  public var level: Level
  /// JSON that the desk makes and reads.
  public var reasons: String
  public var made: ForumTime
  /// The hash of the ranking policy that made it.
  public var policyHash: String
  /// Whether the applicant is shown it.
  public var isReleased: Bool

  public init(
    receipt: String, organization: OrganizationID, rank: Int, score: Double, level: Level, reasons: String = "[]",
    made: ForumTime, policyHash: String = "", isReleased: Bool = false
  ) {
    self.receipt = receipt
    self.organization = organization
    self.rank = rank
    self.score = score
    self.level = level
    self.reasons = reasons
    self.made = made
    self.policyHash = policyHash
    self.isReleased = isReleased
  }
}
