public import ResearchProfiles

/// A decision about which organisations are one body, as the audit trail keeps it.
public struct BodyDecision: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// The other organisation answers with the primary one's body.
    case merged
    /// They are two bodies; nothing but a person's decision joins them again.
    case split
  }

  public enum Decider: String, CaseIterable, Hashable, Sendable, Codable {
    /// The rules, during an import.
    case rules
    case officer
  }

  /// What spoke for it; the points of all reasons add up to the decision's.
  public struct Reason: Hashable, Sendable, Codable {
    public var kind: String
    public var detail: String
    public var points: Int

    public init(kind: String, detail: String, points: Int) {
      self.kind = kind
      self.detail = detail
      self.points = points
    }
  }

  public var kind: Kind
  public var primary: OrganizationID
  public var other: OrganizationID
  public var decider: Decider
  public var date: CalendarDate
  /// `nil` where a person decided.
  public var points: Int?
  public var reasons: [Reason]
  /// Whether a later decision has taken it back.
  public var isUndone = false

  public init(
    kind: Kind, primary: OrganizationID, other: OrganizationID, decider: Decider, date: CalendarDate,
    points: Int? = nil,
    reasons: [Reason] = []
  ) {
    self.kind = kind
    self.primary = primary
    self.other = other
    self.decider = decider
    self.date = date
    self.points = points
    self.reasons = reasons
  }
}

/// Two bodies that may be one, for a person to decide.
public struct HeldPair: Hashable, Sendable {
  public var primary: OrganizationID
  public var other: OrganizationID
  public var points: Int
  public var reasons: [BodyDecision.Reason]
  public var date: CalendarDate

  public init(
    primary: OrganizationID, other: OrganizationID, points: Int, reasons: [BodyDecision.Reason], date: CalendarDate
  ) {
    self.primary = primary
    self.other = other
    self.points = points
    self.reasons = reasons
    self.date = date
  }
}
