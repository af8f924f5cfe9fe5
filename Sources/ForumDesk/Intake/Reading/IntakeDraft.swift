public import ResearchProfiles

/// What an applicant said, checked and clean, but for the contact: not yet received, so without a number and a time.
public struct IntakeDraft: Hashable, Sendable, Codable {
  /// In the order of the form.
  public var purposes: [IntakePurpose] = []
  /// Without an id.
  public var application = Application(id: "")
  /// 시·도 under its short name; `nil` abroad.
  public var region: String?
  public var homepage: String?
  /// The code of a research field.
  public var field: String?
  public var wantedKinds: [OrganizationKind] = []
  /// 시·도 under their short names, or `abroad`.
  public var wantedRegions: [String] = []
  /// 1...9
  public var readinessLevel: Int?
  public var budgetMillionWon: Int?
  /// `coordinator`, `participant` or `subcontractor`.
  public var wantedRole: String?

  public init() {}

  public var wantsJointResearch: Bool { purposes.contains(.jointResearch) }
  public var wantsCounselling: Bool { purposes.contains(.counselling) }
}
