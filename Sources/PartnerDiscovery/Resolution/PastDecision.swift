import ForumRecords
public import ResearchProfiles

/// What spoke for a decision.
public struct DecisionReason: Hashable, Sendable {
  public let kind: String
  public let detail: String
  public let points: Int

  init(_ reason: BodyDecision.Reason) {
    kind = reason.kind
    detail = reason.detail
    points = reason.points
  }
}

/// Two bodies that may be one, for a person to decide.
public struct HeldBodies: Sendable {
  public let primary: OrganizationProfile
  public let other: OrganizationProfile
  /// The sum of the reasons' points.
  public let points: Int
  public let reasons: [DecisionReason]
}

/// A decision of the audit trail.
public struct PastDecision: Sendable {
  /// `merged` or `split`.
  public let kind: String
  public let primary: OrganizationID
  public let other: OrganizationID
  /// `rules` or `officer`.
  public let decider: String
  public let date: CalendarDate
  public let points: Int?
  public let reasons: [DecisionReason]
  public let isUndone: Bool

  init(_ decision: BodyDecision) {
    kind = decision.kind.rawValue
    primary = decision.primary
    other = decision.other
    decider = decision.decider.rawValue
    date = decision.date
    points = decision.points
    reasons = decision.reasons.map(DecisionReason.init)
    isUndone = decision.isUndone
  }
}
